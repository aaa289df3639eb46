//! Tokens of Token-2022 as payment: plain ones serve, others are refused when the pool is opened and whenever payment
//! would be taken in, and nobody is locked in by a fee that comes later.

use scrip_example_pool::error::PoolError;
use scrip_svm_tests::payment;
use spl_token_2022_interface::ID;
use spl_token_2022_interface::extension::{ExtensionType, transfer_fee, transfer_hook};
use spl_token_2022_interface::instruction as token;

use super::*;
use crate::settlement::money::{Extension, bank, hand_out_money, mint_money, money};
use crate::settlement::payment_tokens::{
    CLOSE_AUTHORITY, FEE_OF_NOTHING, HOOK_OF_NOBODY, PERMANENT_DELEGATE,
};

const FEE: Extension = (ExtensionType::TransferFeeConfig, |mint, bank| {
    let initialize = transfer_fee::instruction::initialize_transfer_fee_config;
    initialize(&ID, mint, Some(bank), Some(bank), 1, u64::MAX).unwrap()
});
const HOOK: Extension = (ExtensionType::TransferHook, |mint, bank| {
    let program = Some(scrip_transfer_hook::ID);
    transfer_hook::instruction::initialize(&ID, mint, Some(*bank), program).unwrap()
});
const NON_TRANSFERABLE: Extension = (ExtensionType::NonTransferable, |mint, _| {
    token::initialize_non_transferable_mint(&ID, mint).unwrap()
});

fn pool() -> Stage {
    Stage::new(cast().share, (money(), ID), 30)
}

/// A world with money of these extensions, of which Alice has 10,000.
fn with_money(extensions: &[Extension]) -> World {
    let mut world = with_program();
    mint_money(&mut world, extensions);
    hand_out_money(&mut world);
    world
}

const DEPOSIT: scrip_example_pool::DepositArgs =
    scrip_example_pool::DepositArgs { max_payment: 5_000 * DOLLAR, ..FIRST };

#[test]
fn plain_money_of_token_2022_serves() {
    for extensions in
        [&[][..], &[PERMANENT_DELEGATE, CLOSE_AUTHORITY, FEE_OF_NOTHING, HOOK_OF_NOBODY]]
    {
        let (mut world, pool, alice) = (with_money(extensions), pool(), cast().alice);
        pool.open(&mut world);
        world.run(pool.deposit(&alice, DEPOSIT));
        assert_eq!(pool.reserves(&world), [100 * TOKEN, 5_000 * DOLLAR]);
        world.run(pool.swap(&alice, sell(TOKEN)));
        world.run(pool.swap(&alice, buy(DOLLAR)));
        world.run(pool.withdraw(&alice, pool.liquidity(&world, &alice)));
        assert_eq!(pool.supply(&world), 0);
    }
}

#[test]
fn a_pool_is_opened_of_no_money_of_which_less_arrives() {
    for extension in [FEE, HOOK, NON_TRANSFERABLE] {
        let mut world = with_program();
        mint_money(&mut world, &[extension]);
        let failure = world.refuse(pool().initialize());
        failure.assert_code(PoolError::PaymentMintNotPlain as u32, "not plain");
    }
}

#[test]
fn a_fee_that_comes_later_stops_trade_and_lets_everybody_out() {
    let (mut world, pool, alice) = (with_money(&[FEE_OF_NOTHING]), pool(), cast().alice);
    pool.open(&mut world);
    world.run(pool.deposit(&alice, DEPOSIT));
    let set = transfer_fee::instruction::set_transfer_fee;
    world.run(set(&ID, &money(), &bank(), &[], 100, u64::MAX).unwrap());
    for refused in [
        pool.deposit(&alice, DEPOSIT),
        pool.swap(&alice, sell(TOKEN)),
        pool.swap(&alice, buy(DOLLAR)),
        pool.quote(&alice, Side::Sell, TOKEN),
    ] {
        let code = PoolError::PaymentMintNotPlain as u32;
        world.refuse(refused).assert_code(code, "a fee from the epoch after next on");
    }
    world.set_epoch(10);
    let before = pool.wallet(&world, &alice);
    let taken = pool.reserves(&world)[1];
    world.run(pool.withdraw(&alice, pool.liquidity(&world, &alice)));
    let gone =
        taken - payment::balance(&world, &payment::account_with(&pool.address, &money(), &ID));
    let fee = gone.div_ceil(100);
    assert_eq!(pool.wallet(&world, &alice)[1], before[1] + gone - fee, "Alice bears the fee");
}
