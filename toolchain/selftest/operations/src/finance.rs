//! The arithmetic of shares: proportions through a wide intermediate, and fees in basis points.

use crate::{Digest, Random};

/// `amount * pool / supply`, and the same through an accumulated 64.64 fixed-point price.
pub fn pro_rata(random: &mut Random, digest: &mut Digest) {
    let (amount, pool, supply) = (random.word(), random.word(), random.word());
    let (amount, pool, supply) = (u128::from(amount), u128::from(pool), u128::from(supply));
    let direct = amount.checked_mul(pool).and_then(|product| product.checked_div(supply));
    digest.add(direct.and_then(|share| u64::try_from(share).ok()));
    let price = (pool << 64).checked_div(supply);
    digest.add(price);
    digest.add(price.and_then(|price| price.checked_mul(amount)).map(|share| share >> 64));
}

/// Fees rounded up and down.
pub fn basis_points(random: &mut Random, digest: &mut Digest) {
    let amount = u128::from(random.word());
    let rate = u128::from(random.below(10_001));
    let fee = (amount * rate).div_ceil(10_000);
    digest.add(fee);
    digest.add(amount * rate / 10_000);
    digest.add(u64::try_from(fee).is_ok());
    digest.add(amount - fee);
}
