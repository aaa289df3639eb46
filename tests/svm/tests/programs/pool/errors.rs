//! Every error of the pool and of `scrip_client::cpi`, but for two that no sequence of instructions reaches: the hook
//! always answers, and the arithmetic keeps the product (a unit test of `examples/pool` reaches the latter).

use anchor_lang::solana_program::instruction::Instruction;
use scrip_client::cpi::CpiError;
use scrip_example_pool::WithdrawArgs;
use scrip_example_pool::error::PoolError;

use super::*;
use crate::codes::OTHER_ADDRESS;

/// `MultiplierMoved` of the issuer program.
const ISSUER_MULTIPLIER_MOVED: u32 = 7_066;

#[track_caller]
fn refuse(mut world: World, instruction: Instruction, code: u32, what: &str) {
    world.refuse(instruction).assert_code(code, what);
}

fn sale(args: scrip_example_pool::SwapArgs) -> Instruction {
    Stage::dollars().swap(&cast().alice, args)
}

fn deposit(args: scrip_example_pool::DepositArgs) -> Instruction {
    Stage::dollars().deposit(&cast().alice, args)
}

#[test]
fn of_opening() {
    let usd = (cast().usd, TOKEN_PROGRAM);
    let dear = Stage::new(cast().share, usd, 1_001);
    refuse(with_program(), dear.initialize(), PoolError::FeeTooHigh as u32, "the fee");
    let other = token_2022::ID;
    let shares = Stage::new(cast().share, (cast().other_share.mint, other), 30);
    let code = PoolError::PaymentMintNotPlain as u32;
    refuse(with_program(), shares.initialize(), code, "another share as payment");
    let of_nobody = Stage { share: cast().share, ..Stage::dollars() };
    let with_asset = |asset| {
        let mut instruction = of_nobody.initialize();
        let place = instruction.accounts.iter().position(|a| a.pubkey == cast().share.asset);
        instruction.accounts[place.unwrap()].pubkey = asset;
        instruction
    };
    for no_asset in [cast().share.policy, cast().share.company.address, cast().mallory] {
        let code = CpiError::NotAnAsset as u32;
        refuse(with_program(), with_asset(no_asset), code, "no asset");
    }
    let code = CpiError::OtherAsset as u32;
    refuse(with_program(), with_asset(cast().other_share.asset), code, "another asset");
    let hooked = scrip_svm_tests::cast::Share { mint: cast().hooked_mint, ..cast().share };
    let hooked = Stage::new(hooked, usd, 30).initialize();
    refuse(with_program(), hooked, code, "a mint with our hook that is no share");
}

#[test]
fn an_asset_is_believed_at_its_own_address_alone() {
    let mut world = funded();
    let forged = scrip_svm_tests::keys::wallet("forged asset");
    let account = world.account(&cast().share.asset).unwrap();
    world.set_account(forged, account);
    world.edit(Stage::dollars().address, |pool| {
        // The pool itself would have to name it.
        pool.data[8 + 4 + 32..][..32].copy_from_slice(forged.as_ref());
    });
    let mut swap = sale(sell(TOKEN));
    swap.accounts[10].pubkey = forged;
    refuse(world, swap, CpiError::NotAnAsset as u32, "a copy of the asset elsewhere");
}

#[test]
fn of_amounts() {
    let zero = PoolError::ZeroAmount as u32;
    refuse(funded(), sale(sell(0)), zero, "nothing sold");
    refuse(funded(), sale(buy(0)), zero, "nothing paid");
    refuse(funded(), sale(buy(1)), zero, "the fee takes all of it");
    let nothing = [(0, 1), (1, 0)];
    for (max_shares, max_payment) in nothing {
        let args = scrip_example_pool::DepositArgs { max_shares, max_payment, ..FIRST };
        refuse(registered(), deposit(args), zero, "a first deposit of one side");
        refuse(funded(), deposit(args), zero, "a deposit of one side");
    }
    let dust = scrip_example_pool::DepositArgs { max_payment: 1, ..FIRST };
    refuse(funded(), deposit(dust), zero, "less than one liquidity token pays for");
    let pool = Stage::dollars();
    refuse(funded(), pool.withdraw(&cast().alice, 0), zero, "nothing taken out");
    let empty = PoolError::PoolEmpty as u32;
    refuse(registered(), sale(sell(TOKEN)), empty, "a pool that was never filled");
    let overflow = PoolError::AmountOverflow as u32;
    refuse(funded(), pool.withdraw(&cast().alice, u64::MAX), overflow, "more than there is");
    let most =
        scrip_example_pool::DepositArgs { max_shares: u64::MAX, max_payment: u64::MAX, ..FIRST };
    refuse(funded(), deposit(most), overflow, "more than can be reckoned with");
}

#[test]
fn of_limits() {
    let below = PoolError::BelowMinimum as u32;
    let pool = Stage::dollars();
    let out = 197_431_606;
    let at_least = |min_amount_out| scrip_example_pool::SwapArgs { min_amount_out, ..sell(TOKEN) };
    refuse(funded(), sale(at_least(out + 1)), below, "a swap that brings less");
    funded().run(sale(at_least(out)));
    let at_least = |min_liquidity| scrip_example_pool::DepositArgs { min_liquidity, ..FIRST };
    refuse(registered(), deposit(at_least(FIRST_LIQUIDITY + 1)), below, "a first deposit");
    registered().run(deposit(at_least(FIRST_LIQUIDITY)));
    let all = WithdrawArgs { liquidity: FIRST_LIQUIDITY, min_shares: 0, min_payment: 0 };
    for args in [
        WithdrawArgs { min_shares: 9_999_999_293, ..all },
        WithdrawArgs { min_payment: 19_999_998_586, ..all },
    ] {
        let withdraw = pool.withdraw_at_least(&cast().alice, args);
        refuse(funded(), withdraw, below, "a withdrawal that brings less");
    }
    let exact = WithdrawArgs { min_shares: 9_999_999_292, min_payment: 19_999_998_585, ..all };
    funded().run(pool.withdraw_at_least(&cast().alice, exact));
}

#[test]
fn of_the_multiplier() {
    let moved = PoolError::MultiplierMoved as u32;
    for expected_multiplier in [0, 1, FIRST.expected_multiplier + 1, u128::MAX] {
        let args = scrip_example_pool::SwapArgs { expected_multiplier, ..sell(TOKEN) };
        refuse(funded(), sale(args), moved, "a swap at another multiplier");
    }
    for (expected_multiplier, code) in
        [(0, moved), (u128::MAX, moved), (1, ISSUER_MULTIPLIER_MOVED)]
    {
        let args = scrip_example_pool::DepositArgs { expected_multiplier, ..FIRST };
        refuse(funded(), deposit(args), code, "a deposit at another multiplier");
    }
}

#[test]
fn of_accounts_that_are_missing() {
    let missing = CpiError::HookAccountsMissing as u32;
    let alice = &cast().alice;
    let pool = Stage::dollars();
    for mut instruction in [
        pool.deposit(alice, FIRST),
        pool.swap(alice, sell(TOKEN)),
        pool.swap(alice, buy(DOLLAR)),
        pool.quote(alice, Side::Sell, TOKEN),
        pool.withdraw(alice, 1_000),
    ] {
        funded().run(instruction.clone());
        instruction.accounts.pop();
        refuse(funded(), instruction, missing, "four accounts for the hook");
    }
    let mut swap = pool.swap(alice, sell(TOKEN));
    swap.accounts[10].pubkey = cast().other_share.asset;
    refuse(funded(), swap, OTHER_ADDRESS, "another asset than the pool's");
}
