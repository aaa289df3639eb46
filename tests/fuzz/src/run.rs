//! One world after the other, on as many threads as there are processors.

use std::collections::VecDeque;
use std::io::IsTerminal;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use scrip_svm_tests::{Failure, World};

use crate::check::{self, Difference};
use crate::dice::Dice;
use crate::generate::{Generator, opening};
use crate::instruction::instruction;
use crate::invariant::Invariant;
use crate::model::{Broken, Model};
use crate::operation::{ActionStep, Operation};
use crate::report::{Outcome, Tally, Violation};
use crate::scene;
use crate::tamper::tamper;

/// Operations in one world. Then another begins, with other settings.
pub const WORLD: u64 = 2_500;
/// Operations that a violation is shown with.
const SHOWN: usize = 20;
/// After so many operations it is tried whether every escrow can be taken back.
const EXIT: u64 = 200;

/// Runs so many operations on this program, in worlds of their own; none begins after a violation.
pub fn all(seed: u64, operations: u64, artefact: &[u8], progress: bool) -> Outcome {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let (next, done, stop) = (AtomicU64::new(0), AtomicU64::new(0), AtomicBool::new(false));
    let outcome = Mutex::new(Outcome::default());
    let started = std::time::Instant::now();
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let place = next.fetch_add(1, Ordering::SeqCst);
                    let first = place * WORLD;
                    if first >= operations || stop.load(Ordering::SeqCst) {
                        return;
                    }
                    let length = WORLD.min(operations - first);
                    let (tally, violation) = world(seed, place, length, artefact);
                    stop.fetch_or(violation.is_some(), Ordering::SeqCst);
                    let mut outcome = outcome.lock().unwrap();
                    outcome.tally.add(&tally);
                    outcome.violations.extend(violation);
                    let done = done.fetch_add(length, Ordering::SeqCst) + length;
                    if progress {
                        show(done, operations, started.elapsed().as_secs());
                    }
                }
            });
        }
    });
    let mut outcome = outcome.into_inner().unwrap();
    // What else was found depends on how the threads took turns; the first is the same in every run.
    outcome.violations.sort_by_key(|violation| violation.number);
    outcome.violations.truncate(1);
    outcome
}

/// Tells how far a run is: in one line on a terminal, else about every tenth of it.
fn show(done: u64, operations: u64, seconds: u64) {
    let line = format!("  {done} of {operations} operations, {seconds} s");
    if std::io::stderr().is_terminal() {
        let end = if done == operations { "\n" } else { "" };
        eprint!("\r{line} {end}");
    } else if done == operations
        || done * 10 / operations > done.saturating_sub(WORLD) * 10 / operations
    {
        eprintln!("{line}");
    }
}

/// Runs so many operations in the world with this place.
pub fn world(seed: u64, place: u64, length: u64, artefact: &[u8]) -> (Tally, Option<Violation>) {
    let dice = Dice::new(seed.wrapping_add(place.wrapping_mul(0x9e37_79b9_7f4a_7c15)));
    let mut world = scene::world();
    world.replace_program(scrip_issuer::ID, artefact);
    let mut run =
        Run { world, model: Model::new(), dice, tally: Tally::default(), last: VecDeque::new() };
    let violation = run.go(length).err().map(|difference| Violation {
        world: place,
        number: place * WORLD + run.tally.operations,
        invariant: difference.invariant,
        what: difference.what,
        last: run.last.drain(..).collect(),
    });
    (run.tally, violation)
}

struct Run {
    world: World,
    model: Model,
    dice: Dice,
    tally: Tally,
    last: VecDeque<String>,
}

impl Run {
    fn go(&mut self, length: u64) -> Result<(), Difference> {
        for change in opening(&mut self.dice) {
            let change = Operation::ChangeSetting { by: self.model.admin, change };
            // Four eyes and the timelock come last, and may refuse each other.
            self.step(&change, false)?;
        }
        for number in 0..length {
            let late = number * 100 > length * 85;
            let operation = Generator { dice: &mut self.dice, model: &self.model, late }.draw();
            self.tally.operations += 1;
            let spoilt = self.dice.chance(10);
            if self.step(&operation, spoilt)? {
                check::balances(&self.world, &self.model)?;
                check::minters(&self.world, &self.model)?;
                if let Operation::Action(step) = &operation {
                    let last = self.model.calendar.len() as u32 - 1;
                    let sequence = step.sequence().unwrap_or(last);
                    check::action(&self.world, &self.model, sequence)?;
                    if step.is_on_record() {
                        check::multiplier(&self.world, &self.model)?;
                    }
                }
            }
            if operation.is_on_record() || number % 50 == 0 {
                check::records(&self.world, &self.model)?;
            }
            if number % 50 == 0 {
                check::history(&self.world, &self.model)?;
            }
            if number % EXIT == EXIT - 1 {
                self.take_back()?;
            }
        }
        check::balances(&self.world, &self.model)
    }

