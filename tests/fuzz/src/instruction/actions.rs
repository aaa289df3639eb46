//! Corporate actions, payouts and tenders as instructions.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::{AnnounceActionArgs, OpenPayoutArgs};
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::issuer_program::{self as program, PaidWith};
use scrip_svm_tests::{Transfer, World, addresses, payment};

use super::{by, exchange, in_money, treasured};
use crate::model::Model;
use crate::operation::{ActionStep, PayoutKey};
use crate::scene::scene;

const CASH: PaidWith<'_> = PaidWith::Cash;

/// A step in the life of an action.
pub fn action(step: &ActionStep, model: &Model, world: &World) -> Instruction {
    let (scene, share) = (scene(), scene().share);
    let person = |place: usize| &scene.people[place];
    let staffed = |instruction, member| by(instruction, Duty::CorporateActions, member);
    match step {
        ActionStep::Announce { by: actor, kind, dates, terms } => {
            let args = AnnounceActionArgs {
                kind: *kind,
                dates: *dates,
                terms: *terms,
                document_hash: [5; 32],
            };
            let sequence = model.calendar.len() as u32;
            staffed(program::announce_action(&share, sequence, args), actor)
        }
        ActionStep::Amend { by: actor, sequence, dates, terms } => {
            staffed(program::amend_action(&share, *sequence, *dates, *terms), actor)
        }
        ActionStep::Approve { by: actor, sequence, amendments } => {
            by(program::approve_action(&share, *sequence, *amendments), Duty::Check, actor)
        }
        ActionStep::Schedule { by: actor, sequence, multiplier } => {
            staffed(program::schedule_action(&share, *sequence, *multiplier), actor)
        }
        ActionStep::Cancel { by: actor, sequence } => {
            staffed(program::cancel_action(&share, *sequence), actor)
        }
        ActionStep::SettleAction { sequence } => program::settle_action(&share, *sequence),
        ActionStep::OpenPayout { by: actor, payout, total, deadline } => {
            let args = arguments(*total, *deadline);
            let open = program::open_payout(&share, payout.0, CASH, args);
            staffed(paid(open, payout, &scene.treasuries[0]), actor)
        }
        ActionStep::ApprovePayout { by: actor, payout, total } => {
            let deadline = model.payouts.get(payout).map_or(0, |open| open.deadline);
            let args = arguments(*total, deadline);
            let approve = program::approve_payout(&share, payout.0, CASH, &args);
            by(paid(approve, payout, &scene.treasuries[0]), Duty::Check, actor)
        }
        ActionStep::FundPayout { treasury, payout, amount } => {
            let funder = &scene.treasuries[*treasury];
            let fund = program::fund_payout(&share, payout.0, CASH, funder, *amount);
            paid(fund, payout, funder)
        }
        ActionStep::WithdrawPayout { by: actor, payout } => {
            let withdraw = program::withdraw_payout(&share, payout.0, CASH);
            let withdraw = paid(withdraw, payout, &scene.treasuries[0]);
            staffed(treasured(withdraw, payout.1, model), actor)
        }
        ActionStep::SweepPayout { by: actor, payout } => {
            let sweep = program::sweep_payout(&share, payout.0, CASH);
            let sweep = paid(sweep, payout, &scene.treasuries[0]);
            staffed(treasured(sweep, payout.1, model), actor)
        }
        ActionStep::Tender { tender, amount } => {
            program::tender_shares(&share, tender.0, person(tender.1), *amount)
        }
        ActionStep::WithdrawTender { tender } => {
            program::withdraw_tender(&share, tender.0, person(tender.1))
        }
        ActionStep::SettleTender { tender, money } => {
            let owner = person(tender.1);
            paid(program::settle_tender(&share, tender.0, owner), &(tender.0, *money), owner)
        }
        ActionStep::DustTender { from, tender, amount } => {
            let action = addresses::action(&share.asset, tender.0);
            let destination = addresses::escrow(&addresses::tender(&action, person(tender.1)));
            let plain = Transfer::new(&share.mint, person(*from), person(*from), *amount);
            Transfer { destination, ..plain }.instruction(world)
        }
        ActionStep::DustVault { from, payout, amount } => {
            let account = scene.cash_account(person(*from), payout.1);
            let (money, from) = (scene.money[payout.1], person(*from));
            let vault = addresses::escrow(&payout_address(payout));
            payment::transfer(&account, &money.mint, &vault, from, *amount, &money.program)
        }
    }
}

/// The address of a payout.
pub fn payout_address(payout: &PayoutKey) -> Pubkey {
    let action = addresses::action(&scene().share.asset, payout.0);
    addresses::payout(&action, &scene().money[payout.1].mint)
}

const fn arguments(total: u64, deadline: i64) -> OpenPayoutArgs {
    OpenPayoutArgs {
        total,
        root: [0; 32],
        leaves: 0,
        withheld: 0,
        snapshot_hash: [0; 32],
        deadline,
    }
}

/// The instruction about this payout instead of the one in dollars, with an account of `wallet`.
fn paid(mut instruction: Instruction, payout: &PayoutKey, wallet: &Pubkey) -> Instruction {
    let (old, new) = (payout_address(&(payout.0, 0)), payout_address(payout));
    exchange(&mut instruction, addresses::escrow(&old), addresses::escrow(&new));
    exchange(&mut instruction, old, new);
    in_money(instruction, payout.1, wallet)
}
