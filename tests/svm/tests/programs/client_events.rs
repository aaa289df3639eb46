//! `scrip_client::events` against what the programs tell: the event of every instruction is read back.

use std::collections::BTreeSet;

use scrip_client::events::read_instruction;
use scrip_svm_tests::{World, fixtures};

/// Fewer would mean that most events are never seen.
const AT_LEAST: usize = 60;

#[test]
fn every_event_that_an_instruction_tells_is_read() {
    let mut seen = BTreeSet::new();
    for fixture in fixtures::all() {
        let mut world = World::without_signatures();
        let instruction = (fixture.ready)(&mut world);
        let receipt = world.run(instruction);
        let told =
            receipt.inner().iter().filter_map(|(program, data)| read_instruction(program, data));
        let names: Vec<_> = told.map(|event| event.name()).collect();
        assert_eq!(names.len(), receipt.event_count(), "{}: {names:?}", fixture.name);
        seen.extend(names);
    }
    assert!(seen.len() >= AT_LEAST, "only {} events were told: {seen:?}", seen.len());
}
