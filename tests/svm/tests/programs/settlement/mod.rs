//! Shares against payment, and back: what a subscription and a redemption do from opening to end, and that
//! none of them is ever stranded.
//!
//! - [`subscribe`], [`fill`], [`purchase`], [`request`], [`settle`]: the way that both sides want,
//!   within the same [`safeguards`] as a mint
//! - [`exits`]: what is left goes back; [`stranding`]: whatever else has happened; [`token_limits`],
//!   [`payment_limits`]: as far as the token programs let it
//! - [`payment_tokens`]: what may be paid with, made by [`money`]; [`fees`], [`quotes`]: what it costs,
//!   over a split too
//! - [`wind_down`]: an asset's end; [`metadata`]: its documents
//!
//! Tests compare the [`Books`] of all sides, so that no unit goes anywhere unseen.

mod exits;
mod fees;
mod fill;
mod metadata;
pub mod money;
mod payment_limits;
pub mod payment_tokens;
mod purchase;
mod quotes;
mod request;
mod safeguards;
mod settle;
mod stranding;
mod subscribe;
mod token_limits;
mod wind_down;

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::change::Change;
use scrip_issuer::state::{REDEMPTION_VERSION, Redemption, SUBSCRIPTION_VERSION, Subscription};
use scrip_rules::multiplier::SCALE;
use scrip_svm_tests::fixtures::{FILL, REQUEST, SETTLEMENT, SUBSCRIPTION};
use scrip_svm_tests::payment::{self, DOLLAR};
use scrip_svm_tests::{Receipt, TOKEN, World, addresses, cast, issuer_program, token_2022};

const DAY: i64 = 86_400;
/// The number of Alice's subscription and of her redemption.
const NUMBER: u64 = 7;
/// Length of a subscription's account, and of a redemption's.
const SUBSCRIPTION_LEN: usize = 205;
const REDEMPTION_LEN: usize = 205;
/// Length of an escrow for dollars, and of one for shares, which marks transfers and pauses.
const DOLLAR_ESCROW_LEN: usize = 165;
const SHARE_ESCROW_LEN: usize = 175;

/// What all sides have, base and raw units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Books {
    /// Alice's dollars.
    dollars: u64,
    /// The treasury's.
    treasury: u64,
    /// In the escrow of Alice's subscription; `None`: there is no such account.
    dollars_held: Option<u64>,
    /// Alice's shares.
    shares: u64,
    /// In the escrow of Alice's redemption.
    shares_held: Option<u64>,
    /// All shares.
    supply: u64,
    /// Lamports of who pays the rents.
    lamports: u64,
}

impl Books {
    fn of(world: &World) -> Self {
        let (share, alice) = (cast().share, cast().alice);
        Self {
            dollars: dollars(world, &alice),
            treasury: dollars(world, &share.company.treasury()),
            dollars_held: held(world, &subscription()),
            shares: token_2022::balance(world, &alice, &share.mint),
            shares_held: held(world, &redemption()),
            supply: token_2022::mint(world, &share.mint).supply,
            lamports: world.account(&cast().payer).unwrap().lamports,
        }
    }

    /// What the dollars and the shares of Alice come to, in escrow or not.
    fn of_alice(&self) -> (u64, u64) {
        let (dollars, shares) = (self.dollars_held.unwrap_or(0), self.shares_held.unwrap_or(0));
        (self.dollars + dollars, self.shares + shares)
    }
}

fn dollars(world: &World, wallet: &Pubkey) -> u64 {
    payment::balance(world, &payment::account_of(wallet, &cast().usd))
}

fn held(world: &World, request: &Pubkey) -> Option<u64> {
    let escrow = addresses::escrow(request);
    // Somebody may have sent lamports ahead; without data it is no account of tokens.
    let there = world.account(&escrow).filter(|account| !account.data.is_empty());
    there.map(|_| payment::balance(world, &escrow))
}

