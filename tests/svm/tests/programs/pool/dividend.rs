//! A cash dividend on the shares in a pool: the register has the pool as their holder, anybody claims for it, and what
//! arrives in the vault belongs to who has liquidity tokens.

use scrip_svm_tests::distribution::{Distribution, cash_dividend, row};

use super::*;

#[test]
fn what_is_claimed_for_the_pool_goes_to_its_depositors() {
    let (mut world, pool, alice) = (funded(), Stage::dollars(), cast().alice);
    world.schedule(&cast().share, cash_dividend());
    let dividend = Distribution::in_cash(&[row(pool.address, 100)]);
    dividend.open_for(&mut world, &pool.address);
    // A dollar a share, less 15 % tax, to the vault: the associated token account of the holder of record.
    world.run(dividend.claim(&pool.address));
    assert_eq!(pool.reserves(&world), [100 * TOKEN, 20_085 * DOLLAR]);
    let before = pool.wallet(&world, &alice)[1];
    world.run(pool.withdraw(&alice, FIRST_LIQUIDITY));
    // All but the part of a thousand units of liquidity that belong to nobody.
    let part = u128::from(20_085 * DOLLAR) * u128::from(FIRST_LIQUIDITY);
    let part = part / u128::from(FIRST_LIQUIDITY + 1_000);
    assert_eq!(u128::from(pool.wallet(&world, &alice)[1] - before), part);
}
