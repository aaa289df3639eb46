//! 256-bit integers, as used for exact products of two 128-bit values.

use ruint::aliases::U256;

use crate::{Digest, Random};

/// Products, quotients and remainders, with divisors of one to four limbs.
pub fn arithmetic(random: &mut Random, digest: &mut Digest) {
    let a = any(random);
    let b = any(random) >> (64 * random.below(4) as usize);
    let (product, overflow) = a.overflowing_mul(b);
    add(product, digest);
    digest.add(overflow);
    digest.add(a.checked_add(b).is_some());
    for result in [a.checked_div(b), a.checked_rem(b), a.checked_sub(b)] {
        add(result.unwrap_or(U256::MAX), digest);
    }
}

fn any(random: &mut Random) -> U256 {
    U256::from_limbs(core::array::from_fn(|_| random.word()))
}

fn add(value: U256, digest: &mut Digest) {
    for limb in value.into_limbs() {
        digest.add(limb);
    }
}
