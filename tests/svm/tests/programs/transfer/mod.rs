//! Transfers through Token-2022, which calls the hook.
//!
//! - here: who is judged, by which record, and who is not
//! - [`standstill`]: halts, blackouts, lock-ups, pauses and expiries, to the second
//! - [`open`]: policies under which a wallet needs no record; [`paths`]: from whom to whom
//! - [`limits`]: amounts, to the unit; [`asset`]: the asset itself as sender and recipient
//! - [`changes`]: what holds for a transfer is what the accounts say when it comes
//! - [`refusals`]: every refusal, reached; [`ways`]: how
//! - [`stage`]: how transfers are staged

mod asset;
mod changes;
mod limits;
mod open;
mod paths;
pub mod refusals;
pub mod stage;
mod standstill;
mod ways;

use scrip_rules::refusal::Refusal;
use scrip_svm_tests::setup::details;
use scrip_svm_tests::{TOKEN, Transfer, World, addresses, cast, hook_program, token_2022};
use scrip_transfer_hook::state::Holder;

use crate::codes::OWNER_MISMATCH;

/// The whole balance of Alice, to Bob.
fn alice_to_bob() -> Transfer {
    Transfer::new(&cast().share.mint, &cast().alice, &cast().bob, 1_000 * TOKEN)
}

/// Fails unless `check_transfer` allows the transfer, and it goes through. The world stays as it is.
#[track_caller]
pub fn assert_allowed(world: &World, transfer: &Transfer) {
    let mut world = world.clone();
    assert_eq!(transfer.check(&mut world), 0);
    transfer.send(&mut world).unwrap_or_else(|failure| panic!("{}", failure.logs.join("\n")));
}

/// Fails unless `check_transfer` and the transfer itself answer with this refusal, and nothing changes.
#[track_caller]
pub fn assert_refused(world: &World, transfer: &Transfer, refusal: Refusal) {
    let mut world = world.clone();
    assert_eq!(transfer.check(&mut world), refusal.code());
    let instruction = transfer.instruction(&world);
    let failure = world.refuse(instruction);
    failure.assert_code(refusal.code().into(), "the transfer");
    assert!(failure.logged(refusal.sentence()), "{}", failure.logs.join("\n"));
}

#[test]
fn tokens_move_and_nothing_else_changes() {
    let mut world = World::new();
    let (share, alice, bob) = (cast().share, cast().alice, cast().bob);
    let scrip = [share.policy, share.metas, share.asset, share.holder(&alice), share.holder(&bob)];
    let before = scrip.map(|address| world.account(&address));
    assert_allowed(&world, &alice_to_bob());
    let receipt = alice_to_bob().send(&mut world).unwrap();
    assert_eq!(token_2022::balance(&world, &alice, &share.mint), 0);
    assert_eq!(token_2022::balance(&world, &bob, &share.mint), 2_000 * TOKEN);
    assert_eq!(scrip.map(|address| world.account(&address)), before);
    assert_eq!(receipt.event_count(), 0);
    // The hook says nothing when it has nothing to refuse.
    assert!(!receipt.logs.iter().any(|line| line.starts_with("Program log: Instruction: Execute")));
}

#[test]
fn a_delegate_is_judged_by_the_record_of_the_owner() {
    let mut world = World::new();
    let (share, alice, bob, carol) = (cast().share, cast().alice, cast().bob, cast().carol);
    // Carol is on no register: whoever signs does not matter.
    world.run(token_2022::approve(&alice, &share.mint, &carol, 1_000 * TOKEN));
    assert_allowed(&world, &alice_to_bob().signed_by(&carol));
    let to_herself = Transfer::new(&share.mint, &alice, &carol, 1).signed_by(&carol);
    assert_refused(&world, &to_herself, Refusal::DestinationMissing);
    world.run(hook_program::set_holder_status(&share.company.register, &alice, 2));
    assert_refused(&world, &alice_to_bob().signed_by(&carol), Refusal::SourceSuspended);
    // Bob's good record does not lend itself to Alice's tokens either.
    world.run(token_2022::approve(&alice, &share.mint, &bob, 1_000 * TOKEN));
    assert_refused(&world, &alice_to_bob().signed_by(&bob), Refusal::SourceSuspended);
}

#[test]
fn nobody_can_use_the_permanent_delegate() {
    let mut world = World::new();
    let transfer = alice_to_bob();
    let failure = world.refuse(transfer.signed_by(&cast().mallory).instruction(&world.clone()));
    failure.assert_code(OWNER_MISMATCH, "a stranger signs");
    // The asset is the permanent delegate, and an address without a key: its signature cannot be had.
    let mut instruction = transfer.signed_by(&cast().share.asset).instruction(&world);
    instruction.accounts[3].is_signer = false;
    let failure = world.refuse(instruction);
    assert!(failure.logged("missing required signature"), "{}", failure.logs.join("\n"));
}

#[test]
fn a_transfer_to_oneself_is_not_judged_and_moves_nothing() {
    // Token-2022 returns before the hook (threat 14).
    let mut world = World::new();
    let (share, alice) = (cast().share, cast().alice);
    world.run(hook_program::set_holder_status(&share.company.register, &alice, 3));
    let transfer = Transfer::new(&share.mint, &alice, &alice, TOKEN);
    assert_eq!(transfer.check(&mut world), Refusal::SourceRevoked.code());
    let receipt = transfer.send(&mut world).unwrap();
    let hook = format!("Program {} invoke", scrip_transfer_hook::ID);
    assert!(!receipt.logs.iter().any(|line| line.starts_with(&hook)));
    assert_eq!(token_2022::balance(&world, &alice, &share.mint), 1_000 * TOKEN);
}

#[test]
fn lamports_are_no_record() {
    let mut world = World::new();
    let (share, carol) = (cast().share, cast().carol);
    let address = addresses::holder(&share.company.register.address, &carol);
    world.give_lamports(address, 10_000_000);
    let transfer = Transfer::new(&share.mint, &cast().alice, &carol, 1);
    assert_refused(&world, &transfer, Refusal::DestinationMissing);
    world.run(hook_program::onboard_holder(&share.company.register, carol, details()));
    let record: Holder = world.read(&address);
    assert_eq!(record.wallet, carol);
    assert_allowed(&world, &transfer);
}
