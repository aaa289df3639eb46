//! Payouts, pages and claims, one module per instruction.
//!
//! - [`opening`]: what an opened payout looks like
//! - [`shares`]: spin-offs and reinvested dividends, paid in shares
//! - [`proofs`]: what a proof must not show; [`pages`]: the same of pages
//! - [`register`]: claims that wait for a record
//! - [`tokens`]: donations, splits, and payment tokens that turn bad
//! - [`lateness`]: a payout that was opened late, or never funded
//! - [`compute`]: what a claim costs, and how many bytes it takes

mod approve_payout;
mod claim;
mod close_claim_page;
mod compute;
mod fund_payout;
mod lateness;
mod open_claim_page;
mod open_payout;
mod opening;
mod pages;
mod proofs;
mod register;
mod shares;
mod sweep_payout;
mod tokens;
mod withdraw_payout;

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::AnnounceActionArgs;
use scrip_issuer::change::Change;
use scrip_issuer::state::{
    CLAIM_PAGE_BYTES, CLAIM_PAGE_VERSION, ClaimPage, FOUR_EYES_ACTIONS, PAYOUT_VERSION, Payout,
};
use scrip_rules::multiplier::SCALE;
use scrip_svm_tests::cast::{Duty, Share};
use scrip_svm_tests::distribution::{
    DATES, DEADLINE, Distribution, PAYABLE, RECORD, cash_dividend, rows,
};
use scrip_svm_tests::issuer_program::{self, PaidWith, with};
use scrip_svm_tests::{World, addresses, cast, payment};

use crate::case::Case;

/// The cases of all instructions here.
pub const CASES: &[&[Case]] = &[
    approve_payout::CASES,
    claim::CASES,
    close_claim_page::CASES,
    fund_payout::CASES,
    open_claim_page::CASES,
    open_payout::CASES,
    sweep_payout::CASES,
    withdraw_payout::CASES,
];

/// The dividend of the company's share, in dollars.
fn dividend() -> Distribution {
    Distribution::in_cash(&rows())
}

/// The dividend of the company's other share.
fn other_dividend() -> Distribution {
    Distribution::new(&cast().other_share, 0, PaidWith::Cash, &rows())
}

/// Schedules the dividends of both shares, and waits for the second after the record date.
fn schedule(world: &mut World) -> Distribution {
    for share in [&cast().share, &cast().other_share] {
        world.schedule(share, cash_dividend());
    }
    world.set_time(RECORD + 1);
    dividend()
}

/// The same, with a checker for all that follows.
fn schedule_checked(world: &mut World) -> Distribution {
    let dividend = schedule(world);
    let bits = FOUR_EYES_ACTIONS;
    world.run(issuer_program::change_company(&cast().company, Change::FourEyes { bits }));
    dividend
}

/// The dividend is open and funded, and not paid yet.
fn fund(world: &mut World) -> Distribution {
    let dividend = schedule(world);
    dividend.open_and_fund(world);
    dividend
}

/// The dividend is paid, and its page is open.
fn pay(world: &mut World) -> Distribution {
    let dividend = schedule(world);
    dividend.open_for(world, &cast().alice);
    dividend
}

/// Announces an action that needs a checker, has it approved and schedules it.
fn schedule_approved(world: &mut World, share: &Share, args: AnnounceActionArgs) {
    world.run(issuer_program::announce_action(share, 0, args));
    world.run(issuer_program::approve_action(share, 0, 0));
    world.run(issuer_program::schedule_action(share, 0, SCALE));
}

/// The payout of a dividend, as it is opened.
fn opened(world: &World, dividend: &Distribution) -> Payout {
    let args = dividend.args();
    let multiplier = match dividend.with {
        PaidWith::Cash => 0,
        PaidWith::Shares(share) => {
            let asset: scrip_issuer::state::Asset = world.read(&share.asset);
            asset.track().unwrap().at(world.now()).scaled()
        }
    };
    Payout {
        version: PAYOUT_VERSION,
        bump: addresses::bump(&dividend.payout()),
        swept: false,
        approved: true,
        action: addresses::action(&dividend.share.asset, dividend.sequence),
        asset: dividend.share.asset,
        payment_mint: dividend.with.mint(),
        paying_asset: match dividend.with {
            PaidWith::Cash => dividend.share.asset,
            PaidWith::Shares(share) => share.asset,
        },
        vault: dividend.vault(),
        multiplier,
        total: args.total,
        funded: 0,
        paid: 0,
        root: args.root,
        leaves: args.leaves,
        withheld: args.withheld,
        snapshot_hash: args.snapshot_hash,
        opens_at: PAYABLE,
        deadline: DEADLINE,
        maker: dividend.share.company.member(Duty::CorporateActions),
        checker: Pubkey::default(),
        rent_payer: cast().payer,
    }
}

/// A page of a dividend, as it is opened.
fn opened_page(dividend: &Distribution, index: u32) -> ClaimPage {
    ClaimPage {
        version: CLAIM_PAGE_VERSION,
        bump: addresses::bump(&dividend.page(index)),
        padding: [0; 2],
        index,
        paid: 0,
        payout: dividend.payout(),
        root: dividend.tree.page(index).root,
        rent_payer: cast().payer,
        claimed: [0; CLAIM_PAGE_BYTES],
    }
}

/// Base units of the payment token that somebody has.
fn has(world: &World, dividend: &Distribution, wallet: &Pubkey) -> u64 {
    payment::balance(world, &dividend.with.account_of(wallet))
}

/// The instruction, by a member of staff with another duty.
fn by(name: &str, instruction: Instruction, duty: Duty) -> Instruction {
    let company = cast().company;
    let member = [("actor", company.member(duty)), ("role", company.role(duty))];
    with(name, instruction, member)
}
