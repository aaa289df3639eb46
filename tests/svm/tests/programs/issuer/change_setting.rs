//! `change_setting`, `propose_change`: the errors that they have in common, and when which of them is the way

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::ID;
use scrip_issuer::change::Change;
use scrip_issuer::error::IssuerError;
use scrip_issuer::state::{FOUR_EYES_LOOSENING, FOUR_EYES_RESERVE_RULE, MAX_TIMELOCK};
use scrip_rules::settlement::{MAX_ESCROW_SECONDS, MAX_FEE_BPS};
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::issuer_program::{change_asset, change_company, propose_change, with};
use scrip_svm_tests::{World, addresses, cast};

use crate::case::{Case, assert_all_fail, assert_fails, case};

/// Values that cannot be meant.
fn unsound() -> Vec<Change> {
    let reserves = |mode, max_age, min_custodians, haircut_bps| Change::ReserveRule {
        mode,
        max_age,
        min_custodians,
        haircut_bps,
    };
    vec![
        Change::Treasury { owner: Pubkey::default() },
        Change::Timelock { seconds: MAX_TIMELOCK + 1 },
        Change::FourEyes { bits: 8 },
        reserves(0, 1, 1, 0),
        reserves(4, 1, 1, 0),
        reserves(3, 0, 1, 0),
        reserves(2, 1, 0, 0),
        reserves(1, 1, 1, 10_001),
        Change::Fees { purchase_bps: MAX_FEE_BPS + 1, redemption_bps: 0 },
        Change::Fees { purchase_bps: 0, redemption_bps: MAX_FEE_BPS + 1 },
        Change::SettlementWindow { seconds: MAX_ESCROW_SECONDS + 1 },
        Change::Minter {
            member: cast().company.member(Duty::Mint),
            cap: 1,
            capacity: 1,
            period: 0,
        },
    ]
}

#[test]
fn what_cannot_be_meant_is_neither_done_nor_proposed() {
    let (company, share) = (cast().company, cast().share);
    for change in unsound() {
        let share = change.is_about_asset().then_some(&share);
        let at_once = share.map_or(change_company(&company, change), |it| change_asset(it, change));
        let proposed = propose_change(&company, share, change, 0);
        for instruction in [at_once, proposed] {
            let mut world = World::new();
            let code = IssuerError::UnsoundSetting as u32;
            assert_fails(&mut world, instruction, code, &format!("{change:?}"));
        }
    }
}

const CAP: Change = Change::SupplyCap { raw: u64::MAX };

/// The change about an asset, with the account of this name replaced.
fn with_target(change: Change, account: &str, key: Pubkey) -> Instruction {
    with("change_setting", change_asset(&cast().share, change), [(account, key)])
}

fn accept() -> Change {
    Change::PaymentMint { mint: cast().usd, accepted: false }
}

fn four_eyes(world: &mut World, bits: u8) {
    world.run(change_company(&cast().company, Change::FourEyes { bits }));
}

fn timelock(world: &mut World) {
    world.run(change_company(&cast().company, Change::Timelock { seconds: 9 }));
}

pub const CASES: &[Case] = &[
    case(IssuerError::NotAdmin as u32, "a member of staff signs", |_| {
        with_target(CAP, "admin", cast().company.member(Duty::Check))
    }),
    case(IssuerError::UnsoundSetting as u32, "a timelock of more than 30 days", |_| {
        change_company(&cast().company, Change::Timelock { seconds: MAX_TIMELOCK + 1 })
    }),
    case(IssuerError::ChangeTargetMissing as u32, "the listing is not given", |_| {
        with_target(accept(), "payment_listing", ID)
    }),
    case(IssuerError::ChangeTargetMissing as u32, "the policy is not given", |_| {
        let terms = scrip_svm_tests::setup::terms();
        with_target(Change::PolicyTerms { terms }, "policy", ID)
    }),
    case(IssuerError::ChangeTargetMissing as u32, "the mint is not given", |_| {
        with_target(Change::HookProgram { program: ID }, "mint", ID)
    }),
    case(IssuerError::ChangeTargetMissing as u32, "the token program is not given", |_| {
        with_target(Change::HookProgram { program: ID }, "token_program", ID)
    }),
    case(IssuerError::ChangeTargetMismatch as u32, "no asset for a change of one", |_| {
        change_company(&cast().company, CAP)
    }),
    case(IssuerError::ChangeTargetMismatch as u32, "an asset for a change of the issuer", |_| {
        change_asset(&cast().share, Change::Timelock { seconds: 1 })
    }),
    case(IssuerError::ChangeTargetMismatch as u32, "another custodian's account", |world| {
        let (company, mallory) = (cast().company, cast().mallory);
        world.run(scrip_svm_tests::issuer_program::add_custodian(&company, mallory));
        let approve = Change::Custodian { key: mallory, approved: true };
        let other = addresses::custodian(&company.address, &company.custodian());
        with("change_setting", change_company(&company, approve), [("custodian", other)])
    }),
    case(IssuerError::ChangeTargetMismatch as u32, "another share's policy", |_| {
        let terms = scrip_svm_tests::setup::terms();
        with_target(Change::PolicyTerms { terms }, "policy", cast().other_share.policy)
    }),
    case(IssuerError::ChangeTargetMismatch as u32, "another share's mint", |_| {
        with_target(Change::HookProgram { program: ID }, "mint", cast().other_share.mint)
    }),
    case(IssuerError::ChangeMustWait as u32, "a higher cap, with a timelock", |world| {
        timelock(world);
        change_asset(&cast().share, CAP)
    }),
    case(IssuerError::ChangeMustWait as u32, "a shorter timelock", |world| {
        timelock(world);
        change_company(&cast().company, Change::Timelock { seconds: 8 })
    }),
    case(IssuerError::ChangeNeedsChecker as u32, "a loosening change, with four eyes", |world| {
        four_eyes(world, FOUR_EYES_LOOSENING);
        change_asset(&cast().share, CAP)
    }),
    case(IssuerError::ChangeNeedsChecker as u32, "even a stricter reserve rule", |world| {
        four_eyes(world, FOUR_EYES_RESERVE_RULE);
        let (mode, max_age, min_custodians, haircut_bps) = (3, 1, 1, 0);
        let rule = Change::ReserveRule { mode, max_age, min_custodians, haircut_bps };
        change_asset(&cast().share, rule)
    }),
    case(IssuerError::ChangeNeedsChecker as u32, "two eyes end the four", |world| {
        four_eyes(world, FOUR_EYES_LOOSENING);
        change_company(&cast().company, Change::FourEyes { bits: 0 })
    }),
    case(IssuerError::ChangeNeedsChecker as u32, "and those over the reserve rule", |world| {
        four_eyes(world, FOUR_EYES_RESERVE_RULE);
        change_company(&cast().company, Change::FourEyes { bits: 0 })
    }),
    case(IssuerError::NotAdmin as u32, "somebody proposes", |_| {
        let propose = propose_change(&cast().company, Some(&cast().share), CAP, 0);
        with("propose_change", propose, [("admin", cast().mallory)])
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
