//! Claims that a proof must not let through, however they are put together. Each is held against the claim
//! that is right, so that nothing else is wrong with it.

use scrip_issuer::ClaimArgs;
use scrip_issuer::error::IssuerError;
use scrip_rules::merkle::{PADDING, PAGE_LEAVES, page_of};
use scrip_svm_tests::TOKEN;
use scrip_svm_tests::distribution::{account_bump, many_rows, row};
use scrip_svm_tests::payment::{DOLLAR, TOKEN_PROGRAM};

use super::*;
use crate::case::assert_fails;

const INVALID: u32 = IssuerError::ProofInvalid as u32;

/// The claim of a leaf, for somebody.
fn claim_of(dividend: &Distribution, owner: &Pubkey, args: ClaimArgs) -> Instruction {
    issuer_program::claim(dividend.share, dividend.sequence, dividend.with, owner, args)
}

/// What Alice's own claim says.
fn of_alice(dividend: &Distribution) -> ClaimArgs {
    let alice = cast().alice;
    dividend.tree.claim(dividend.tree.index_of(&alice), account_bump(&alice, dividend.with))
}

/// Each of these claims of Alice fails, and then hers goes through.
#[track_caller]
fn all_fail(world: &mut World, dividend: &Distribution, wrong: Vec<(&str, ClaimArgs)>) {
    for (what, args) in wrong {
        assert_fails(world, claim_of(dividend, &cast().alice, args), INVALID, what);
    }
    world.run(claim_of(dividend, &cast().alice, of_alice(dividend)));
}

#[test]
fn amounts_are_the_leafs() {
    let mut world = World::new();
    let dividend = pay(&mut world);
    let right = of_alice(&dividend);
    let (raw, gross, withheld) = (right.raw, right.gross, right.withheld);
    let of = |raw, gross, withheld| ClaimArgs { raw, gross, withheld, ..right.clone() };
    let wrong = vec![
        ("more shares", of(raw + 1, gross, withheld)),
        ("fewer shares", of(raw - 1, gross, withheld)),
        ("more dividend", of(raw, gross + 1, withheld)),
        ("less dividend", of(raw, gross - 1, withheld)),
        ("more tax", of(raw, gross, withheld + 1)),
        ("less tax", of(raw, gross, withheld - 1)),
        ("the same net", of(raw, gross + 1, withheld + 1)),
        ("in another order", of(gross, raw, withheld)),
        ("the whole vault", of(raw, dividend.tree.net(), 0)),
    ];
    all_fail(&mut world, &dividend, wrong);
}

#[test]
fn the_index_is_the_leafs() {
    let mut world = World::new();
    let dividend = pay(&mut world);
    let right = of_alice(&dividend);
    let leaves = dividend.tree.leaf_count();
    let others = (0..8).filter(|index| *index != right.index).chain([leaves, PAGE_LEAVES - 1]);
    let wrong = others.map(|index| ("another index", ClaimArgs { index, ..right.clone() }));
    let wrong = wrong.collect();
    all_fail(&mut world, &dividend, wrong);
    // An index of another page that ends in the same bits: its page is another account, which is not there.
    let index = right.index + PAGE_LEAVES;
    let beyond = claim_of(&dividend, &cast().alice, ClaimArgs { index, ..right });
    let beyond = with("claim", beyond, [("page", dividend.page(0))]);
    assert_fails(&mut world, beyond, IssuerError::PayoutMismatch as u32, "the same bit");
}

#[test]
fn the_owner_is_the_leafs() {
    let mut world = World::new();
    let dividend = pay(&mut world);
    for (owner, leaf) in [(cast().bob, cast().alice), (cast().alice, cast().bob)] {
        let index = dividend.tree.index_of(&leaf);
        let args = dividend.tree.claim(index, account_bump(&owner, dividend.with));
        assert_fails(
            &mut world,
            claim_of(&dividend, &owner, args),
            INVALID,
            "somebody else's leaf",
        );
    }
    world.run(payment::create_account(&cast().mallory, &cast().usd, &TOKEN_PROGRAM));
    let mallory = cast().mallory;
    let args = ClaimArgs {
        destination_bump: account_bump(&mallory, dividend.with),
        ..of_alice(&dividend)
    };
    assert_fails(&mut world, claim_of(&dividend, &mallory, args), INVALID, "a stranger");
    world.run(dividend.claim(&cast().alice));
}

