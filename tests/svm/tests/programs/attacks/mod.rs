//! Attacks that programs like these have met, each by name.
//!
//! - [`absent`]: a barred wallet's record made to look absent, where none is needed
//! - [`attestations`]: forged, borrowed, used twice or used against their holder
//! - [`authority`]: using roles that are revoked or another's, a policy directly, and Token-2022 directly
//! - [`creation`]: being first at an address, with lamports or with an instruction
//! - [`duplicates`], [`own_money`]: the same account in several places, of a transfer and of a payment
//! - [`dust`]: what somebody sends to an escrow; [`rounding`]: the same business in many small parts
//! - [`foreigners`]: another issuer's staff, with the whole set of its own accounts
//! - [`forgery`], [`impostors`]: accounts that look like ours; [`resizing`]: ours, of another length
//! - [`events`]: telling what has not happened, or not telling what has
//! - [`laundering`]: roundabout ways to where the direct one is closed
//! - [`outside`]: the hook called by others, by hostile mints, or with accounts left out
//! - [`ownership`]: token accounts that change their owner
//! - [`queue`]: changes carried out twice, elsewhere, or under other rules than they were proposed under
//! - [`reserves`]: attestations for another share, counted twice or overtaken, and clocks that go back
//! - [`revival`]: what was closed, within the same transaction
//! - [`registrars`], [`records`]: using what is revoked, expired, closed, barred or another's
//! - [`venues`]: passing for a venue, and silencing one

mod absent;
mod attestations;
mod authority;
mod creation;
mod duplicates;
mod dust;
mod events;
mod foreigners;
mod forgery;
mod impostors;
mod laundering;
mod outside;
mod own_money;
mod ownership;
mod queue;
mod records;
mod registrars;
mod reserves;
mod resizing;
mod revival;
mod rounding;
mod venues;
