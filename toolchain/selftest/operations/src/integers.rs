//! Integers of 8 to 64 bits: checked, wrapping, saturating, shifts, comparisons.

use crate::{Digest, Random};

/// What every integer type has.
macro_rules! common {
    ($a:ident, $b:ident, $digest:ident) => {
        $digest.add($a.checked_add($b));
        $digest.add($a.checked_sub($b));
        $digest.add($a.checked_mul($b));
        $digest.add($a.checked_div($b));
        $digest.add($a.checked_rem($b));
        $digest.add($a.checked_div_euclid($b));
        $digest.add($a.checked_rem_euclid($b));
        $digest.add($a.wrapping_mul($b));
        $digest.add($a.overflowing_sub($b));
        $digest.add($a.saturating_add($b));
        $digest.add($a.saturating_sub($b));
        $digest.add($a.saturating_mul($b));
        $digest.add($a.wrapping_shl($b as u32));
        $digest.add($a.wrapping_shr($b as u32));
        $digest.add($a.rotate_right($b as u32 & 7));
        $digest.add($a.abs_diff($b));
        $digest.add($a.cmp(&$b));
        $digest.add($a < $b);
    };
}

macro_rules! unsigned {
    ($name:ident, $integer:ty) => {
        #[inline(never)]
        fn $name(a: $integer, b: $integer, digest: &mut Digest) {
            common!(a, b, digest);
            digest.add(a.midpoint(b));
            digest.add(a.isqrt());
            digest.add(a.checked_pow(b as u32 & 7));
            digest.add(a.checked_next_power_of_two());
            digest.add(a.checked_next_multiple_of(b));
            digest.add(a.leading_zeros() + 100 * a.trailing_zeros() + 10_000 * a.count_ones());
        }
    };
}

macro_rules! signed {
    ($name:ident, $integer:ty) => {
        #[inline(never)]
        fn $name(a: $integer, b: $integer, digest: &mut Digest) {
            common!(a, b, digest);
            digest.add(a.checked_abs());
            digest.add(a.checked_neg());
            digest.add(a.signum());
            digest.add(a.unsigned_abs());
            digest.add(a.is_negative());
        }
    };
}

unsigned!(u8_pair, u8);
unsigned!(u16_pair, u16);
unsigned!(u32_pair, u32);
unsigned!(u64_pair, u64);
signed!(i8_pair, i8);
signed!(i16_pair, i16);
signed!(i32_pair, i32);
signed!(i64_pair, i64);

/// 8, 16 and 32 bits, which the machine computes in wider registers.
pub fn narrow(random: &mut Random, digest: &mut Digest) {
    let (a, b) = (random.word(), random.word());
    match random.below(3) {
        0 => {
            u8_pair(a as u8, b as u8, digest);
            i8_pair(a as i8, b as i8, digest);
        }
        1 => {
            u16_pair(a as u16, b as u16, digest);
            i16_pair(a as i16, b as i16, digest);
        }
        _ => {
            u32_pair(a as u32, b as u32, digest);
            i32_pair(a as i32, b as i32, digest);
        }
    }
}

/// Unsigned words, and the products that leave them.
pub fn unsigned_64(random: &mut Random, digest: &mut Digest) {
    let (a, b) = (random.word(), random.word());
    u64_pair(a, b, digest);
    digest.add(u128::from(a) * u128::from(b));
    digest.add(u128::from(a) * u128::from(b) / 1_000_000_007);
}

/// Signed words, and their sign extension from narrower types.
pub fn signed_64(random: &mut Random, digest: &mut Digest) {
    let (a, b) = (random.word() as i64, random.word() as i64);
    i64_pair(a, b, digest);
    digest.add(i64::from(a as i8) + i64::from(b as i16) + i64::from(a as i32));
    digest.add(i128::from(a) * i128::from(b));
}

/// Divisions behind a test for zero, which must stay behind it: division by zero ends a program.
pub fn guarded_division(random: &mut Random, digest: &mut Digest) {
    let (a, b, choice) = (random.word(), random.word(), random.word());
    digest.add(a.checked_rem(b));
    digest.add(choice);
    // The same remainder again, on a path that is not always taken, invites hoisting.
    if choice & 1 == 0 {
        digest.add(a.checked_rem(b));
        digest.add(random.word());
    }
    digest.add(a.checked_next_multiple_of(b));
    guarded_in_a_loop(a as u32, b as u32, choice % 20, digest);
}

#[inline(never)]
#[allow(
    clippy::manual_checked_ops,
    reason = "a test apart from its division is what is under test"
)]
fn guarded_in_a_loop(a: u32, b: u32, steps: u64, digest: &mut Digest) {
    let mut sum = 0_u32;
    for step in 0..steps {
        if b != 0 {
            sum = sum.wrapping_add(a / b).rotate_left(step as u32);
        }
        digest.add(sum);
    }
}
