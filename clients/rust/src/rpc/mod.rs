//! What asks a node, async, over `solana-rpc-client`. Feature `rpc`.
//!
//! - [`fetch`]: accounts of the programs, checked for owner and type
//! - [`send`]: a signed transaction, sent until it is confirmed or cannot be any more

pub mod fetch;
pub mod send;
