//! `scrip holder import`: what it reads, refuses and remembers. With a validator: `tests/stories/holder-import.test.ts`.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod batches;
mod faults;
mod identities;
mod journal;
mod rows;
