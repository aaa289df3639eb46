//! `claim`. What its proof must not show is in `proofs`, and whom the register keeps waiting in `register`.

use scrip_issuer::ClaimArgs;
use scrip_issuer::error::IssuerError;
use scrip_issuer::events::Claimed;
use scrip_rules::refusal::Refusal;
use scrip_svm_tests::distribution::account_bump;
use scrip_svm_tests::payment::{DOLLAR, TOKEN_PROGRAM};
use scrip_svm_tests::{TOKEN, hook_program, keys};

use super::*;
use crate::case::{assert_all_fail, case};
use crate::codes::{DUPLICATE, WRONG_OWNER};

/// Alice's claim, but for a change in what it says.
fn claim_with(dividend: &Distribution, change: fn(&mut ClaimArgs)) -> Instruction {
    let (alice, with) = (cast().alice, dividend.with);
    let index = dividend.tree.index_of(&alice);
    let mut args = dividend.tree.claim(index, account_bump(&alice, with));
    change(&mut args);
    issuer_program::claim(dividend.share, dividend.sequence, with, &alice, args)
}

/// A token account of Alice that is not her associated one.
fn second_account(world: &mut World) -> Pubkey {
    let (account, usd) = (keys::wallet("alice's other dollars"), cast().usd);
    let create = payment::create_plain_account(world, &account, &usd, &cast().alice);
    world.send_all(&create).unwrap();
    account
}

fn set_status(world: &mut World, status: u8) -> Instruction {
    let dividend = pay(world);
    let register = cast().company.register;
    world.run(hook_program::set_holder_status(&register, &cast().alice, status));
    dividend.claim(&cast().alice)
}

