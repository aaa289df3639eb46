//! Attacks that programs like these have met, each by name.
//!
//! - [`absent`]: a barred wallet's record made to look absent, where none is needed
//! - [`attestations`]: forged, borrowed, used twice or used against their holder
//! - [`authority`]: using roles that are revoked or another's, a policy directly, and Token-2022 directly
//! - [`creation`]: being first at an address, with lamports or with an instruction
//! - [`duplicates`]: the same account in several places
//! - [`forgery`], [`impostors`]: accounts that look like ours; [`resizing`]: ours, of another length
//! - [`events`]: telling what has not happened, or not telling what has
//! - [`laundering`]: roundabout ways to where the direct one is closed
//! - [`outside`]: the hook called by others, by hostile mints, or with accounts left out
//! - [`ownership`]: token accounts that change their owner
//! - [`registrars`], [`records`]: using what is revoked, expired, closed, barred or another's
//! - [`venues`]: passing for a venue, and silencing one

mod absent;
mod attestations;
mod authority;
mod creation;
mod duplicates;
mod events;
mod forgery;
mod impostors;
mod laundering;
mod outside;
mod ownership;
mod records;
mod registrars;
mod resizing;
mod venues;
