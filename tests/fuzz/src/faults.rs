//! Faults planted into a copy of the program. Each must be caught, by the invariant that it breaks.
//!
//! `toolchain/faults.sh` makes one artefact with all of them, of which the number in a marker chooses one.

use std::fs;
use std::path::Path;
use std::sync::Mutex;

use crate::run;

/// Operations within which a fault must be caught.
const PATIENCE: u64 = 40_000;
/// So that whether a fault is caught does not hang on the seed of the run.
const SEED: u64 = 1;
const MARKER: &[u8] = b"SCRIP-PLANTED-FAULT-";

/// A fault.
struct Fault {
    number: u8,
    invariant: u8,
    name: String,
}

/// The program with every fault in it, none of which is chosen.
pub struct Faulty {
    artefact: Vec<u8>,
    /// Where the number of the chosen fault is.
    place: usize,
    faults: Vec<Fault>,
}

impl Faulty {
    /// Reads what `toolchain/faults.sh` has left in a folder.
    pub fn read(folder: &Path) -> Result<Self, String> {
        let read = |name: &str| {
            let file = folder.join(name);
            fs::read(&file).map_err(|error| format!("{} cannot be read: {error}", file.display()))
        };
        let artefact = read("scrip_issuer.so")?;
        let found: Vec<_> =
            (0..artefact.len()).filter(|at| artefact[*at..].starts_with(MARKER)).collect();
        let [marker] = found[..] else {
            return Err(format!(
                "the faulty program has {} markers: there must be one",
                found.len()
            ));
        };
        let list = String::from_utf8(read("faults.txt")?).map_err(|error| error.to_string())?;
        let fault = |line: &str| {
            let mut words = line.splitn(3, ' ');
            Some(Fault {
                number: words.next()?.parse().ok()?,
                invariant: words.next()?.parse().ok()?,
                name: words.next()?.to_owned(),
            })
        };
        let faults: Option<Vec<_>> = list.lines().map(fault).collect();
        let faults = faults.ok_or("faults.txt does not read: remove target/faults")?;
        Ok(Self { artefact, place: marker + MARKER.len(), faults })
    }

    /// The program with one fault; 0: with none.
    fn with(&self, number: u8) -> Vec<u8> {
        let mut artefact = self.artefact.clone();
        artefact[self.place] = b'0' + number / 10;
        artefact[self.place + 1] = b'0' + number % 10;
        artefact
    }

    /// Plants every fault, and prints what caught it. Tells how many were caught, of how many.
    pub fn catch_all(&self) -> (usize, usize) {
        let queue = Mutex::new(self.faults.iter().enumerate());
        let lines = Mutex::new(Vec::new());
        std::thread::scope(|scope| {
            for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
                scope.spawn(|| {
                    loop {
                        let next = queue.lock().unwrap().next();
                        let Some((place, fault)) = next else { return };
                        let caught = self.catch(fault);
                        lines.lock().unwrap().push((place, caught));
                    }
                });
            }
        });
        let mut lines = lines.into_inner().unwrap();
        lines.sort();
        println!("planted faults:");
        for (_, (_, line)) in &lines {
            println!("  {line}");
        }
        (lines.iter().filter(|(_, (caught, _))| *caught).count(), lines.len())
    }

    fn catch(&self, fault: &Fault) -> (bool, String) {
        let artefact = self.with(fault.number);
        let Fault { number, invariant, name } = fault;
        let mut before = 0;
        for place in 0.. {
            if before >= PATIENCE {
                break;
            }
            let length = run::WORLD.min(PATIENCE - before);
            let (tally, violation) =
                run::world(SEED + u64::from(*number), place, length, &artefact);
            before += tally.operations;
            let Some(violation) = violation else { continue };
            let by = violation.invariant.number();
            let right = by == *invariant;
            let amiss = if right {
                String::new()
            } else {
                format!(", not by {invariant} as it must be:\n{}", violation.what)
            };
            return (
                right,
                format!(
                    "{number:>2} {name}: caught by invariant {by} after {before} operations{amiss}"
                ),
            );
        }
        (
            false,
            format!(
                "{number:>2} {name}: NOT CAUGHT in {PATIENCE} operations, must be by invariant {invariant}"
            ),
        )
    }
}
