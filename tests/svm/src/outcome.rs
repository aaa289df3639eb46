//! What came of a transaction.

use anchor_lang::prelude::Pubkey;
use anchor_lang::{Discriminator, Event, event::EVENT_IX_TAG_LE};
use litesvm::types::{FailedTransactionMetadata, TransactionMetadata};
use solana_instruction_error::InstructionError;
use solana_transaction_error::TransactionError;

/// A transaction that went through.
#[derive(Clone, Debug)]
pub struct Receipt {
    /// Compute units of the whole transaction.
    pub compute_units: u64,
    /// What the programs logged.
    pub logs: Vec<String>,
    /// What the last program that did so returned.
    pub return_data: Vec<u8>,
    /// Every call of a program by a program: which, and with what data.
    inner: Vec<(Pubkey, Vec<u8>)>,
}

impl Receipt {
    pub(crate) fn new(meta: TransactionMetadata, keys: &[Pubkey]) -> Self {
        let inner = meta.inner_instructions.into_iter().flatten().map(|inner| {
            let instruction = inner.instruction;
            (keys[usize::from(instruction.program_id_index)], instruction.data)
        });
        Self {
            compute_units: meta.compute_units_consumed,
            logs: meta.logs,
            return_data: meta.return_data.data,
            inner: inner.collect(),
        }
    }

    /// Fails unless `program` has emitted exactly one event of this type, and it is this one.
    #[track_caller]
    pub fn assert_event<E: Event + Discriminator>(&self, program: Pubkey, expected: &E) {
        self.assert_events(program, core::slice::from_ref(expected));
    }

    /// Fails unless the events of this type that `program` has emitted are these, in this order.
    #[track_caller]
    pub fn assert_events<E: Event + Discriminator>(&self, program: Pubkey, expected: &[E]) {
        let tag = [EVENT_IX_TAG_LE, E::DISCRIMINATOR].concat();
        let seen: Vec<_> = self
            .inner
            .iter()
            .filter(|(caller, data)| *caller == program && data.starts_with(&tag))
            .map(|(_, data)| data[EVENT_IX_TAG_LE.len()..].to_vec())
            .collect();
        let expected: Vec<_> = expected.iter().map(Event::data).collect();
        assert_eq!(seen, expected, "the events emitted are not the ones expected");
    }

    /// Every call of a program by a program, in order: which, and with what data.
    pub fn inner(&self) -> &[(Pubkey, Vec<u8>)] {
        &self.inner
    }

    /// How many events were emitted, by any program.
    pub fn event_count(&self) -> usize {
        self.inner.iter().filter(|(_, data)| data.starts_with(EVENT_IX_TAG_LE)).count()
    }

    /// Compute units that `program` reports for its frame, with all that it called: the first such report.
    pub fn frame(&self, program: &Pubkey) -> u64 {
        frame(&self.logs, program)
    }

    /// The last such report: of its outermost frame, where it has called itself to tell an event.
    pub fn outer_frame(&self, program: &Pubkey) -> u64 {
        let last = self.logs.iter().rev().find(|line| reports(line, program));
        frame(core::slice::from_ref(last.unwrap()), program)
    }
}

/// A transaction that failed.
#[derive(Clone, Debug)]
pub struct Failure {
    /// Why, as the runtime tells it.
    pub error: TransactionError,
    /// What the programs logged.
    pub logs: Vec<String>,
}

impl Failure {
    /// The error number that a program failed with; `None` if it failed in another way.
    pub fn code(&self) -> Option<u32> {
        match self.error {
            TransactionError::InstructionError(_, InstructionError::Custom(code)) => Some(code),
            _ => None,
        }
    }

    /// Compute units that `program` reports for its frame, as in [`Receipt::frame`].
    pub fn frame(&self, program: &Pubkey) -> u64 {
        frame(&self.logs, program)
    }

    /// Whether a log line contains `text`.
    pub fn logged(&self, text: &str) -> bool {
        self.logs.iter().any(|line| line.contains(text))
    }

    /// Fails unless the transaction failed with this number.
    #[track_caller]
    pub fn assert_code(&self, code: u32, what: &str) {
        assert_eq!(self.code(), Some(code), "{what}: {:?}\n{}", self.error, self.logs.join("\n"));
    }
}

fn frame(logs: &[String], program: &Pubkey) -> u64 {
    let report = logs.iter().find(|line| reports(line, program));
    report.unwrap().split(' ').nth(3).unwrap().parse().unwrap()
}

fn reports(line: &str, program: &Pubkey) -> bool {
    line.starts_with(&format!("Program {program} consumed "))
}

impl From<FailedTransactionMetadata> for Failure {
    fn from(failed: FailedTransactionMetadata) -> Self {
        Self { error: failed.err, logs: failed.meta.logs }
    }
}
