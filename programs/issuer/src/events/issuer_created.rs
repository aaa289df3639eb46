//! An issuer was opened.

use anchor_lang::prelude::*;

/// An issuer was opened.
#[event]
pub struct IssuerCreated {
    /// The issuer.
    pub issuer: Pubkey,
    /// Its admin, who is also its creator.
    pub admin: Pubkey,
    /// The registry that its assets rely on.
    pub registry: Pubkey,
    /// Which of the creator's issuers it is.
    pub index: u16,
}
