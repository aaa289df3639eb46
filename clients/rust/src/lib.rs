//! The Scrip programs from Rust.
//!
//! What needs no node is always there: the caller fetches accounts by whichever library it has, and hands over their
//! bytes. Nothing that a server says is believed: every account is checked against its address, and a history
//! against what the asset says of it.
//!
//! - [`addresses`]: every address that the programs derive
//! - [`calendar`]: the corporate actions of an asset, by one `getProgramAccounts` call, and the multiplier at any
//!   second of the past or of the announced future
//! - [`hook`]: the accounts that a transfer of a share takes beyond Token-2022's own
//! - [`cpi`] (feature `cpi`): for programs that hold and move shares
//! - [`convert`]: shares and raw units, exactly, by [`decimal`] numbers; [`events`]: what the programs tell
//! - [`error`]: what is wrong with accounts that do not fit together
//! - [`transfer`]: a transfer with the hook's accounts; [`verdict`]: whether it would go through, and if not, why not
//! - [`instructions`]: instructions with their accounts filled in; [`share`]: the addresses that they name;
//!   [`token`]: tokens and their accounts
//! - [`reserves`]: supply against what custodians attest; [`reasons`]: refusals by their numbers
//! - `rpc` (feature `rpc`): what asks a node, async

#![deny(missing_docs)]

pub mod addresses;
pub mod calendar;
pub mod convert;
#[cfg(feature = "cpi")]
pub mod cpi;
pub mod decimal;
pub mod error;
pub mod events;
pub mod hook;
pub mod instructions;
pub mod reasons;
pub mod reserves;
#[cfg(feature = "rpc")]
pub mod rpc;
pub mod share;
pub mod token;
pub mod transfer;
pub mod verdict;

pub use calendar::{Calendar, Entry, Memcmp, filters};
pub use convert::Shares;
pub use error::CalendarError;
pub use events::ScripEvent;
pub use share::ShareAddresses;
pub use token::{Token, open_token_account};
pub use transfer::{Party, Transfer, open_share_account, transfer_shares};
pub use verdict::{Verdict, judge};

/// The examples of the crate's README.
#[cfg(all(doctest, feature = "rpc"))]
#[doc = include_str!("../README.md")]
pub struct Readme;
