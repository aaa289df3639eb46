//! Distributions in shares: of another asset, or of the asset itself for those who chose them.

use scrip_issuer::error::IssuerError;
use scrip_issuer::state::{ActionDates, ActionTerms, Asset};
use scrip_rules::corporate_action::{ActionKind, Election};
use scrip_rules::entitlement::{cash, other_shares, reinvested};
use scrip_rules::multiplier::{Multiplier, Ratio};
use scrip_rules::refusal::Refusal;
use scrip_svm_tests::distribution::{EFFECTIVE, Row};
use scrip_svm_tests::payment::DOLLAR;
use scrip_svm_tests::setup::{details, terms};
use scrip_svm_tests::{TOKEN, Transfer, hook_program, token_2022};
use scrip_transfer_hook::PolicyTerms;

use super::*;
use crate::case::assert_fails;

/// Token-2022's `MintPaused`.
const PAUSED: u32 = 67;

/// One share of the other asset for ten of this one.
const RATE: (u64, u64) = (1, 10);

/// What so many shares bring in a spin-off.
fn spun_off(owner: Pubkey, shares: u64) -> Row {
    let ratio = Ratio::new(RATE.0, RATE.1).unwrap();
    let raw = other_shares(shares * TOKEN, Multiplier::ONE, ratio, Multiplier::ONE).unwrap();
    (owner, shares * TOKEN, raw, 0)
}

/// A spin-off, funded by Bob with his own shares, and paid.
fn pay_spin_off(world: &mut World) -> Distribution {
    let (share, other) = (&cast().share, &cast().other_share);
    let (numerator, denominator) = RATE;
    let terms = ActionTerms::Shares { mint: other.mint, numerator, denominator };
    let kind = ActionKind::SpinOff as u8;
    world.schedule(share, AnnounceActionArgs { kind, terms, ..cash_dividend() });
    world.set_time(RECORD + 1);
    let mut rows = vec![spun_off(cast().alice, 1_000), spun_off(cast().bob, 405)];
    rows.sort();
    let spin_off = Distribution::new(share, 0, PaidWith::Shares(other), &rows);
    world.run(spin_off.open());
    world.run(spin_off.fund(&cast().bob, spin_off.tree.net()));
    world.set_time(PAYABLE);
    world.run(spin_off.open_page(0));
    spin_off
}

#[test]
fn a_spin_off_pays_shares_through_the_hook() {
    let mut world = World::new();
    let spin_off = pay_spin_off(&mut world);
    let total = 100 * TOKEN + 40 * TOKEN + TOKEN / 2;
    assert_eq!(payment::balance(&world, &spin_off.vault()), total);
    let payout = Payout { funded: total, ..opened(&world, &spin_off) };
    world.assert_account(&spin_off.payout(), &payout);
    let supply = token_2022::mint(&world, &cast().other_share.mint).supply;
    for (owner, amount) in [(cast().alice, 100 * TOKEN), (cast().bob, 40 * TOKEN + TOKEN / 2)] {
        let before = has(&world, &spin_off, &owner);
        world.run(spin_off.claim(&owner));
        assert_eq!(has(&world, &spin_off, &owner), before + amount);
        let already = IssuerError::AlreadyClaimed as u32;
        assert_fails(&mut world, spin_off.claim(&owner), already, "twice");
    }
    assert_eq!(payment::balance(&world, &spin_off.vault()), 0);
    assert_eq!(token_2022::mint(&world, &cast().other_share.mint).supply, supply);
}

#[test]
fn the_rest_of_a_spin_off_goes_to_the_treasury() {
    let mut world = World::new();
    let spin_off = pay_spin_off(&mut world);
    world.run(spin_off.claim(&cast().alice));
    world.set_time(DEADLINE);
    let (treasury, share, rest) =
        (cast().company.treasury(), cast().other_share, 40 * TOKEN + TOKEN / 2);
    world.run(token_2022::create_account(&treasury, &share.mint));
    world.run(spin_off.sweep());
    assert_eq!(has(&world, &spin_off, &treasury), rest);
    assert_eq!(world.account(&spin_off.vault()), None);
    // Out of a vault of the asset they go whatever the register says; from there they do not.
    let onwards = Transfer::new(&share.mint, &treasury, &cast().alice, rest);
    let missing = Refusal::SourceMissing as u32;
    onwards.send(&mut world).unwrap_err().assert_code(missing, "a treasury on no register");
    world.run(hook_program::onboard_holder(&cast().company.register, treasury, details()));
    onwards.send(&mut world).unwrap();
}

#[test]
fn a_spin_off_is_withdrawn_before_it_opens() {
    let mut world = World::new();
    let spin_off = pay_spin_off(&mut world);
    world.set_time(PAYABLE - 1);
    let treasury = cast().company.treasury();
    world.run(token_2022::create_account(&treasury, &cast().other_share.mint));
    world.run(spin_off.withdraw());
    assert_eq!(has(&world, &spin_off, &treasury), spin_off.tree.net());
}

/// Of the asset that pays the shares, everything is held against the claim that a mint is held against.
#[test]
fn shares_wait_while_their_asset_stands_still() {
    let mut world = World::new();
    let spin_off = pay_spin_off(&mut world);
    let (other, claim) = (&cast().other_share, spin_off.claim(&cast().alice));
    world.run(issuer_program::set_blackout(other, PAYABLE, PAYABLE + 60));
    assert_fails(&mut world, claim.clone(), Refusal::Blackout as u32, "in a blackout");
    world.set_time(PAYABLE + 60);
    world.clone().run(claim.clone());
    world.run(issuer_program::pause(other));
    world.refuse(claim.clone()).assert_code(PAUSED, "paused by Token-2022");
    world.run(issuer_program::unpause(other));
    // A halt stops trade and no issue, and a blackout of the asset whose action it is stops nothing.
    world.run(issuer_program::halt(other, 1, PAYABLE + 120));
    world.run(issuer_program::set_blackout(&cast().share, PAYABLE, PAYABLE + 120));
    world.run(claim);
}