pub const CASES: &[Case] = &[
    case(IssuerError::PayoutOver as u32, "at the deadline", |world| {
        let dividend = pay(world);
        world.set_time(DEADLINE - 1);
        world.clone().run(dividend.claim(&cast().alice));
        world.set_time(DEADLINE);
        dividend.claim(&cast().alice)
    }),
    case(IssuerError::AlreadyClaimed as u32, "twice", |world| {
        let dividend = pay(world);
        world.run(dividend.claim(&cast().alice));
        dividend.claim(&cast().alice)
    }),
    case(IssuerError::ProofInvalid as u32, "with a unit more", |world| {
        claim_with(&pay(world), |it| it.gross += 1)
    }),
    case(IssuerError::ProofInvalid as u32, "with less withheld", |world| {
        claim_with(&pay(world), |it| it.withheld = 0)
    }),
    case(IssuerError::NotAssociatedAccount as u32, "into another account of hers", |world| {
        let (dividend, account) = (pay(world), second_account(world));
        with("claim", dividend.claim(&cast().alice), [("destination", account)])
    }),
    case(IssuerError::NotAssociatedAccount as u32, "with another bump", |world| {
        claim_with(&pay(world), |it| it.destination_bump ^= 1)
    }),
    case(IssuerError::NotTokenAccountOwner as u32, "into somebody else's account", |world| {
        let dividend = pay(world);
        let bobs = dividend.with.account_of(&cast().bob);
        with("claim", dividend.claim(&cast().alice), [("destination", bobs)])
    }),
    case(IssuerError::PayoutMismatch as u32, "from another asset", |world| {
        let dividend = pay(world);
        let other = cast().other_share;
        let others = [("paying_asset", other.asset), ("policy", other.policy)];
        with("claim", dividend.claim(&cast().alice), others)
    }),
    case(IssuerError::PayoutMismatch as u32, "out of another vault", |world| {
        let other = other_dividend();
        let dividend = pay(world);
        world.set_time(RECORD + 1);
        other.open_and_fund(world);
        world.set_time(PAYABLE);
        with("claim", dividend.claim(&cast().alice), [("vault", other.vault())])
    }),
    case(Refusal::DestinationSuspended as u32, "by a suspended holder", |world| {
        set_status(world, 2)
    }),
    case(Refusal::DestinationSanctioned as u32, "by a sanctioned holder", |world| {
        set_status(world, 4)
    }),
    case(Refusal::DestinationMissing as u32, "by somebody on no register", |world| {
        pay(world).claim(&cast().carol)
    }),
    case(Refusal::DestinationOtherWallet as u32, "by another's record", |world| {
        let bobs = cast().share.holder(&cast().bob);
        with("claim", pay(world).claim(&cast().carol), [("holder", bobs)])
    }),
    case(Refusal::DestinationOtherRegistry as u32, "by a record of another register", |world| {
        let foreign = cast().foreign_share.holder(&cast().alice);
        with("claim", pay(world).claim(&cast().alice), [("holder", foreign)])
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}

/// Which claims the page says are paid.
fn bits(indices: &[u32]) -> [u8; CLAIM_PAGE_BYTES] {
    let mut bits = [0; CLAIM_PAGE_BYTES];
    for index in indices {
        bits[*index as usize / 8] |= 1 << (index % 8);
    }
    bits
}

#[test]
fn holders_are_paid_net_of_tax() {
    let mut world = World::new();
    let dividend = pay(&mut world);
    let payout = world.data(&dividend.payout());
    let (mut paid, mut claimed) = (0, Vec::new());
    for (owner, shares) in [(cast().bob, 400), (cast().alice, 1_000)] {
        let before = has(&world, &dividend, &owner);
        let receipt = world.run(dividend.claim(&owner));
        let (gross, withheld) = (shares * DOLLAR, shares * DOLLAR * 15 / 100);
        let index = dividend.tree.index_of(&owner);
        assert_eq!(has(&world, &dividend, &owner), before + gross - withheld);
        paid += gross - withheld;
        claimed.push(index);
        let page = ClaimPage { paid, claimed: bits(&claimed), ..opened_page(&dividend, 0) };
        world.assert_pod(&dividend.page(0), &page);
        let raw = shares * TOKEN;
        let payout = dividend.payout();
        let event = Claimed { payout, owner, index, raw, gross, withheld };
        receipt.assert_event(scrip_issuer::ID, &event);
    }
    let left = payment::balance(&world, &dividend.vault());
    assert_eq!(left, dividend.tree.net() - paid);
    assert_eq!(world.data(&dividend.payout()), payout, "claims are counted in their pages");
}

#[test]
fn anybody_pushes_a_claim_to_the_owners_own_account() {
    let mut world = World::new();
    let dividend = pay(&mut world);
    let claim = dividend.claim(&cast().alice);
    assert!(claim.accounts.iter().all(|meta| !meta.is_signer), "nobody signs but who pays the fee");
    let mallorys = payment::account_of(&cast().mallory, &cast().usd);
    world.run(payment::create_account(&cast().mallory, &cast().usd, &TOKEN_PROGRAM));
    let second = second_account(&mut world);
    for (destination, code) in [
        (mallorys, IssuerError::NotTokenAccountOwner as u32),
        (second, IssuerError::NotAssociatedAccount as u32),
        (dividend.vault(), DUPLICATE),
    ] {
        let pushed = with("claim", claim.clone(), [("destination", destination)]);
        world.refuse(pushed).assert_code(code, "another account");
    }
    world.run(claim);
    assert_eq!(payment::balance(&world, &mallorys) + payment::balance(&world, &second), 0);
}

#[test]
fn there_is_no_claim_without_a_page() {
    let mut world = World::new();
    let dividend = fund(&mut world);
    world.set_time(PAYABLE);
    world.refuse(dividend.claim(&cast().alice)).assert_code(WRONG_OWNER, "no page");
}

#[test]
fn a_claim_that_is_all_tax_pays_nothing_and_is_paid() {
    let (alice, bob) = (cast().alice, cast().bob);
    let mut rows = vec![(alice, TOKEN, 5, 5), (bob, TOKEN, 5, 4)];
    rows.sort();
    let mut world = World::new();
    schedule(&mut world);
    let dividend = Distribution::in_cash(&rows);
    dividend.open_for(&mut world, &alice);
    let before = has(&world, &dividend, &alice);
    world.run(dividend.claim(&alice));
    assert_eq!(has(&world, &dividend, &alice), before);
    let again = world.refuse(dividend.claim(&alice));
    again.assert_code(IssuerError::AlreadyClaimed as u32, "twice");
    world.run(dividend.claim(&bob));
    assert_eq!(payment::balance(&world, &dividend.vault()), 0);
}

#[test]
fn more_tax_than_dividend_is_never_paid() {
    let (alice, bob) = (cast().alice, cast().bob);
    let mut world = World::new();
    schedule(&mut world);
    let mut rows = vec![(alice, TOKEN, 5, 0), (bob, TOKEN, 5, 0)];
    rows.sort();
    let sound = Distribution::in_cash(&rows);
    // The tree of an issuer who has miscounted: its sums are of no use, so those of another are given.
    for row in &mut rows {
        row.3 = if row.0 == alice { 6 } else { 0 };
    }
    let unsound = Distribution::in_cash(&rows);
    let root = unsound.tree.root();
    let args = scrip_issuer::OpenPayoutArgs { root, ..sound.args() };
    world.run(issuer_program::open_payout(&cast().share, 0, PaidWith::Cash, args));
    world.run(sound.fund_all());
    world.set_time(PAYABLE);
    world.run(unsound.open_page(0));
    let failure = world.refuse(unsound.claim(&alice));
    failure.assert_code(IssuerError::ProofInvalid as u32, "less than nothing");
    world.run(unsound.claim(&bob));
}
