//! Calendars and histories from the bytes of accounts.
//!
//! - [`fixture`]: an asset and its actions, as a server returns them
//! - [`reading`]: which accounts the filters find, what is read from them, and what is to come
//! - [`history`]: the multiplier at every second
//! - [`refusals`]: what does not fit together
#![allow(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::unwrap_used)]

mod fixture;
mod history;
mod reading;
mod refusals;
