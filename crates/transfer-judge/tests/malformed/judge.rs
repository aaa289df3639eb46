//! The judge says of every scene what the check says: it lets through no transfer that it should not, and
//! tells the right reason.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use scrip_rules::refusal::Refusal;
use scrip_transfer_judge::{Stage, judge};

use crate::buffer::Buffer;
use crate::check::check;
use crate::edits::scene;
use crate::reference::Reference;
use crate::scene::{NOW, Scene};

/// What the judge says, and what the check says.
fn both(scene: &Scene) -> (Result<(), Refusal>, Result<(), Refusal>) {
    let buffer = Buffer::new(&scene.entries, &[], None);
    let (amount, stage, now) = (scene.amount, scene.stage, scene.now);
    let judged = judge(&buffer.parse().accounts, amount, stage, now);
    let accounts = Reference::read(buffer.bytes()).first_eight();
    (judged, check(accounts.as_deref(), amount, stage, now))
}

#[test]
fn nothing_is_wrong_with_an_unedited_scene() {
    for stage in [Stage::InFlight, Stage::Planned] {
        assert_eq!(both(&Scene::new(50, stage, NOW)), (Ok(()), Ok(())), "{stage:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn judge_and_check_agree(scene in scene()) {
        let (judged, checked) = both(&scene);
        prop_assert_eq!(judged, checked);
    }
}

/// What no scene leads to would be agreed upon for nothing.
#[test]
fn the_scenes_reach_every_answer() {
    let of_transfers_only = [Refusal::SourceNotTransferring, Refusal::DestinationNotTransferring];
    let mut runner = TestRunner::deterministic();
    let mut seen = [BTreeSet::new(), BTreeSet::new()];
    for _ in 0..10_000 {
        let scene = scene().new_tree(&mut runner).unwrap().current();
        let (judged, _) = both(&scene);
        seen[usize::from(scene.stage == Stage::Planned)]
            .insert(judged.map_err(Refusal::code).err());
    }
    let every = Refusal::ALL.iter().map(|refusal| Some(refusal.code())).chain([None]);
    let [in_flight, planned] = seen;
    let missing: Vec<_> = every.clone().filter(|answer| !in_flight.contains(answer)).collect();
    assert!(missing.is_empty(), "in flight: {missing:?}");
    let missing: Vec<_> = every
        .filter(|answer| !planned.contains(answer))
        .filter(|answer| !of_transfers_only.iter().any(|it| Some(it.code()) == *answer))
        .collect();
    assert!(missing.is_empty(), "planned: {missing:?}");
}