#[test]
fn shares_beyond_a_holders_limit_wait() {
    let mut world = World::new();
    let spin_off = pay_spin_off(&mut world);
    let limit = |max_balance| {
        issuer_program::update_policy(&cast().other_share, PolicyTerms { max_balance, ..terms() })
    };
    world.run(limit(1_100 * TOKEN - 1));
    let over = Refusal::DestinationOverMaxBalance as u32;
    assert_fails(&mut world, spin_off.claim(&cast().alice), over, "a unit too much");
    world.run(limit(1_100 * TOKEN));
    world.run(spin_off.claim(&cast().alice));
}

#[test]
fn shares_of_a_suspended_holder_wait() {
    let mut world = World::new();
    let spin_off = pay_spin_off(&mut world);
    let status =
        |status| hook_program::set_holder_status(&cast().company.register, &cast().alice, status);
    world.run(status(2));
    let suspended = Refusal::DestinationSuspended as u32;
    assert_fails(&mut world, spin_off.claim(&cast().alice), suspended, "suspended");
    world.run(status(1));
    world.run(spin_off.claim(&cast().alice));
}

/// Whether the transfer goes through is the hook's business too: it must get its accounts.
#[test]
fn shares_are_not_paid_without_the_hooks_accounts() {
    let mut world = World::new();
    let spin_off = pay_spin_off(&mut world);
    let right = spin_off.claim(&cast().alice);
    let mut claim = right.clone();
    claim.accounts.truncate(12);
    world.refuse(claim);
    let mut of_bob = right.clone();
    let place = of_bob.accounts.len() - 3;
    of_bob.accounts[place].pubkey = cast().share.holder(&cast().bob);
    world.refuse(of_bob);
    world.run(right);
}

/// A dividend of a dollar that is paid in dollars, or in shares at 85 dollars.
fn schedule_choice(world: &mut World) {
    let asset: Asset = world.read(&cast().share.asset);
    let terms = ActionTerms::Choice {
        payment_mint: cast().usd,
        gross: DOLLAR,
        withholding_bps: 1_500,
        price: 85 * DOLLAR,
        default: asset.default_election,
    };
    let kind = ActionKind::DividendReinvestment as u8;
    let dates = ActionDates { elect_by: EFFECTIVE, ..DATES };
    world.schedule(&cast().share, AnnounceActionArgs { kind, dates, terms, ..cash_dividend() });
}

#[test]
fn of_a_choice_both_halves_are_paid() {
    let mut world = World::new();
    schedule_choice(&mut world);
    let (share, alice, bob) = (&cast().share, cast().alice, cast().bob);
    world.run(issuer_program::elect(share, 0, &alice, Election::Reinvest as u8));
    world.run(issuer_program::elect(share, 0, &bob, Election::Cash as u8));
    let due = cash(1_000 * TOKEN, Multiplier::ONE, DOLLAR, 1_500).unwrap();
    let bought = reinvested(due.net(), 85 * DOLLAR, Multiplier::ONE).unwrap();
    assert_eq!(bought, 10 * TOKEN);
    let in_cash = Distribution::in_cash(&[(bob, 1_000 * TOKEN, due.gross, due.withheld)]);
    let rows = [(alice, 1_000 * TOKEN, bought, 0)];
    let in_shares = Distribution::new(share, 0, PaidWith::Shares(share), &rows);
    world.set_time(EFFECTIVE - 1);
    for half in [&in_cash, &in_shares] {
        let early = IssuerError::RecordNotReached as u32;
        assert_fails(&mut world, half.open(), early, "a second before the last choice");
    }
    world.set_time(EFFECTIVE);
    world.run(in_cash.open());
    world.run(in_cash.fund_all());
    world.run(in_shares.open());
    world.run(in_shares.fund(&bob, bought));
    world.set_time(PAYABLE);
    for (half, owner, net) in [(&in_cash, bob, due.net()), (&in_shares, alice, bought)] {
        world.run(half.open_page(0));
        let before = has(&world, half, &owner);
        world.run(half.claim(&owner));
        assert_eq!(has(&world, half, &owner), before + net);
        assert_eq!(payment::balance(&world, &half.vault()), 0);
    }
    let payout: Payout = world.read(&in_shares.payout());
    assert_eq!((payout.paying_asset, payout.multiplier), (share.asset, SCALE));
}

/// A proof of one half is of no use for the other: what is a share there would be a dollar here.
#[test]
fn the_halves_of_a_choice_are_two_payouts() {
    let mut world = World::new();
    schedule_choice(&mut world);
    let (share, alice) = (&cast().share, cast().alice);
    let rows = [(alice, 1_000 * TOKEN, 10 * TOKEN, 0)];
    let in_shares = Distribution::new(share, 0, PaidWith::Shares(share), &rows);
    let in_cash = Distribution::in_cash(&[(alice, 1_000 * TOKEN, 10 * TOKEN, 0)]);
    assert_ne!(in_cash.tree.root(), in_shares.tree.root());
    world.set_time(EFFECTIVE);
    world.run(in_cash.open());
    world.run(in_cash.fund_all());
    world.set_time(PAYABLE);
    let page = in_shares.tree.page(0);
    let page = issuer_program::open_claim_page(&in_cash.payout(), page);
    assert_fails(&mut world, page, IssuerError::ProofInvalid as u32, "the page of the shares");
}
