//! When shares stand still, and whose shares do: the pool refuses with the hook's own code, both sides together, and
//! goes on when it is over.

use scrip_rules::refusal::Refusal;
use scrip_svm_tests::{START, hook_program, issuer_program};
use spl_token_2022_interface::error::TokenError;

use super::*;

/// Token-2022 says so of a paused mint.
const PAUSED: u32 = TokenError::MintPaused as u32;

/// Everything that one can do with a pool.
fn everything(
    owner: &anchor_lang::prelude::Pubkey,
) -> [(anchor_lang::solana_program::instruction::Instruction, bool); 4] {
    let pool = Stage::dollars();
    let small = scrip_example_pool::DepositArgs { max_shares: TOKEN, ..FIRST };
    // Whether the pool is the recipient.
    [
        (pool.deposit(owner, small), true),
        (pool.swap(owner, sell(TOKEN)), true),
        (pool.swap(owner, buy(DOLLAR)), false),
        (pool.withdraw(owner, 1_000_000), false),
    ]
}

#[track_caller]
fn assert_all_refused(world: &mut World, code: u32, what: &str) {
    for (instruction, _) in everything(&cast().alice) {
        world.refuse(instruction).assert_code(code, what);
    }
}

#[track_caller]
fn assert_all_go(world: &World) {
    for (instruction, _) in everything(&cast().alice) {
        world.clone().run(instruction);
    }
}

/// What a quote says that asks the hook.
fn verdict(world: &mut World) -> u16 {
    let quote = Stage::dollars().quote(&cast().alice, Side::Sell, TOKEN);
    returned::<Quote>(&world.run(quote)).verdict
}

#[test]
fn a_halt_stops_both_sides_until_it_is_over() {
    let mut world = funded();
    world.run(issuer_program::halt(&cast().share, 1, START + 60));
    assert_all_refused(&mut world, Refusal::Halted.code().into(), "halted");
    assert_eq!(verdict(&mut world), Refusal::Halted.code());
    world.set_time(START + 60);
    assert_all_go(&world);
    assert_eq!(verdict(&mut world), 0);
}

#[test]
fn a_blackout_stops_both_sides_until_it_is_over() {
    let mut world = funded();
    world.run(issuer_program::set_blackout(&cast().share, START + 10, START + 20));
    assert_all_go(&world);
    for time in [10, 19] {
        world.set_time(START + time);
        assert_all_refused(&mut world, Refusal::Blackout.code().into(), "in a blackout");
        assert_eq!(verdict(&mut world), Refusal::Blackout.code());
    }
    world.set_time(START + 20);
    assert_all_go(&world);
}

#[test]
fn a_pause_is_token_2022_s_own_and_stops_both_sides() {
    let mut world = funded();
    world.run(issuer_program::pause(&cast().share));
    assert_all_refused(&mut world, PAUSED, "paused");
    // The hook is not asked of a paused mint, and knows nothing of it.
    assert_eq!(verdict(&mut world), 0);
    world.run(issuer_program::unpause(&cast().share));
    assert_all_go(&world);
}

#[test]
fn a_wallet_that_is_not_on_the_register_neither_sells_nor_buys() {
    let (mut world, pool, carol) = (funded(), Stage::dollars(), cast().carol);
    world.edit(token_2022::account_of(&carol, &cast().share.mint), |account| {
        // Shares that she got while she was on a register that knows her no longer.
        account.data[64..72].copy_from_slice(&TOKEN.to_le_bytes());
    });
    let sale = world.refuse(pool.swap(&carol, sell(TOKEN)));
    sale.assert_code(Refusal::SourceMissing.code().into(), "a stranger sells");
    let purchase = world.refuse(pool.swap(&carol, buy(DOLLAR)));
    purchase.assert_code(Refusal::DestinationMissing.code().into(), "a stranger buys");
    let details = scrip_svm_tests::setup::details();
    world.run(hook_program::onboard_holder(&cast().company.register, carol, details));
    world.run(pool.swap(&carol, sell(TOKEN)));
    world.run(pool.swap(&carol, buy(DOLLAR)));
}

#[test]
fn liquidity_tokens_bring_shares_to_nobody_who_may_not_hold_them() {
    let (mut world, pool) = (funded(), Stage::dollars());
    let (alice, carol) = (cast().alice, cast().carol);
    let [from, to] = [alice, carol].map(|w| token_2022::account_of(&w, &pool.liquidity_mint));
    let (mint, program) = (&pool.liquidity_mint, &token_2022::ID);
    // Six decimals, as dollars.
    let give = scrip_svm_tests::payment::transfer;
    world.run(give(&from, mint, &to, &alice, 1_000_000, program));
    let failure = world.refuse(pool.withdraw(&carol, 1_000_000));
    failure.assert_code(Refusal::DestinationMissing.code().into(), "a stranger takes out");
}

#[test]
fn a_suspended_venue_stands_still_until_it_is_reinstated() {
    let mut world = funded();
    let register = &cast().company.register;
    let pool = Stage::dollars().address;
    world.run(hook_program::set_holder_status(register, &pool, 2));
    for (instruction, recipient) in everything(&cast().alice) {
        let refusal = match recipient {
            true => Refusal::DestinationSuspended,
            false => Refusal::SourceSuspended,
        };
        world.refuse(instruction).assert_code(refusal.code().into(), "suspended");
    }
    world.run(hook_program::set_holder_status(register, &pool, 1));
    assert_all_go(&world);
}

#[test]
fn a_venue_whose_program_is_approved_of_no_longer_can_be_suspended_by_anybody() {
    let mut world = funded();
    let (venue, register) = (Stage::dollars().venue(), cast().company.register);
    world.run(venue.revoke(&register));
    assert_all_go(&world);
    world.run(venue.suspend_orphaned(&register));
    let suspended = Refusal::DestinationSuspended.code();
    assert_eq!(verdict(&mut world), suspended);
}

#[test]
fn a_pool_that_is_not_registered_takes_no_shares() {
    let (mut world, pool) = (with_program(), Stage::dollars());
    world.run(pool.initialize());
    world.run(token_2022::create_account(&cast().alice, &pool.liquidity_mint));
    let failure = world.refuse(pool.deposit(&cast().alice, FIRST));
    failure.assert_code(Refusal::DestinationMissing.code().into(), "not registered");
    pool.venue().put_registered(&mut world, &cast().company.register);
    world.run(pool.deposit(&cast().alice, FIRST));
}