/// Alice's subscription.
fn subscription() -> Pubkey {
    addresses::subscription(&cast().share.asset, &cast().alice, NUMBER)
}

/// Alice's redemption.
fn redemption() -> Pubkey {
    addresses::redemption(&cast().share.asset, &cast().alice, NUMBER)
}

/// The account of Alice's subscription, as it is opened.
fn opened_subscription() -> Subscription {
    let address = subscription();
    Subscription {
        version: SUBSCRIPTION_VERSION,
        bump: addresses::bump(&address),
        asset: cast().share.asset,
        investor: cast().alice,
        id: NUMBER,
        payment_mint: cast().usd,
        escrow_bump: addresses::bump(&addresses::escrow(&address)),
        limit_price: 130 * DOLLAR,
        multiplier: SCALE,
        fee_bps: 0,
        deposited: 1_000 * DOLLAR,
        spent: 0,
        filled: 0,
        deadline: SUBSCRIPTION.deadline,
        rent_payer: cast().payer,
    }
}

/// The account of Alice's redemption, as it is opened.
fn opened_redemption() -> Redemption {
    let address = redemption();
    Redemption {
        version: REDEMPTION_VERSION,
        bump: addresses::bump(&address),
        asset: cast().share.asset,
        owner: cast().alice,
        id: NUMBER,
        payment_mint: cast().usd,
        escrow_bump: addresses::bump(&addresses::escrow(&address)),
        min_price: 120 * DOLLAR,
        multiplier: SCALE,
        fee_bps: 0,
        deposited: 10 * TOKEN,
        settled: 0,
        paid: 0,
        deadline: REQUEST.deadline,
        rent_payer: cast().payer,
    }
}

fn subscribe() -> Instruction {
    issuer_program::subscribe(&cast().share, &cast().alice, SUBSCRIPTION)
}

fn fill() -> Instruction {
    issuer_program::fill_subscription(&cast().share, &cast().alice, NUMBER, FILL)
}

fn cancel() -> Instruction {
    issuer_program::cancel_subscription(&cast().share, &cast().alice, NUMBER)
}

fn reject_subscription() -> Instruction {
    issuer_program::reject_subscription(&cast().share, &cast().alice, NUMBER)
}

fn request() -> Instruction {
    issuer_program::request_redemption(&cast().share, &cast().alice, REQUEST)
}

fn settle() -> Instruction {
    issuer_program::settle_redemption(&cast().share, &cast().alice, NUMBER, SETTLEMENT)
}

fn reclaim() -> Instruction {
    issuer_program::reclaim_redemption(&cast().share, &cast().alice, NUMBER)
}

fn reject_redemption() -> Instruction {
    issuer_program::reject_redemption(&cast().share, &cast().alice, NUMBER)
}

/// The instruction with one account in place of another.
fn instead(mut instruction: Instruction, account: &Pubkey, other: &Pubkey) -> Instruction {
    let named = instruction.accounts.iter_mut().filter(|meta| meta.pubkey == *account);
    assert!(named.map(|meta| meta.pubkey = *other).count() > 0, "it does not name {account}");
    instruction
}

/// Changes a setting of the share at once.
fn change(world: &mut World, change: Change) -> Receipt {
    world.run(issuer_program::change_asset(&cast().share, change))
}

/// Sets both fees, basis points.
fn set_fees(world: &mut World, bps: u16) -> Receipt {
    change(world, Change::Fees { purchase_bps: bps, redemption_bps: bps })
}

/// The rent of a subscription with its escrow, and of a redemption with its own.
fn rents(world: &World) -> (u64, u64) {
    let of = |lens: [usize; 2]| lens.map(|len| world.rent(len)).iter().sum();
    (of([SUBSCRIPTION_LEN, DOLLAR_ESCROW_LEN]), of([REDEMPTION_LEN, SHARE_ESCROW_LEN]))
}
