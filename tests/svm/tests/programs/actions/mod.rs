//! Corporate actions from announcement to settlement: one module per instruction, and one per guard.
//!
//! - [`blackouts`]: an action's own, another's, and one set by hand; [`notice`]: the minimum, and a time that was missed
//! - [`bounds`]: how far each kind may move the multiplier, and the way past that
//! - [`foreign_change`]: a multiplier in the mint that this program did not write
//! - [`four_eyes`]: whom a checker's approval binds, and to what
//! - [`reversal`]: what is taken back, and what cannot be; [`history`]: the multiplier at any second of the past
//! - [`unsound_terms`]: terms that cannot be meant

pub mod amend_action;
pub mod announce_action;
pub mod approve_action;
pub mod assert_multiplier;
mod blackouts;
mod bounds;
pub mod cancel_action;
mod foreign_change;
mod four_eyes;
mod history;
mod notice;
mod reversal;
pub mod schedule_action;
pub mod settle_action;
mod unsound_terms;

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::AnnounceActionArgs;
use scrip_issuer::state::{ActionDates, ActionTerms, CORPORATE_ACTION_VERSION, CorporateAction};
use scrip_rules::corporate_action::{ActionKind, ActionState};
use scrip_rules::multiplier::SCALE;
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::fixtures::actions::renamed;
use scrip_svm_tests::fixtures::{NOTICE, SPLIT, dividend, effective_at};
use scrip_svm_tests::payment::DOLLAR;
use scrip_svm_tests::{START, World, addresses, cast, issuer_program};

use crate::case::Case;

/// The cases of all instructions here.
pub const CASES: &[&[Case]] = &[
    amend_action::CASES,
    announce_action::CASES,
    approve_action::CASES,
    assert_multiplier::CASES,
    cancel_action::CASES,
    schedule_action::CASES,
    settle_action::CASES,
];

/// When the actions of the fixtures take effect.
const AT: i64 = START + NOTICE;

/// The member of staff who handles corporate actions.
fn maker() -> Pubkey {
    cast().company.member(Duty::CorporateActions)
}

fn address(sequence: u32) -> Pubkey {
    addresses::action(&cast().share.asset, sequence)
}

fn announce(sequence: u32, args: AnnounceActionArgs) -> Instruction {
    issuer_program::announce_action(&cast().share, sequence, args)
}

fn amend(sequence: u32, args: AnnounceActionArgs) -> Instruction {
    issuer_program::amend_action(&cast().share, sequence, args.dates, args.terms)
}

/// `schedule_action`, while the multiplier is 1
fn schedule(sequence: u32) -> Instruction {
    issuer_program::schedule_action(&cast().share, sequence, SCALE)
}

fn approve(sequence: u32, amendments: u16) -> Instruction {
    issuer_program::approve_action(&cast().share, sequence, amendments)
}

fn cancel(sequence: u32) -> Instruction {
    issuer_program::cancel_action(&cast().share, sequence)
}

fn settle(sequence: u32) -> Instruction {
    issuer_program::settle_action(&cast().share, sequence)
}

/// The action with another effective time, and nothing else of its dates.
fn taking_effect(at: i64, args: AnnounceActionArgs) -> AnnounceActionArgs {
    AnnounceActionArgs { dates: effective_at(at), ..args }
}

fn split(numerator: u64, denominator: u64) -> AnnounceActionArgs {
    AnnounceActionArgs { terms: ActionTerms::Ratio { numerator, denominator }, ..SPLIT }
}

/// A sound action of this kind, with the shortest notice.
fn example(kind: ActionKind) -> AnnounceActionArgs {
    let (payment_mint, mint) = (cast().usd, cast().other_share.mint);
    let (gross, withholding_bps, price) = (DOLLAR, 1_500, 125 * DOLLAR);
    let (numerator, denominator) = (1, 4);
    let paid = ActionDates { record_at: AT - 60, payable_at: AT + 60, ..SPLIT.dates };
    let mut dates = SPLIT.dates;
    let terms = match kind {
        ActionKind::ForwardSplit => SPLIT.terms,
        ActionKind::CashDividend => dividend(1, 100).terms,
        ActionKind::ReverseSplit => ActionTerms::Ratio { numerator, denominator },
        ActionKind::BonusIssue | ActionKind::StockDividend => {
            ActionTerms::Ratio { numerator: 11, denominator: 10 }
        }
        ActionKind::InterestPayment | ActionKind::CapitalDistribution => {
            dates = paid;
            ActionTerms::Cash { payment_mint, gross, withholding_bps }
        }
        ActionKind::DividendReinvestment => {
            dates = ActionDates { elect_by: AT + 60, ..paid };
            ActionTerms::Choice { payment_mint, gross, withholding_bps, price, default: 1 }
        }
        ActionKind::SpinOff => {
            dates = paid;
            ActionTerms::Shares { mint, numerator, denominator }
        }
        ActionKind::Merger | ActionKind::ExchangeOffer => {
            ActionTerms::Exchange { mint, numerator, denominator, payment_mint, price }
        }
        ActionKind::TenderOffer | ActionKind::RepurchaseOffer => {
            ActionTerms::Offer { payment_mint, price, max_raw: 1_000 }
        }
        ActionKind::NameChange => renamed().terms,
        ActionKind::Liquidation | ActionKind::Delisting => {
            ActionTerms::FinalPrice { payment_mint, price }
        }
    };
    AnnounceActionArgs { kind: kind as u8, dates, terms, document_hash: [5; 32] }
}

/// What a new action is, when it was announced at [`START`].
fn as_announced(sequence: u32, args: &AnnounceActionArgs) -> CorporateAction {
    CorporateAction {
        version: CORPORATE_ACTION_VERSION,
        bump: addresses::bump(&address(sequence)),
        kind: args.kind,
        state: ActionState::Announced as u8,
        asset: cast().share.asset,
        sequence,
        announced_at: START,
        amendments: 0,
        dates: args.dates,
        scheduled_at: 0,
        settled_at: 0,
        old_multiplier: 0,
        new_multiplier: 0,
        document_hash: args.document_hash,
        reason: [0; 32],
        maker: maker(),
        checker: Pubkey::default(),
        payouts: 0,
        open_payouts: 0,
        tendered: 0,
        open_tenders: 0,
        terms: args.terms,
    }
}

/// Fails unless this is every field of the action. Its account has room for longer terms.
#[track_caller]
fn assert_action(world: &World, expected: &CorporateAction) {
    let seen: CorporateAction = world.read(&address(expected.sequence));
    assert_eq!(format!("{seen:#?}"), format!("{expected:#?}"));
}

/// The instruction, signed by another member of staff with another duty.
fn by(name: &str, duty: Duty, instruction: Instruction) -> Instruction {
    let company = cast().company;
    let other = [("actor", company.member(duty)), ("role", company.role(duty))];
    issuer_program::with(name, instruction, other)
}

/// Gives the member with this duty a role of checker and maker at once, in place of the one before.
fn may_make_and_check(world: &mut World, duty: Duty) {
    let (company, member) = (cast().company, cast().company.member(duty));
    let permissions = Duty::Check.permission() | Duty::CorporateActions.permission();
    world.run(issuer_program::revoke_role(&company, &member));
    world.run(issuer_program::grant_role(&company, member, permissions));
}
