//! `scrip_client::judge` against the chain, on random transfers.
//!
//! For each of them three answers must agree: the verdict that the client gives from the bytes of accounts, what
//! `check_transfer` returns, and what the transfer itself does. The instruction that the client puts together is the
//! one that the transfer-hook interface's own resolver makes of the mint's list.
//!
//! - [`scene`]: a transfer in which nothing is wrong, and how it is written onto a chain
//! - [`faults`]: what may be wrong with it
//! - [`chain`]: what the chain answers

mod chain;
mod faults;
mod scene;

use std::collections::BTreeMap;
use std::time::Instant;

use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};
use scrip_client::verdict::{Accounts, Fetched, Reason, TokenReason};
use scrip_client::{ShareAddresses, Transfer, Verdict, judge};
use scrip_rules::refusal::Refusal;
use scrip_svm_tests::{World, cast};

use scene::Scene;

const CASES: u32 = 5_000;
const SEED: u64 = 0x05c2_1b06;

/// Refusals that no transfer can end with: Token-2022 stands before them, and the client always brings all accounts.
/// Where `check_transfer` can answer them, it must.
const ONLY_CHECKED: [Refusal; 4] = [
    Refusal::SourceNotTokenAccount,
    Refusal::SourceOfOtherMint,
    Refusal::DestinationNotTokenAccount,
    Refusal::DestinationOfOtherMint,
];
const NEVER: [Refusal; 3] =
    [Refusal::AccountsMissing, Refusal::SourceNotTransferring, Refusal::DestinationNotTransferring];

fn share() -> ShareAddresses {
    let share = cast().share;
    ShareAddresses::new(share.mint, share.company.address, share.company.register.address)
}

/// What the client says, from the bytes of the accounts alone.
fn verdict(world: &World, transfer: &Transfer) -> Verdict {
    let accounts = Accounts::addresses(&share(), transfer).map(|address| world.account(&address));
    let fetched = accounts.each_ref().map(|account| {
        account.as_ref().map(|account| Fetched { owner: account.owner, data: &account.data })
    });
    judge(&share(), transfer, &Accounts::new(fetched), world.now())
}

#[test]
fn the_verdict_is_what_the_chain_does() {
    let mut world = World::without_signatures();
    let mut random = StdRng::seed_from_u64(SEED);
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    let mut checked: BTreeMap<u16, u32> = BTreeMap::new();
    let (begun, mut judging) = (Instant::now(), std::time::Duration::ZERO);
    for number in 0..CASES {
        let mut scene = Scene::new(&mut random);
        // Three in four have something to look at.
        for _ in 0..random.random_range(0..=3_u32) {
            faults::any(&mut random)(&mut scene, &mut random);
        }
        scene.write(&mut world);
        let transfer = scene.transfer();
        let before = Instant::now();
        let verdict = verdict(&world, &transfer);
        judging += before.elapsed();
        chain::assert_agrees(&mut world, &transfer, &verdict, &format!("case {number}: {scene:?}"));
        *seen.entry(format!("{:?}", verdict.reason)).or_default() += 1;
        *checked.entry(verdict.hook.map_or_else(Refusal::code, |()| 0)).or_default() += 1;
    }
    println!("{CASES} transfers in {:?}, {judging:?} of it for their verdicts", begun.elapsed());
    for (reason, count) in &seen {
        println!("{count:6} {reason}");
    }
    let reached = |reason: Reason| seen.contains_key(&format!("{:?}", Some(reason)));
    assert!(seen["None"] > CASES / 10, "too few transfers went through");
    for refusal in Refusal::ALL.iter().filter(|it| !NEVER.contains(it)) {
        assert!(checked.contains_key(&refusal.code()), "check_transfer never said {refusal:?}");
        assert!(reached(Reason::Hook(*refusal)), "no transfer ended with {refusal:?}");
    }
    for reason in TokenReason::ALL.iter().filter(|it| **it != TokenReason::MintUnreadable) {
        assert!(reached(Reason::Token(*reason)), "no transfer ended with {reason:?}");
    }
}
