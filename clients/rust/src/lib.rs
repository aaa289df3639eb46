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
//! - [`error`]: what is wrong with accounts that do not fit together
//! - [`instructions`]: instructions with their accounts filled in; [`share`]: the addresses that they name
//! - `rpc` (feature `rpc`): what asks a node, async

pub mod addresses;
pub mod calendar;
#[cfg(feature = "cpi")]
pub mod cpi;
pub mod error;
pub mod hook;
pub mod instructions;
#[cfg(feature = "rpc")]
pub mod rpc;
pub mod share;

pub use calendar::{Calendar, Entry, Memcmp, filters};
pub use error::CalendarError;
pub use share::ShareAddresses;
