//! What one call of each instruction costs, with all that it calls. The calls are those that the tests
//! tamper with; a test there holds that no instruction is left out.

use std::collections::BTreeMap;

use scrip_svm_tests::World;
use scrip_svm_tests::fixtures;

/// Compute units, by `<program>::<instruction>`.
pub fn measure() -> BTreeMap<String, u64> {
    let cost = |world: &mut World, ready: fn(&mut World) -> _| {
        let instruction = ready(world);
        world.run(instruction).compute_units
    };
    fixtures::all()
        .map(|fixture| {
            let mut world = World::without_signatures();
            let name = format!("{}::{}", fixture.program, fixture.name);
            (name, cost(&mut world, fixture.ready))
        })
        .collect()
}
