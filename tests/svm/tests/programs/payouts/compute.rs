//! What a claim costs, and how many bytes its transaction has, with the longest proof that there is.

use std::sync::LazyLock;

use scrip_issuer::ID;
use scrip_issuer::state::ActionTerms;
use scrip_rules::corporate_action::ActionKind;
use scrip_rules::merkle::{PAGE_DEPTH, PAGE_LEAVES};
use scrip_svm_tests::distribution::{Row, many_rows};
use scrip_svm_tests::{PACKET, token_2022};
use solana_message::Message;

use super::*;

/// The most that `claim` may cost, without what Token-2022 and the hook cost that it calls for shares.
const BOUND: u64 = 25_000;

/// A tree of a million claims and some, in dollars.
static MILLION: LazyLock<Distribution> =
    LazyLock::new(|| Distribution::in_cash(&many_rows(1 << 20)));

/// A spin-off whose proofs are as long.
fn spin_off() -> Distribution {
    let in_shares = |(owner, raw, gross, _): Row| (owner, raw, gross / 100, 0);
    let rows: Vec<_> = many_rows(PAGE_LEAVES + 1).into_iter().map(in_shares).collect();
    Distribution::new(&cast().share, 0, PaidWith::Shares(&cast().other_share), &rows)
}

/// Bytes of a transaction with this instruction, and before it one that creates the owner's account. Somebody
/// else pays for all of it.
fn transaction_bytes(dividend: &Distribution, owner: &Pubkey, claim: &Instruction) -> usize {
    let create = match dividend.with {
        PaidWith::Cash => payment::create_account(owner, &cast().usd, &dividend.with.program()),
        PaidWith::Shares(share) => token_2022::create_account(owner, &share.mint),
    };
    let message = Message::new(&[create, claim.clone()], Some(&cast().payer));
    let signers = usize::from(message.header.num_required_signatures);
    // Signatures, with their count before them.
    1 + 64 * signers + message.serialize().len()
}

/// What the claim costs in all, and what Token-2022 costs of it with the hook.
fn units(world: &World, dividend: &Distribution, claim: Instruction) -> (u64, u64) {
    let receipt = world.clone().run(claim);
    let of_token = match dividend.with {
        PaidWith::Cash => 0,
        PaidWith::Shares(_) => receipt.frame(&token_2022::ID),
    };
    (receipt.outer_frame(&ID), of_token)
}

/// Everybody's claim costs no more than the bound, and fits into a packet. Tells the most of both.
#[track_caller]
fn assert_within(world: &World, dividend: &Distribution, what: &str) {
    let costs = [cast().alice, cast().bob].map(|owner| {
        let claim = dividend.claim(&owner);
        let proof = dividend.tree.claim(dividend.tree.index_of(&owner), 0).proof;
        assert_eq!(proof.len(), PAGE_DEPTH as usize);
        let bytes = transaction_bytes(dividend, &owner, &claim);
        (units(world, dividend, claim), bytes)
    });
    let (units, of_token) = costs.map(|(units, _)| units).into_iter().max().unwrap();
    let bytes = costs.map(|(_, bytes)| bytes).into_iter().max().unwrap();
    let leaves = dividend.tree.leaf_count();
    println!("claim of {what}, {leaves} claims: {units} compute units, {bytes} bytes");
    println!("of which a hooked transfer: {of_token} compute units");
    assert!(units - of_token <= BOUND, "{units} compute units");
    assert!(bytes <= PACKET, "{bytes} bytes");
}

#[test]
fn a_claim_of_cash_among_a_million_stays_within_its_bound() {
    let mut world = World::new();
    schedule(&mut world);
    let dividend = &*MILLION;
    dividend.open_and_fund(&mut world);
    world.set_time(PAYABLE);
    let page = world.run(dividend.open_page(63)).outer_frame(&ID);
    println!("open_claim_page, {} claims: {page} compute units", dividend.tree.leaf_count());
    assert_within(&world, dividend, "cash");
}

#[test]
fn a_claim_of_shares_costs_the_hook_on_top() {
    let mut world = World::new();
    let (numerator, denominator) = (1, 1);
    let mint = cast().other_share.mint;
    let terms = ActionTerms::Shares { mint, numerator, denominator };
    let kind = ActionKind::SpinOff as u8;
    world.schedule(&cast().share, AnnounceActionArgs { kind, terms, ..cash_dividend() });
    world.set_time(RECORD + 1);
    let spin_off = spin_off();
    world.run(spin_off.open());
    world.run(spin_off.fund(&cast().bob, spin_off.tree.net()));
    world.set_time(PAYABLE);
    for page in [0, 1] {
        world.run(spin_off.open_page(page));
    }
    assert_within(&world, &spin_off, "shares");
}
