//! A record was closed.

use anchor_lang::prelude::*;

/// A record was closed.
#[event]
pub struct HolderClosed {
    /// The registry.
    pub registry: Pubkey,
    /// The wallet or venue.
    pub wallet: Pubkey,
    /// The registrar who signed.
    pub actor: Pubkey,
    /// Who paid the rent, and got it back.
    pub rent_receiver: Pubkey,
}