#[test]
fn a_proof_has_one_length() {
    let mut world = World::new();
    schedule(&mut world);
    let dividend = Distribution::in_cash(&many_rows(PAGE_LEAVES + 1));
    dividend.open_for(&mut world, &cast().alice);
    let right = of_alice(&dividend);
    let of = |proof: Vec<[u8; 32]>| ClaimArgs { proof, ..right.clone() };
    let longer = |more: [u8; 32]| [&right.proof[..], &[more]].concat();
    let page = page_of(right.index);
    let wrong = vec![
        ("without its end", of(right.proof[..13].to_vec())),
        ("without its beginning", of(right.proof[1..].to_vec())),
        ("empty", of(Vec::new())),
        ("with nothing more", of(longer(PADDING))),
        // The way to the root of the whole tree, past the page.
        ("up to the root", of(longer(dividend.tree.node(14, page ^ 1)))),
        ("turned around", of(right.proof.iter().rev().copied().collect())),
    ];
    assert_eq!(right.proof.len(), 14);
    all_fail(&mut world, &dividend, wrong);
}

#[test]
fn every_hash_of_a_proof_counts() {
    let mut world = World::new();
    schedule(&mut world);
    let dividend = Distribution::in_cash(&many_rows(PAGE_LEAVES + 1));
    dividend.open_for(&mut world, &cast().alice);
    let right = of_alice(&dividend);
    let wrong = (0..right.proof.len()).map(|level| {
        let mut args = right.clone();
        args.proof[level][31] ^= 1;
        ("another bit", args)
    });
    all_fail(&mut world, &dividend, wrong.collect());
}

/// A node is the hash of 65 bytes, a leaf that of 93. The claim of an owner whose leaf's bytes begin like a
/// node's fails, for the first byte, and as it is longer.
#[test]
fn no_node_passes_for_a_leaf() {
    let mut world = World::new();
    let dividend = pay(&mut world);
    let right = of_alice(&dividend);
    // With the siblings of an inner node: what is proved would lie a level too high.
    let above =
        ClaimArgs { index: right.index / 2, proof: right.proof[1..].to_vec(), ..right.clone() };
    let (left, second) = (dividend.tree.node(0, 0), dividend.tree.node(0, 1));
    let number = |bytes: &[u8]| u64::from_le_bytes(bytes[..8].try_into().unwrap());
    // The bytes of the children of an inner node, read as what a leaf says.
    let as_leaf = ClaimArgs {
        index: 0,
        raw: number(&second),
        gross: number(&second[8..]),
        withheld: number(&second[16..]),
        proof: vec![dividend.tree.node(1, 1)],
        ..right.clone()
    };
    let padded = ClaimArgs { proof: vec![left, dividend.tree.node(1, 1)], ..as_leaf.clone() };
    // A root is no leaf either, and needs no sibling.
    let root = ClaimArgs { index: 0, proof: Vec::new(), ..right.clone() };
    let wrong = vec![
        ("a level too high", above),
        ("children as a leaf", as_leaf),
        ("children as a leaf, with a sibling more", padded),
        ("the root as a leaf", root),
    ];
    all_fail(&mut world, &dividend, wrong);
}

#[test]
fn nobody_claims_the_padding() {
    let mut world = World::new();
    let dividend = pay(&mut world);
    assert_eq!(dividend.tree.node(0, 3), PADDING, "three claims in a tree with room for four");
    let proof = vec![dividend.tree.node(0, 2), dividend.tree.node(1, 0)];
    let right = of_alice(&dividend);
    let of = |raw, gross| ClaimArgs {
        index: 3,
        raw,
        gross,
        withheld: 0,
        proof: proof.clone(),
        ..right.clone()
    };
    let wrong = vec![
        ("nothing", of(0, 0)),
        ("something", of(TOKEN, DOLLAR)),
        ("what is left", of(right.raw, dividend.tree.net())),
    ];
    all_fail(&mut world, &dividend, wrong);
}

