//! What they become, and that all goes on from there.

use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::events::AccountMigrated;
use scrip_issuer::state::{ActionTerms, CORPORATE_ACTION_VERSION};
use scrip_issuer::{AnnounceActionArgs, AttestReservesArgs, ID};
use scrip_rules::corporate_action::{ActionKind, ActionState};
use scrip_rules::multiplier::SCALE;
use scrip_svm_tests::fixtures::{NOTICE, dividend, effective_at};
use scrip_svm_tests::version_1::{DIVIDEND_AT, TAKEN_AT};
use scrip_svm_tests::{START, TOKEN, Transfer, issuer_program, token_2022};

use super::*;

fn history() -> World {
    let mut world = World::new();
    version_1::put_all(&mut world);
    for account in [cast().other_share.asset, old_action(0), old_action(1)] {
        world.run(migrate_account(account));
    }
    world
}

/// The custodian's word on the other share, after the dividend.
fn attest(actions_seen: u32) -> Instruction {
    let (share, as_of) = (cast().other_share, DIVIDEND_AT + 1);
    let args =
        AttestReservesArgs { shares: 500_000 * TOKEN, as_of, actions_seen, document_hash: [6; 32] };
    issuer_program::attest_reserves(&share, share.company.custodian(), args)
}

#[test]
fn an_asset_becomes_what_this_version_would_have_made_without_the_new_bounds() {
    let mut world = World::new();
    let asset = cast().share.asset;
    let made = Asset { reverse_split_max: 0, bonus_max_bps: 0, ..world.read(&asset) };
    let old = version_1::account_at(&asset);
    version_1::put(&mut world, asset);
    let receipt = world.run(migrate_account(asset));
    world.assert_account(&asset, &made);
    let account = world.account(&asset).unwrap();
    assert_eq!((account.owner, account.data.len()), (ID, 252));
    assert_eq!(account.lamports, world.rent(252));
    assert!(old.lamports < account.lamports);
    let event = AccountMigrated { account: asset, actor: cast().payer, from: 1, to: 2 };
    receipt.assert_events(ID, &[event]);
    assert_eq!(receipt.event_count(), 1);
}

#[test]
fn lamports_that_are_there_already_are_not_paid_again() {
    let mut world = World::new();
    let asset = cast().share.asset;
    version_1::put(&mut world, asset);
    world.give_lamports(asset, 50_000_000);
    let before = world.account(&cast().payer).unwrap().lamports;
    world.run(migrate_account(asset));
    assert_eq!(world.account(&cast().payer).unwrap().lamports, before);
}

#[test]
fn a_converted_asset_mints_moves_and_splits() {
    let mut world = World::new();
    let (share, alice, bob) = (cast().share, cast().alice, cast().bob);
    version_1::put_all(&mut world);
    world.run(migrate_account(share.asset));
    world.run(issuer_program::mint_shares(&share, &alice, 5 * TOKEN));
    assert_eq!(token_2022::balance(&world, &alice, &share.mint), 1_005 * TOKEN);
    let transfer = Transfer::new(&share.mint, &alice, &bob, 5 * TOKEN).instruction(&world);
    world.run(transfer);
    let at = TAKEN_AT + NOTICE;
    world.schedule(&share, AnnounceActionArgs { dates: effective_at(at), ..SPLIT });
    world.set_time(at);
    world.run(issuer_program::assert_multiplier(&share, 4 * SCALE));
    world.run(issuer_program::settle_action(&share, 0));
}

#[test]
fn no_reverse_split_before_somebody_sets_its_bound() {
    let mut world = World::new();
    let share = cast().share;
    version_1::put(&mut world, share.asset);
    world.run(migrate_account(share.asset));
    let reverse = AnnounceActionArgs {
        kind: ActionKind::ReverseSplit as u8,
        terms: ActionTerms::Ratio { numerator: 1, denominator: 2 },
        ..SPLIT
    };
    world.run(issuer_program::announce_action(&share, 0, reverse));
    let schedule = issuer_program::schedule_action(&share, 0, SCALE);
    world.refuse(schedule).assert_code(IssuerError::RatioBeyondBound as u32, "no bound");
}

#[test]
fn a_history_is_as_this_version_would_have_written_it() {
    let mut written = World::new();
    let share = cast().other_share;
    written.schedule(&share, SPLIT);
    written.set_time(TAKEN_AT);
    let reinvested = AnnounceActionArgs {
        dates: effective_at(DIVIDEND_AT),
        document_hash: [6; 32],
        ..dividend(13, 1_000)
    };
    written.schedule(&share, reinvested);
    let world = history();
    let asset: Asset = written.read(&share.asset);
    let asset = Asset { reverse_split_max: 0, bonus_max_bps: 0, ..asset };
    world.assert_account(&share.asset, &asset);
    assert_eq!((asset.action_count, asset.multiplier_changes), (2, 2));
    for sequence in [0, 1] {
        let address = old_action(sequence);
        assert_eq!(world.data(&address), written.data(&address), "action {sequence}");
        let action: CorporateAction = world.read(&address);
        assert_eq!(action.version, CORPORATE_ACTION_VERSION);
    }
}

#[test]
fn a_history_goes_on() {
    let mut world = history();
    let share = cast().other_share;
    let settle = |sequence| issuer_program::settle_action(&share, sequence);
    world.run(settle(0));
    world.refuse(settle(1)).assert_code(IssuerError::ActionNotDue as u32, "the dividend");
    world.set_time(DIVIDEND_AT);
    world.run(settle(1));
    let action: CorporateAction = world.read(&old_action(1));
    assert_eq!(action.state, ActionState::Settled as u8);
    world.run(issuer_program::assert_multiplier(&share, 4_052 * SCALE / 1_000));
    // Whoever counts the shares after both must have seen both.
    world.set_time(DIVIDEND_AT + 1);
    world.refuse(attest(1)).assert_code(IssuerError::ActionsNotSeen as u32, "the dividend");
    world.run(attest(2));
    world.run(issuer_program::mint_shares(&share, &cast().alice, TOKEN));
}

#[test]
fn what_was_to_come_can_be_taken_back() {
    let mut world = history();
    let share = cast().other_share;
    let dividend = issuer_program::cancel_action(&share, 1);
    world.run(dividend);
    world.run(issuer_program::assert_multiplier(&share, 4 * SCALE));
    let asset: Asset = world.read(&share.asset);
    assert_eq!((asset.multiplier_changes, asset.multiplier_effective_at), (1, START + NOTICE));
    world.set_time(DIVIDEND_AT);
    world.run(issuer_program::assert_multiplier(&share, 4 * SCALE));
}
