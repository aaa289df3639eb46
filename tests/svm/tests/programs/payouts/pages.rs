//! Pages of a tree of more than one: what their proofs must not show, and that each counts its own claims.

use scrip_issuer::OpenClaimPageArgs;
use scrip_issuer::error::IssuerError;
use scrip_rules::merkle::{PADDING, PAGE_LEAVES, page_of};
use scrip_svm_tests::distribution::{account_bump, many_rows};

use super::*;
use crate::case::assert_fails;

const INVALID: u32 = IssuerError::ProofInvalid as u32;

/// A tree with two pages, of which the second has one claim, is paid.
fn pay_two_pages(world: &mut World) -> Distribution {
    schedule(world);
    let dividend = Distribution::in_cash(&many_rows(PAGE_LEAVES + 1));
    dividend.open_and_fund(world);
    world.set_time(PAYABLE);
    dividend
}

/// The owner whose claim is the only one of the second page, and one of the first.
fn owners(dividend: &Distribution) -> (Pubkey, Pubkey) {
    let page = |wallet: &Pubkey| page_of(dividend.tree.index_of(wallet));
    let all = [cast().alice, cast().bob, cast().carol];
    let second = all.into_iter().find(|wallet| page(wallet) == 1).unwrap();
    let known = [cast().alice, cast().bob];
    (second, known.into_iter().find(|wallet| page(wallet) == 0).unwrap())
}

fn open(dividend: &Distribution, page: OpenClaimPageArgs) -> Instruction {
    issuer_program::open_claim_page(&dividend.payout(), page)
}

#[test]
fn a_page_is_proved_at_its_own_place() {
    let mut world = World::new();
    let dividend = pay_two_pages(&mut world);
    let right = dividend.tree.page(1);
    assert_eq!(right.proof.len(), 1);
    let tree = &dividend.tree;
    for (what, index, root, proof) in [
        ("at the place of the other", 0, right.root, right.proof.clone()),
        ("the other's root", 1, tree.node(14, 0), right.proof.clone()),
        ("beyond the tree", 2, right.root, right.proof.clone()),
        ("at the same place, counted from the tree's end", 3, right.root, right.proof.clone()),
        ("at a place whose low bits are the same", 1 << 31 | 1, right.root, right.proof.clone()),
        ("without its proof", 1, right.root, Vec::new()),
        ("the whole tree as a page", 0, tree.root(), Vec::new()),
        ("with a sibling more", 1, right.root, vec![right.proof[0], PADDING]),
        ("a level lower, with the way up", 1, tree.node(13, 1), vec![tree.node(13, 0), right.root]),
        ("a leaf", 0, tree.node(0, 0), right.proof.clone()),
        ("padding", 1, PADDING, right.proof.clone()),
    ] {
        let page = OpenClaimPageArgs { index, root, proof };
        assert_fails(&mut world, open(&dividend, page), INVALID, what);
    }
    world.run(open(&dividend, right));
    world.assert_pod(&dividend.page(1), &opened_page(&dividend, 1));
}

#[test]
fn the_page_account_is_that_of_the_index() {
    let mut world = World::new();
    let dividend = pay_two_pages(&mut world);
    let wrong = with("open_claim_page", dividend.open_page(0), [("page", dividend.page(1))]);
    world.refuse(wrong).assert_code(crate::codes::SEEDS, "the other's address");
}

#[test]
fn another_payouts_page_is_none() {
    let mut world = World::new();
    let dividend = pay_two_pages(&mut world);
    let other =
        Distribution::new(&cast().other_share, 0, PaidWith::Cash, &many_rows(PAGE_LEAVES + 1));
    let theirs = open(&dividend, other.tree.page(0));
    assert_fails(&mut world, theirs, INVALID, "the same holders, the same amounts");
    world.set_time(RECORD + 1);
    other.open_and_fund(&mut world);
    world.set_time(PAYABLE);
    world.run(dividend.open_page(0));
    world.run(other.open_page(0));
    let (_, owner) = owners(&dividend);
    let claim = with("claim", dividend.claim(&owner), [("page", other.page(0))]);
    let mismatch = IssuerError::PayoutMismatch as u32;
    assert_fails(&mut world, claim, mismatch, "the page of another payout");
    world.run(dividend.claim(&owner));
}

#[test]
fn a_claim_counts_in_its_own_page() {
    let mut world = World::new();
    let dividend = pay_two_pages(&mut world);
    world.run(dividend.open_page(0));
    world.run(dividend.open_page(1));
    let (second, first) = owners(&dividend);
    let mismatch = IssuerError::PayoutMismatch as u32;
    for (owner, other) in [(first, 1), (second, 0)] {
        let claim = with("claim", dividend.claim(&owner), [("page", dividend.page(other))]);
        assert_fails(&mut world, claim, mismatch, "the other page");
    }
    // The page's root as a leaf, with the way from there to the tree's root.
    let root = scrip_issuer::ClaimArgs {
        proof: dividend.tree.page(1).proof,
        ..dividend.tree.claim(dividend.tree.index_of(&first), account_bump(&first, dividend.with))
    };
    let claim = issuer_program::claim(dividend.share, 0, dividend.with, &first, root);
    assert_fails(&mut world, claim, INVALID, "a page as a leaf");
    let before = has(&world, &dividend, &first);
    world.run(dividend.claim(&first));
    let args = dividend.tree.claim(dividend.tree.index_of(&first), 0);
    let net = args.gross - args.withheld;
    assert_eq!(has(&world, &dividend, &first), before + net);
    let page: Vec<u8> = world.data(&dividend.page(0));
    assert_eq!(page.iter().skip(8 + 112).map(|byte| byte.count_ones()).sum::<u32>(), 1);
    world.assert_pod(&dividend.page(1), &opened_page(&dividend, 1));
}

#[test]
fn the_last_page_is_filled_up_with_what_nobody_claims() {
    let mut world = World::new();
    let dividend = pay_two_pages(&mut world);
    world.run(dividend.open_page(1));
    let (second, _) = owners(&dividend);
    let alone = dividend.tree.claim(PAGE_LEAVES, account_bump(&second, dividend.with));
    for index in [PAGE_LEAVES + 1, 2 * PAGE_LEAVES - 1] {
        let args = scrip_issuer::ClaimArgs { index, ..alone.clone() };
        let claim = issuer_program::claim(dividend.share, 0, dividend.with, &second, args);
        assert_fails(&mut world, claim, INVALID, "beyond the last claim");
    }
}

/// A tree that is one full page has no proof above it.
#[test]
fn a_full_page_is_a_whole_tree() {
    let mut world = World::new();
    schedule(&mut world);
    let dividend = Distribution::in_cash(&many_rows(PAGE_LEAVES));
    dividend.open_for(&mut world, &cast().alice);
    assert_eq!(dividend.tree.page(0).proof, Vec::<[u8; 32]>::new());
    for owner in [cast().alice, cast().bob] {
        world.run(dividend.claim(&owner));
    }
}

/// A tree of one claim has no proof at all.
#[test]
fn a_single_claim_is_the_root() {
    let mut world = World::new();
    schedule(&mut world);
    let dividend = Distribution::in_cash(&[scrip_svm_tests::distribution::row(cast().alice, 7)]);
    dividend.open_for(&mut world, &cast().alice);
    assert_eq!(dividend.tree.claim(0, 0).proof, Vec::<[u8; 32]>::new());
    world.run(dividend.claim(&cast().alice));
    assert_eq!(payment::balance(&world, &dividend.vault()), 0);
}
