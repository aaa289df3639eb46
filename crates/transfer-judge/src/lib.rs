//! The judgement of one transfer: read-only, on borrowed bytes, without Anchor's dispatcher and without a
//! heap.
//!
//! It is a crate of its own because it is the one part of the transfer-hook program that runs in every
//! transfer: it is compiled for speed, and the rest of the program for size.
//!
//! - [`answer`](fn@answer): the two questions about a transfer, recognised in the runtime's buffer
//! - [`input`]: that buffer as accounts and instruction data (the only `unsafe` code besides `answer`)
//! - [`judge`](fn@judge): which accounts are to be believed, and what the rules say about them
//! - [`record`]: where the facts of a holder come from
//! - [`state`]: the two accounts that a transfer reads; [`token_2022`]: Token-2022's own
//! - `clock`: the time, eight bytes of it
//!
//! Which transfers are allowed is decided by `scrip_rules::verdict`, not here.

mod address;
mod answer;
mod clock;
pub mod input;
mod judge;
pub mod record;
pub mod state;
pub mod token_2022;

use anchor_lang::prelude::{Pubkey, pubkey};
pub use answer::{CHECK_TRANSFER, EXECUTE, NOT_A_TRANSFER, answer};
pub use judge::{Stage, judge};

/// The transfer-hook program, which owns policies and records.
pub const ID: Pubkey = pubkey!("Hr5hueZPoTSXdELhVUTQ51VDHgM5SN7LqhGiEp31icqL");
