//! What holds for a transfer is what the accounts say when it comes: a change takes effect with the next
//! transfer, also within one transaction.

use anchor_lang::solana_program::instruction::Instruction;
use scrip_rules::refusal::Refusal;
use scrip_svm_tests::setup::{details, terms};
use scrip_svm_tests::{START, World, cast, hook_program, issuer_program};
use scrip_transfer_hook::{HolderDetails, PolicyTerms};

use super::stage::{register, transfer};
use super::{assert_allowed, assert_refused};

fn update_policy(change: PolicyTerms) -> Instruction {
    issuer_program::update_policy(&cast().share, change)
}

/// Changes that stop Alice from sending to Bob, and what is said then.
fn changes() -> Vec<(Refusal, Instruction)> {
    let (share, alice, bob) = (cast().share, cast().alice, cast().bob);
    let nobody = HolderDetails { jurisdiction: 840, ..details() };
    vec![
        (Refusal::Halted, issuer_program::halt(&share, 1, 0)),
        (Refusal::Blackout, issuer_program::set_blackout(&share, START, START + 1)),
        (Refusal::AssetLocked, update_policy(PolicyTerms { locked_until: START + 1, ..terms() })),
        (Refusal::WalletToWallet, update_policy(PolicyTerms { paths: 2, ..terms() })),
        (Refusal::OverMaxTransfer, update_policy(PolicyTerms { max_transfer: 1, ..terms() })),
        (
            Refusal::DestinationOverMaxBalance,
            update_policy(PolicyTerms { max_balance: 1, ..terms() }),
        ),
        (
            Refusal::SourceClassNotAdmitted,
            update_policy(PolicyTerms { classes_admitted: 8, ..terms() }),
        ),
        (Refusal::SourceSuspended, hook_program::set_holder_status(&register(), &alice, 2)),
        (Refusal::DestinationSanctioned, hook_program::set_holder_status(&register(), &bob, 4)),
        (Refusal::DestinationJurisdiction, hook_program::update_holder(&register(), &bob, nobody)),
        (Refusal::SourceMissing, hook_program::close_holder(&register(), &alice)),
    ]
}

#[test]
fn a_change_takes_effect_with_the_next_transfer() {
    let before = World::new();
    let to_bob = transfer(&cast().alice, &cast().bob, 2);
    for (refusal, change) in changes() {
        let mut world = before.clone();
        assert_allowed(&world, &to_bob);
        world.run(change);
        assert_refused(&world, &to_bob, refusal);
    }
}

#[test]
fn a_change_takes_effect_within_its_transaction() {
    let before = World::new();
    let transfer = transfer(&cast().alice, &cast().bob, 2).instruction(&before);
    for (refusal, change) in changes() {
        let both = [change.clone(), transfer.clone()];
        let failure = before.clone().send_all(&both).unwrap_err();
        failure.assert_code(refusal.code().into(), "a transfer after a change");
        before.clone().send_all(&[transfer.clone(), change]).unwrap();
    }
}
