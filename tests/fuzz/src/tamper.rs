//! How an instruction is spoilt so that it must fail, whatever it is about.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_svm_tests::addresses;
use scrip_svm_tests::cast::cast;

use crate::dice::Dice;
use crate::instruction::{exchange, payout_address, share_account};
use crate::model::Model;
use crate::operation::{ActionStep, Operation};
use crate::scene::{PEOPLE, scene};

/// Spoils the instruction in a way that is drawn; none if that way does not spoil it.
pub fn tamper(
    dice: &mut Dice,
    operation: &Operation,
    model: &Model,
    instruction: &mut Instruction,
) -> Option<&'static str> {
    // Anybody may settle a tender or an action; of an action this changes no account of somebody.
    let unsigned_too = matches!(operation, Operation::Action(ActionStep::SettleTender { .. }));
    let way = match signers(instruction).is_empty() {
        true if unsigned_too => 2 + dice.below(4),
        true => return None,
        false => dice.below(6),
    };
    let before = instruction.clone();
    let what = match way {
        0 => unsigned(dice, instruction),
        1 => other_signer(operation, instruction),
        2 => other_asset(operation, instruction),
        3 => other_escrow(dice, model, instruction),
        4 => other_treasury(model, instruction),
        _ => other_account(dice, operation, instruction),
    };
    (*instruction != before).then_some(what)
}

fn signers(instruction: &Instruction) -> Vec<Pubkey> {
    let metas = instruction.accounts.iter().filter(|meta| meta.is_signer);
    metas.map(|meta| meta.pubkey).filter(|key| *key != cast().payer).collect()
}

fn unsigned(dice: &mut Dice, instruction: &mut Instruction) -> &'static str {
    let key = dice.pick(&signers(instruction));
    for meta in instruction.accounts.iter_mut().filter(|meta| meta.pubkey == key) {
        meta.is_signer = false;
    }
    "without a signature"
}

/// Who carries a change out, or cancels one that has expired, can be anybody.
fn other_signer(operation: &Operation, instruction: &mut Instruction) -> &'static str {
    let open =
        matches!(operation, Operation::ExecuteChange { .. } | Operation::CancelChange { .. });
    let first = signers(instruction)[0];
    if !open {
        exchange(instruction, first, scene().stranger);
    }
    "signed by a stranger"
}

/// Settings name the asset that they are about, and nothing else that says so.
fn other_asset(operation: &Operation, instruction: &mut Instruction) -> &'static str {
    let of_setting =
        matches!(operation, Operation::ChangeSetting { .. } | Operation::ProposeChange { .. });
    if !of_setting {
        exchange(instruction, scene().share.asset, cast().other_share.asset);
    }
    "with another share of the company"
}

fn other_escrow(dice: &mut Dice, model: &Model, instruction: &mut Instruction) -> &'static str {
    let asset = scene().share.asset;
    let wallet = |person: usize| &scene().people[person];
    let subscriptions = model
        .subscriptions
        .keys()
        .map(|(person, id)| addresses::subscription(&asset, wallet(*person), *id));
    let redemptions = model
        .redemptions
        .keys()
        .map(|(person, id)| addresses::redemption(&asset, wallet(*person), *id));
    let tenders = model.tenders.keys().map(|(sequence, person)| {
        addresses::tender(&addresses::action(&asset, *sequence), wallet(*person))
    });
    let payouts = model.payouts.keys().map(payout_address);
    let all = subscriptions.chain(redemptions).chain(tenders).chain(payouts);
    let escrows: Vec<_> = all.map(|request| addresses::escrow(&request)).collect();
    let own = escrows
        .iter()
        .find(|escrow| instruction.accounts.iter().any(|meta| meta.pubkey == **escrow));
    // Whoever sends something to an escrow may send it to any.
    if let Some(own) = own.filter(|_| instruction.program_id == scrip_issuer::ID) {
        exchange(instruction, *own, dice.pick(&escrows));
    }
    "with another escrow"
}

/// Whose account gets the price or the fee: not the issuer's.
fn other_treasury(model: &Model, instruction: &mut Instruction) -> &'static str {
    for money in 0..2 {
        let present = scene().cash_account(&model.treasury, money);
        let other = scene().cash_account(&scene().people[0], money);
        let last = instruction.accounts.iter_mut().rfind(|meta| meta.pubkey == present);
        if let Some(meta) = last {
            meta.pubkey = other;
        }
    }
    "paid to another than the treasury"
}

/// Who is proposed a mint, or sent a transfer, can be anybody.
fn other_account(
    dice: &mut Dice,
    operation: &Operation,
    instruction: &mut Instruction,
) -> &'static str {
    let open = matches!(operation, Operation::ProposeMint { .. });
    let (from, to) = (dice.index(PEOPLE), dice.index(PEOPLE));
    if !open && instruction.program_id == scrip_issuer::ID {
        exchange(instruction, share_account(from), share_account(to));
        for money in 0..2 {
            let account = |person: usize| scene().cash_account(&scene().people[person], money);
            exchange(instruction, account(from), account(to));
        }
    }
    "with somebody else's token account"
}