#[test]
fn another_payouts_proof_is_of_no_use() {
    let mut world = World::new();
    let dividend = pay(&mut world);
    let other = other_dividend();
    world.set_time(RECORD + 1);
    other.open_for(&mut world, &cast().alice);
    // The same holders have the same amounts in both; only the payout differs.
    let theirs = of_alice(&other);
    assert_eq!((theirs.raw, theirs.gross), (of_alice(&dividend).raw, of_alice(&dividend).gross));
    all_fail(&mut world, &dividend, vec![("the proof of another payout", theirs.clone())]);
    let page = with("claim", claim_of(&dividend, &cast().alice, theirs), [("page", other.page(0))]);
    let mismatch = IssuerError::PayoutMismatch as u32;
    assert_fails(&mut world, page, mismatch, "with its page as well");
}

/// Next year's dividend of the same asset, to the same holders, with the same amounts.
#[test]
fn last_years_proof_is_of_no_use() {
    let mut world = World::new();
    let dividend = pay(&mut world);
    let mut again = cast_dividend_at(PAYABLE);
    again.dates.ex_at = 0;
    world.schedule(&cast().share, again);
    let next = Distribution::new(&cast().share, 1, PaidWith::Cash, &rows());
    world.set_time(again.dates.record_at + 1);
    world.run(next.open());
    world.run(next.fund_all());
    world.set_time(again.dates.payable_at);
    world.run(next.open_page(0));
    all_fail(&mut world, &next, vec![("last year's proof", of_alice(&dividend))]);
    all_fail(&mut world, &dividend, vec![("this year's proof", of_alice(&next))]);
}

/// The dividend, announced at another time.
fn cast_dividend_at(time: i64) -> AnnounceActionArgs {
    let mut args = cash_dividend();
    let later = time - scrip_svm_tests::START;
    args.dates.record_at += later;
    args.dates.effective_at += later;
    args.dates.payable_at += later;
    args
}

/// The payout is withdrawn and opened again at the same address, with another root.
#[test]
fn nothing_of_a_withdrawn_root_is_claimed() {
    let mut world = World::new();
    let old = fund(&mut world);
    world.run(old.withdraw());
    // Alice has sold half of her shares before the record date, it turns out.
    let mut corrected = vec![row(cast().alice, 500), row(cast().bob, 900), row(cast().carol, 20)];
    corrected.sort();
    let new = Distribution::in_cash(&corrected);
    assert_eq!(old.payout(), new.payout());
    new.open_and_fund(&mut world);
    world.set_time(PAYABLE);
    assert_fails(&mut world, old.open_page(0), INVALID, "the old page");
    world.run(new.open_page(0));
    all_fail(&mut world, &new, vec![("by the old root", of_alice(&old))]);
    let bob = old.claim(&cast().bob);
    assert_fails(&mut world, bob, INVALID, "Bob's old claim");
    world.run(new.claim(&cast().bob));
}

#[test]
fn a_claim_is_paid_once() {
    let mut world = World::new();
    let dividend = pay(&mut world);
    let claim = dividend.claim(&cast().alice);
    let already = IssuerError::AlreadyClaimed as u32;
    // Twice in one transaction: the second undoes the first.
    let failure = world.send_all(&[claim.clone(), claim.clone()]).unwrap_err();
    failure.assert_code(already, "twice in one transaction");
    world.run(claim.clone());
    assert_fails(&mut world, claim.clone(), already, "again");
    // The page cannot be opened anew over the old one, nor be closed to that end.
    world.refuse(dividend.open_page(0)).assert_code(0, "the page anew");
    let not_swept = IssuerError::PayoutNotSwept as u32;
    assert_fails(&mut world, dividend.close_page(0), not_swept, "closed early");
    let opened = IssuerError::PayoutHasOpened as u32;
    assert_fails(&mut world, dividend.withdraw(), opened, "withdrawn to be opened anew");
    world.refuse(dividend.open()).assert_code(0, "the payout anew");
    world.set_time(DEADLINE);
    world.run(dividend.sweep());
    world.run(dividend.close_page(0));
    let over = IssuerError::PayoutOver as u32;
    assert_fails(&mut world, dividend.open_page(0), over, "the page anew after the sweep");
    world.refuse(dividend.open()).assert_code(0, "the payout anew after the sweep");
    world.refuse(claim).assert_code(crate::codes::WRONG_OWNER, "after the sweep");
}