    /// Carries an operation out, in the world and in the model. Tells whether it went through.
    fn step(&mut self, operation: &Operation, spoilt: bool) -> Result<bool, Difference> {
        let mut broken = self.model.judge(operation);
        let mut note = String::new();
        let result = match instruction(operation, &self.model, &self.world) {
            None => {
                if let Operation::Time { to } = operation {
                    self.world.set_time(*to);
                }
                Ok(())
            }
            Some(mut instruction) => {
                if spoilt
                    && let Some(what) =
                        tamper(&mut self.dice, operation, &self.model, &mut instruction)
                {
                    broken.push((Invariant::Authority, what));
                    note = format!(", {what}");
                }
                self.world.send(instruction).map(drop)
            }
        };
        let outcome = if result.is_ok() { "went through" } else { "refused" };
        self.last.push_back(format!("at {}: {operation:?}{note}: {outcome}", self.model.now));
        if self.last.len() > SHOWN {
            self.last.pop_front();
        }
        self.tally.count(operation, result.is_ok(), &broken);
        agree(operation, result.as_ref().err(), &broken)?;
        if result.is_ok() {
            check::prices(&self.world, &self.model, operation)?;
            if let Operation::Action(step) = operation {
                check::offer(&self.world, &self.model, step)?;
            }
            self.model.apply(operation);
        }
        Ok(result.is_ok())
    }

    /// In a copy of the world: takes back every escrow at its deadline.
    fn take_back(&mut self) -> Result<(), Difference> {
        let (mut world, mut model) = (self.world.clone(), self.model.clone());
        let subscriptions = model.subscriptions.iter().map(|(request, open)| {
            let (request, money) = (*request, open.money);
            (open.deadline, Operation::CancelSubscription { request, money })
        });
        let redemptions = model.redemptions.iter().filter(|_| !model.paused);
        let redemptions = redemptions
            .map(|(request, open)| (open.deadline, Operation::Reclaim { request: *request }));
        let tenders = model.tenders.iter().filter(|_| !model.paused);
        let tenders = tenders.map(|(tender, open)| {
            let withdraw = ActionStep::WithdrawTender { tender: *tender };
            (open.reclaim_at, Operation::Action(withdraw))
        });
        let mut all: Vec<_> = subscriptions.chain(redemptions).chain(tenders).collect();
        all.sort_by_key(|(deadline, _)| *deadline);
        for (deadline, operation) in all {
            model.now = model.now.max(deadline);
            world.set_time(model.now);
            let instruction = instruction(&operation, &model, &world).unwrap();
            if let Err(failure) = world.send(instruction) {
                return Err(refused(&operation, &failure));
            }
            model.apply(&operation);
            self.tally.exits += 1;
        }
        check::balances(&world, &model)
    }
}

/// Whether program and model are of one mind.
fn agree(
    operation: &Operation,
    failure: Option<&Failure>,
    broken: &[Broken],
) -> Result<(), Difference> {
    match (failure, broken.first()) {
        (None, Some((invariant, what))) => Err(Difference {
            invariant: *invariant,
            what: format!("expected a refusal ({what}), seen: {operation:?} went through"),
        }),
        (Some(failure), None) => Err(refused(operation, failure)),
        _ => Ok(()),
    }
}

fn refused(operation: &Operation, failure: &Failure) -> Difference {
    let exit = matches!(
        operation,
        Operation::CancelSubscription { .. }
            | Operation::Reclaim { .. }
            | Operation::Action(ActionStep::WithdrawTender { .. })
    );
    let logs: Vec<_> = failure.logs.iter().rev().take(8).rev().map(String::as_str).collect();
    Difference {
        invariant: if exit { Invariant::Exit } else { Invariant::Service },
        what: format!(
            "expected to go through, seen: {operation:?} failed with {:?}\n    {}",
            failure.error,
            logs.join("\n    ")
        ),
    }
}
