//! The command line.

use std::path::Path;

use crate::faults::Faulty;

const USAGE: &str = "usage: fuzz OPERATIONS SEED [FOLDER]";

/// What is to be done.
pub struct Arguments {
    pub operations: u64,
    pub seed: u64,
    /// The program with every fault planted, if faults are to be caught as well.
    pub faulty: Option<Faulty>,
}

impl Arguments {
    pub fn read() -> Result<Self, String> {
        let arguments: Vec<_> = std::env::args().skip(1).collect();
        let (operations, seed, faulty) = match &arguments[..] {
            [operations, seed] => (operations, seed, None),
            [operations, seed, faulty] => (operations, seed, Some(faulty)),
            _ => return Err(USAGE.into()),
        };
        let number = |name: &str, text: &String| {
            text.parse::<u64>().map_err(|_| {
                format!("{name} is \"{text}\": give a whole number from 0 to {}", u64::MAX)
            })
        };
        let faulty = faulty.map(|folder| Faulty::read(Path::new(folder))).transpose()?;
        Ok(Self { operations: number("OPS", operations)?, seed: number("SEED", seed)?, faulty })
    }
}
