//! Holds the accounts of a world against the model: balances, supply and escrows here.
//!
//! - [`prices`]: what a settlement has moved; [`records`]: settings, roles and everything else on record
//! - [`action`], [`multiplier`], [`history`], [`offer`]: corporate actions

mod actions;
mod prices;
mod records;

pub use actions::{action, history, multiplier, offer};
pub use prices::prices;
pub use records::records;

use anchor_lang::AccountDeserialize;
use anchor_lang::prelude::Pubkey;
use scrip_issuer::state as issuer;
use scrip_svm_tests::{World, addresses, payment, token_2022};

use crate::instruction::share_account;
use crate::invariant::Invariant::{self, Escrows, Limits, Money, Shares};
use crate::model::Model;
use crate::scene::{CASH, PEOPLE, scene};

/// What is seen, where something else was expected.
#[derive(Debug)]
pub struct Difference {
    pub invariant: Invariant,
    pub what: String,
}

/// Fails unless what is seen is what is expected.
fn same<T: PartialEq + core::fmt::Debug>(
    invariant: Invariant,
    name: impl FnOnce() -> String,
    expected: T,
    seen: T,
) -> Result<(), Difference> {
    if expected == seen {
        return Ok(());
    }
    let what = format!("{}: expected {expected:?}, seen {seen:?}", name());
    Err(Difference { invariant, what })
}

fn balance(world: &World, account: &Pubkey) -> u64 {
    if world.account(account).is_some() { payment::balance(world, account) } else { 0 }
}

fn read<T: AccountDeserialize>(world: &World, address: &Pubkey) -> Option<T> {
    world.account(address).and_then(|account| T::try_deserialize(&mut &account.data[..]).ok())
}

/// Balances, supply and escrows.
pub fn balances(world: &World, model: &Model) -> Result<(), Difference> {
    let (scene, asset) = (scene(), scene().share.asset);
    let supply = token_2022::mint(world, &scene.share.mint).supply;
    let (mut shares, mut cash) = (0u128, [0u128; 2]);
    for (request, open) in &model.subscriptions {
        let address = addresses::subscription(&asset, &scene.people[request.0], request.1);
        let held = balance(world, &addresses::escrow(&address));
        cash[open.money] += u128::from(held);
        same(Escrows, || format!("cash in escrow of {request:?}"), open.left() + open.dust, held)?;
        let state: Option<issuer::Subscription> = read(world, &address);
        let facts = state.map(|state| {
            (
                state.deposited,
                state.spent,
                state.filled,
                state.fee_bps,
                state.limit_price,
                state.multiplier,
                state.deadline,
            )
        });
        let (limit, opened_at) = (open.limit, open.opened_at);
        let (fee_bps, deadline) = (open.fee_bps, open.deadline);
        let expected =
            (open.deposited, open.spent, open.filled, fee_bps, limit, opened_at, deadline);
        same(Escrows, || format!("subscription {request:?}"), Some(expected), facts)?;
    }
    for (request, open) in &model.redemptions {
        let address = addresses::redemption(&asset, &scene.people[request.0], request.1);
        let held = balance(world, &addresses::escrow(&address));
        shares += u128::from(held);
        same(
            Escrows,
            || format!("shares in escrow of {request:?}"),
            open.left() + open.dust,
            held,
        )?;
        let state: Option<issuer::Redemption> = read(world, &address);
        let facts = state.map(|state| {
            let counted = (state.deposited, state.settled, state.paid);
            (counted, state.fee_bps, state.min_price, state.multiplier, state.deadline)
        });
        let counted = (open.deposited, open.settled, open.paid);
        let expected = (counted, open.fee_bps, open.least, open.opened_at, open.deadline);
        same(Escrows, || format!("redemption {request:?}"), Some(expected), facts)?;
    }
    shares += actions::tenders(world, model)?;
    for (cash, held) in cash.iter_mut().zip(actions::vaults(world, model)?) {
        *cash += held;
    }
    for person in 0..PEOPLE {
        let held = balance(world, &share_account(person));
        shares += u128::from(held);
        same(Shares, || format!("shares of person {person}"), model.people[person].shares, held)?;
        for (money, cash) in cash.iter_mut().enumerate() {
            let held = balance(world, &scene.cash_account(&scene.people[person], money));
            *cash += u128::from(held);
            let expected = model.people[person].cash[money];
            same(Money, || format!("money {money} of person {person}"), expected, held)?;
        }
    }
    for (place, treasury) in scene.treasuries.iter().enumerate() {
        for (money, cash) in cash.iter_mut().enumerate() {
            let held = balance(world, &scene.cash_account(treasury, money));
            *cash += u128::from(held);
            let expected = model.treasuries[place][money];
            same(Money, || format!("money {money} of treasury {place}"), expected, held)?;
        }
    }
    same(Shares, || "supply".into(), model.supply, supply)?;
    same(Shares, || "minted less burnt".into(), model.minted - model.burnt, u128::from(supply))?;
    same(Shares, || "shares in all accounts".into(), u128::from(supply), shares)?;
    let all = u128::from(CASH) * (PEOPLE as u128 + 2);
    same(Money, || "money in all accounts".into(), [all; 2], cash)
}

/// Minters: what they have minted, and how much room that leaves.
pub fn minters(world: &World, model: &Model) -> Result<(), Difference> {
    for (member, minter) in scene().minters.iter().zip(&model.minters) {
        let state: Option<issuer::Minter> =
            read(world, &addresses::minter(&scene().share.asset, member));
        let facts = state.map(|state| {
            let room = state.allowance().available(&state.usage(), model.now);
            (state.cap, state.capacity, state.period, state.minted, room)
        });
        let room = minter.room(model.now);
        let expected = (minter.cap, minter.capacity, minter.period, minter.minted, room);
        same(Limits, || format!("minter {member}"), Some(expected), facts)?;
    }
    Ok(())
}
