//! Corporate actions, the history that they make, and what offers buy and pay.

use anchor_lang::prelude::Pubkey;
use scrip_issuer::state as issuer;
use scrip_rules::history::{MultiplierChange, is_unbroken, multiplier_at};
use scrip_rules::multiplier::Multiplier;
use scrip_svm_tests::token_2022::{mint, mint_extension};
use scrip_svm_tests::{World, addresses};
use spl_token_2022_interface::extension::scaled_ui_amount::ScaledUiAmountConfig;

use super::{Difference, balance, read, same};
use crate::instruction::payout_address;
use crate::invariant::Invariant::{Calendar, Escrows, History, Offers};
use crate::model::arithmetic::nearest;
use crate::model::{Model, Payout};
use crate::operation::{ActionStep, PayoutKey, TenderKey};
use crate::scene::scene;

fn tender_of((sequence, person): &TenderKey) -> Pubkey {
    let action = addresses::action(&scene().share.asset, *sequence);
    addresses::tender(&action, &scene().people[*person])
}

/// Shares in the escrows of tenders, which hold what was tendered and what strangers have sent.
pub(super) fn tenders(world: &World, model: &Model) -> Result<u128, Difference> {
    let mut shares = 0;
    for (key, open) in &model.tenders {
        let address = tender_of(key);
        let held = balance(world, &addresses::escrow(&address));
        shares += u128::from(held);
        same(Escrows, || format!("shares in escrow of {key:?}"), open.amount + open.dust, held)?;
        let state: Option<issuer::Tender> = read(world, &address);
        let facts = state.map(|state| (state.owner, state.amount, state.reclaim_at));
        let expected = (scene().people[key.1], open.amount, open.reclaim_at);
        same(Escrows, || format!("tender {key:?}"), Some(expected), facts)?;
    }
    Ok(shares)
}

/// Cash in the vaults of payouts, which hold what was put in and is not paid.
pub(super) fn vaults(world: &World, model: &Model) -> Result<[u128; 2], Difference> {
    let mut cash = [0; 2];
    for (key, open) in model.payouts.iter().filter(|(_, open)| !open.swept) {
        let address = payout(world, key, open)?;
        let held = balance(world, &addresses::escrow(&address));
        cash[key.1] += u128::from(held);
        same(Escrows, || format!("cash in the vault of {key:?}"), open.held(), held)?;
    }
    Ok(cash)
}

fn payout(world: &World, key: &PayoutKey, open: &Payout) -> Result<Pubkey, Difference> {
    let address = payout_address(key);
    let state: Option<issuer::Payout> = read(world, &address);
    let facts = state.map(|state| {
        let counted = (state.total, state.funded, state.paid);
        (counted, state.approved, state.swept, state.opens_at, state.deadline, state.checker)
    });
    let counted = (open.total, open.funded, open.paid);
    let checker = open.checker.unwrap_or_default();
    let expected = (counted, open.approved, open.swept, open.opens_at, open.deadline, checker);
    same(Offers, || format!("payout {key:?}"), Some(expected), facts)?;
    Ok(address)
}

/// Fails if an offer has bought another part of a tender than it must. The model is still the one before.
pub fn offer(world: &World, model: &Model, step: &ActionStep) -> Result<(), Difference> {
    let ActionStep::SettleTender { tender, .. } = step else { return Ok(()) };
    let action = &model.calendar[tender.0 as usize];
    let bought = model.supply - mint(world, &scene().share.mint).supply;
    let expected = model.settlement(tender).map(|(bought, _)| bought);
    same(Offers, || format!("bought of tender {tender:?}"), expected, Some(bought))?;
    let in_all = action.bought + bought;
    let what = || format!("within the maximum of offer {}: {in_all}", tender.0);
    same(Offers, what, true, in_all <= action.most())
}

