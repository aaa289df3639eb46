//! What asks a node, async, over `solana-rpc-client`. Feature `rpc`.
//!
//! - [`fetch`]: accounts of the programs, checked for owner and type; [`program_accounts`]: many, by filters
//! - [`transfer`]: transfers put together, and verdicts about them
//! - [`history`]: the calendar; [`reserves`]: supply against reserves
//! - [`receipt`]: what came of a transaction; [`failure`]: why it failed
//! - [`send`]: a signed transaction, sent until it is confirmed or cannot be any more

mod accounts;
pub mod failure;
pub mod fetch;
pub mod history;
pub mod receipt;
pub mod reserves;
pub mod send;
pub mod transfer;

pub use accounts::program_accounts;
