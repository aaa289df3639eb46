//! The path of a transfer: read-only, on borrowed bytes, without allocation.
//!
//! - `input`: the runtime's buffer as accounts and instruction data (the only `unsafe` code)
//! - [`judge`](fn@judge): which accounts are to be believed, and what the rules say about them
//! - [`record`]: where the facts of a holder come from
//! - `clock`: the time, eight bytes of it
//! - [`extra_metas`]: the list that tells wallets which accounts to bring

mod clock;
pub mod extra_metas;
mod input;
mod judge;
pub mod record;

pub use input::{AccountView, Accounts, Call, HOOK_ACCOUNTS, Input};
pub use judge::{Stage, judge};
