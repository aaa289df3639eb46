//! Attacks that programs like these have met, each by name.
//!
//! - [`authority`]: using what is revoked, what is closed, what belongs to others, and Token-2022 directly
//! - [`creation`]: being first at an address, with lamports or with an instruction
//! - [`forgery`]: accounts that look like ours
//! - [`outside`]: the hook called by others, by hostile mints, or with accounts left out

mod authority;
mod creation;
mod forgery;
mod outside;
