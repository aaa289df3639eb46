//! 128-bit integers, whose multiplication and division are calls of the compiler's own routines.

use crate::{Digest, Random};

/// Unsigned arithmetic.
pub fn unsigned(random: &mut Random, digest: &mut Digest) {
    let (a, b) = (random.wide(), random.wide());
    digest.add(a.wrapping_mul(b));
    digest.add(a.overflowing_mul(b));
    digest.add(a.saturating_mul(b));
    digest.add(a.checked_add(b));
    digest.add(a.checked_sub(b));
    digest.add(a.checked_mul(b));
    digest.add(a.checked_div(b));
    digest.add(a.checked_rem(b));
    digest.add(a.cmp(&b));
}

/// Signed arithmetic, including the quotient that overflows.
pub fn signed(random: &mut Random, digest: &mut Digest) {
    let (a, b) = (random.wide() as i128, random.wide() as i128);
    digest.add(a.wrapping_mul(b));
    digest.add(a.checked_add(b));
    digest.add(a.checked_sub(b));
    digest.add(a.checked_mul(b));
    digest.add(a.checked_div(b));
    digest.add(a.checked_rem(b));
    digest.add(a.checked_div_euclid(b));
    digest.add(a.checked_neg());
    digest.add(a.signum());
    digest.add(a.abs_diff(b));
    digest.add(a < b);
}

/// Shifts, counts and permutations.
pub fn bits(random: &mut Random, digest: &mut Digest) {
    let a = random.wide();
    let distance = random.below(140) as u32;
    digest.add(a.wrapping_shl(distance));
    digest.add(a.wrapping_shr(distance));
    digest.add((a as i128).wrapping_shr(distance));
    digest.add(a.checked_shl(distance));
    digest.add(a.rotate_left(distance % 128));
    digest.add(a.swap_bytes());
    digest.add(a.reverse_bits());
    digest.add(a.leading_zeros() + 1_000 * a.trailing_zeros());
    digest.add(a.count_ones());
    digest.add(a.isqrt());
}
