//! Every proof that is on disk passes the rule that the program checks it by, and no other does.

use scrip_cli::snapshot::tree::sha256;
use scrip_cli::snapshot::tree_file::TreeFile;
use scrip_rules::merkle::{Hash, Leaf, PAGE_DEPTH, PAGE_LEAVES, page_of, verify_leaf, verify_page};
use serde_json::Value;

use crate::world::{Outcome, World, address, scrip};

/// Two pages.
const HOLDERS: u32 = 17_000;

fn proof(world: &World, which: &[&str]) -> Outcome {
    scrip(&[&["proof", "--dir", &world.text("out")], which].concat())
}

fn printed(world: &World, index: u32) -> Value {
    serde_json::from_str(&proof(world, &["--index", &index.to_string()]).ok()).unwrap()
}

fn bytes(value: &Value) -> Hash {
    let text = value.as_str().unwrap();
    assert_eq!(text.len(), 64);
    std::array::from_fn(|at| u8::from_str_radix(&text[2 * at..2 * at + 2], 16).unwrap())
}

fn hashes(value: &Value) -> Vec<Hash> {
    value.as_array().unwrap().iter().map(bytes).collect()
}

fn leaf(proof: &Value) -> Leaf {
    let (leaf, payout) = (&proof["leaf"], proof["payout"].as_str().unwrap());
    let amount = |name: &str| leaf[name].as_str().unwrap().parse().unwrap();
    let owner: anchor_lang::prelude::Pubkey = leaf["owner"].as_str().unwrap().parse().unwrap();
    Leaf {
        payout: payout.parse::<anchor_lang::prelude::Pubkey>().unwrap().to_bytes(),
        index: leaf["index"].as_u64().unwrap() as u32,
        owner: owner.to_bytes(),
        raw: amount("raw"),
        gross: amount("gross"),
        withheld: amount("withheld"),
    }
}

fn snapshot() -> World {
    let world = World::new();
    let accounts = world.synthesize(HOLDERS, 11);
    world.take("out", &["--accounts", &accounts]).ok();
    world
}

#[test]
fn every_proof_on_disk_passes_and_is_passed_for_no_other_leaf() {
    let world = snapshot();
    let mut tree = TreeFile::open(&world.path("out").join("tree.bin"), 15).unwrap();
    let root = bytes(&world.summary("out")["root"]);
    for page in 0..2 {
        let (page_root, page_proof) =
            (tree.page_root(page).unwrap(), tree.page_proof(page).unwrap());
        assert!(verify_page(&sha256, &root, 15, page, &page_root, &page_proof));
        assert!(!verify_page(&sha256, &root, 15, 1 - page, &page_root, &page_proof));
    }
    let mut last: Option<Leaf> = None;
    for (index, (owner, raw)) in (0..).zip(world.leaves("out")) {
        let proof = tree.claim_proof(index).unwrap();
        let page_root = tree.page_root(page_of(index)).unwrap();
        // Rounded up: 15 % of a gross that equals the raw units.
        let withheld = (u128::from(raw) * 1_500).div_ceil(10_000) as u64;
        let payout = crate::world::PAYOUT.to_bytes();
        let leaf = Leaf { payout, index, owner: owner.to_bytes(), raw, gross: raw, withheld };
        assert!(verify_leaf(&sha256, &page_root, 15, &leaf, &proof), "leaf {index}");
        if let Some(other) = last {
            assert!(!verify_leaf(&sha256, &page_root, 15, &other, &proof), "leaf {index}");
        }
        last = Some(leaf);
    }
    assert_eq!(last.unwrap().index, HOLDERS - 1);
    let verified = world.verify("out").ok();
    assert!(verified.contains("17000 leaves, 2 pages"), "{verified}");
}

#[test]
fn what_is_printed_is_what_a_claim_needs() {
    let world = snapshot();
    for index in [0, 1, PAGE_LEAVES - 1, PAGE_LEAVES, HOLDERS - 1] {
        let proof = printed(&world, index);
        let (leaf, page) = (leaf(&proof), proof["page"].as_u64().unwrap() as u32);
        assert_eq!((leaf.index, page), (index, page_of(index)));
        assert_eq!(bytes(&proof["leaf"]["hash"]), leaf.hash(&sha256));
        let (root, page_root) = (bytes(&proof["root"]), bytes(&proof["page_root"]));
        let (page_proof, claim_proof) =
            (hashes(&proof["page_proof"]), hashes(&proof["claim_proof"]));
        assert_eq!(claim_proof.len(), PAGE_DEPTH as usize);
        assert!(verify_page(&sha256, &root, 15, page, &page_root, &page_proof));
        assert!(verify_leaf(&sha256, &page_root, 15, &leaf, &claim_proof));
        for forged in [
            Leaf { index: index ^ 1, ..leaf },
            Leaf { owner: [1; 32], ..leaf },
            Leaf { raw: leaf.raw + 1, ..leaf },
            Leaf { gross: leaf.gross + 1, ..leaf },
            Leaf { withheld: leaf.withheld - 1, ..leaf },
            Leaf { payout: [1; 32], ..leaf },
        ] {
            assert!(!verify_leaf(&sha256, &page_root, 15, &forged, &claim_proof), "{forged:?}");
        }
        // By owner it is the same.
        let owner = proof["leaf"]["owner"].as_str().unwrap();
        let by_owner = self::proof(&world, &["--owner", owner]).ok();
        assert_eq!(serde_json::from_str::<Value>(&by_owner).unwrap(), proof);
    }
}

#[test]
fn a_leaf_alone_is_the_root() {
    let world = World::new();
    let accounts = world.accounts(5, &[(address(1), 5)]);
    world.take("out", &["--accounts", &accounts]).ok();
    let proof = printed(&world, 0);
    assert_eq!(proof["root"], proof["leaf"]["hash"]);
    assert_eq!(proof["root"], proof["page_root"]);
    assert!(hashes(&proof["page_proof"]).is_empty() && hashes(&proof["claim_proof"]).is_empty());
    world.verify("out").ok();
}

#[test]
fn who_is_not_there_has_no_proof() {
    let world = World::new();
    let accounts = world.accounts(5, &[(address(1), 5)]);
    world.take("out", &["--accounts", &accounts]).ok();
    proof(&world, &["--owner", &address(2).to_string()])
        .refused(&[&address(2).to_string(), "has no leaf"]);
    proof(&world, &["--index", "1"]).refused(&["no leaf 1", "from 0 to 0"]);
    let elsewhere = scrip(&["proof", "--dir", &world.text("none"), "--index", "0"]);
    elsewhere.refused(&["none/summary.json cannot be opened"]);
}
