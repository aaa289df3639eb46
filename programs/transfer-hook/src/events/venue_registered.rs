//! A venue was put on the register.

use anchor_lang::prelude::*;

/// A venue was put on the register.
#[event]
pub struct VenueRegistered {
    /// The registry.
    pub registry: Pubkey,
    /// The venue.
    pub venue: Pubkey,
    /// The registrar who signed, or whoever paid.
    pub actor: Pubkey,
    /// The approved program that it is an account of; all zeros: a registrar added it by hand.
    pub program: Pubkey,
}
