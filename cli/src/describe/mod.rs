//! What bytes mean, in words: events, accounts, instructions and whole transactions, for people and for programs.
//!
//! - [`idl`]: the committed IDLs of both programs
//! - [`decode`]: bytes of a type of an IDL as a [`value::Decoded`]; [`value`]: as JSON, and as lines of text
//! - [`words`]: how a field is written, by its name and type
//! - [`event`], [`account`]: what the programs say has changed, and what they keep
//! - [`balance`]: what becomes of token balances
//! - [`instruction`]: what an instruction does, of the programs and of those that they work with
//! - [`transaction`]: a transaction with its signatures, instruction by instruction

pub mod account;
pub mod balance;
pub mod decode;
pub mod event;
pub mod idl;
pub mod instruction;
pub mod transaction;
pub mod value;
pub mod words;

#[cfg(test)]
mod tests;
