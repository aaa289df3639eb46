//! What came of a run.

use std::collections::BTreeMap;

use crate::invariant::Invariant;
use crate::model::Broken;
use crate::operation::Operation;

/// Something that must not be.
pub struct Violation {
    pub world: u64,
    /// Which operation of the run.
    pub number: u64,
    pub invariant: Invariant,
    pub what: String,
    /// The last operations of its world.
    pub last: Vec<String>,
}

impl Violation {
    pub fn print(&self, seed: u64) {
        let Self { world, number, invariant, what, last } = self;
        let (position, text) = (invariant.number(), invariant.text());
        println!("violation of invariant {position} ({text})");
        println!("  seed {seed}, operation {number}, in world {world}; the operations before it:");
        for line in last {
            println!("    {line}");
        }
        println!("  {what}");
    }
}

/// What came of a run.
#[derive(Default)]
pub struct Outcome {
    pub tally: Tally,
    pub violations: Vec<Violation>,
}

/// How often each kind of operation went through, and was refused.
#[derive(Default)]
pub struct Tally {
    pub operations: u64,
    /// Escrows taken back in copies of a world.
    pub exits: u64,
    kinds: BTreeMap<String, [u64; 2]>,
    /// Refusals that one invariant alone explains.
    alone: BTreeMap<Invariant, u64>,
}

impl Tally {
    pub fn count(&mut self, operation: &Operation, passed: bool, broken: &[Broken]) {
        self.kinds.entry(operation.kind()).or_default()[usize::from(!passed)] += 1;
        if let [(invariant, _)] = broken {
            *self.alone.entry(*invariant).or_default() += 1;
        }
    }

    pub fn add(&mut self, other: &Self) {
        self.operations += other.operations;
        self.exits += other.exits;
        for (kind, [passed, refused]) in &other.kinds {
            let counts = self.kinds.entry(kind.clone()).or_default();
            counts[0] += passed;
            counts[1] += refused;
        }
        for (invariant, count) in &other.alone {
            *self.alone.entry(*invariant).or_default() += count;
        }
    }

    /// Kinds of which none went through.
    pub fn idle(&self) -> Vec<&str> {
        let idle = self.kinds.iter().filter(|(_, [passed, _])| *passed == 0);
        idle.map(|(kind, _)| kind.as_str()).collect()
    }

    pub fn print(&self) {
        println!("{:<36} {:>12} {:>9}", "operation", "went through", "refused");
        for (kind, [passed, refused]) in &self.kinds {
            println!("{kind:<36} {passed:>12} {refused:>9}");
        }
        println!("{} escrows taken back in copies of a world", self.exits);
        println!("refusals that one invariant alone explains:");
        for (invariant, count) in &self.alone {
            println!("  {:>2}  {:<68} {count:>8}", invariant.number(), invariant.text());
        }
    }
}