/// One action of the calendar, and what it pays.
pub fn action(world: &World, model: &Model, sequence: u32) -> Result<(), Difference> {
    for (key, open) in model.payouts.iter().filter(|(key, _)| key.0 == sequence) {
        payout(world, key, open)?;
        // The vault is gone with what was in it.
        let vault = open.swept && world.account(&addresses::escrow(&payout_address(key))).is_some();
        same(Escrows, || format!("vault of the swept {key:?}"), false, vault)?;
    }
    let state: Option<issuer::CorporateAction> =
        read(world, &addresses::action(&scene().share.asset, sequence));
    let expected = &model.calendar[sequence as usize];
    let facts = state.as_ref().map(|state| {
        let life = (state.announced_at, state.amendments, state.scheduled_at, state.settled_at);
        let multipliers = (state.old_multiplier, state.new_multiplier);
        let staff = (state.maker, state.checker);
        (state.kind, state.state, life, state.dates, state.terms, multipliers, staff)
    });
    let life =
        (expected.announced_at, expected.amendments, expected.scheduled_at, expected.settled_at);
    let staff = (expected.maker, expected.checker.unwrap_or_default());
    let (dates, terms, multipliers) = (expected.dates, expected.terms, expected.multipliers);
    let all = (expected.kind, expected.stage as u8, life, dates, terms, multipliers, staff);
    same(Calendar, || format!("action {sequence}"), Some(all), facts)?;
    let counted =
        state.map(|state| (state.payouts, state.open_payouts, state.tendered, state.open_tenders));
    let all = (expected.payouts, expected.open_payouts, expected.tendered, expected.open_tenders);
    same(Offers, || format!("payouts and tenders of action {sequence}"), Some(all), counted)
}

/// The multiplier, in the asset and in the mint.
pub fn multiplier(world: &World, model: &Model) -> Result<(), Difference> {
    let share = scene().share;
    let asset: Option<issuer::Asset> = read(world, &share.asset);
    let facts = asset.as_ref().map(|asset| {
        let track = (asset.multiplier, asset.multiplier_since, asset.next_multiplier);
        (track, asset.multiplier_effective_at, asset.multiplier_changes, asset.action_count)
    });
    let (current, since, next, from) = model.history.kept();
    let (changes, actions) = (model.history.len(), model.calendar.len() as u32);
    let expected = ((current, since, next), from, changes, actions);
    same(History, || "asset's multiplier".into(), Some(expected), facts)?;
    let config: ScaledUiAmountConfig = mint_extension(world, &share.mint);
    let pending = model.now < i64::from(config.new_multiplier_effective_timestamp);
    let shown = if pending { config.multiplier } else { config.new_multiplier };
    let expected = nearest(model.multiplier());
    same(History, || "multiplier that the mint shows".into(), expected, f64::from(shown))?;
    let next = (nearest(next), from);
    let seen = config.new_multiplier_effective_timestamp;
    let seen = (f64::from(config.new_multiplier), i64::from(seen));
    same(History, || "next multiplier of the mint".into(), next, seen)
}

/// The multiplier at past seconds, as the accounts of all actions tell it.
pub fn history(world: &World, model: &Model) -> Result<(), Difference> {
    let asset = scene().share.asset;
    let scaled = |scaled| Multiplier::from_scaled(scaled).unwrap();
    let actions = (0..model.calendar.len())
        .filter_map(|sequence| read(world, &addresses::action(&asset, sequence as u32)));
    let mut changes: Vec<_> = actions
        .filter(|action: &issuer::CorporateAction| {
            action.terms.form().moves_multiplier() && action.scheduled_at != 0
        })
        .map(|action| MultiplierChange {
            effective_at: action.dates.effective_at,
            old: scaled(action.old_multiplier),
            new: scaled(action.new_multiplier),
        })
        .collect();
    changes.sort_by_key(|change| change.effective_at);
    let unbroken = is_unbroken(changes.iter().copied());
    same(History, || "unbroken history".into(), true, unbroken)?;
    let first = scaled(scrip_rules::multiplier::SCALE);
    for second in model.history.seconds().chain([model.now]) {
        let seen = multiplier_at(first, changes.iter().copied(), second).scaled();
        let expected = model.history.at(second);
        same(History, || format!("multiplier at {second}"), expected, seen)?;
    }
    Ok(())
}
