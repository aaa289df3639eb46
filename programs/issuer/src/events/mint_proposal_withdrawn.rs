//! A proposed mint was withdrawn.

use anchor_lang::prelude::*;

/// A proposed mint was withdrawn.
#[event]
pub struct MintProposalWithdrawn {
    /// The asset.
    pub asset: Pubkey,
    /// The proposal, which is no more.
    pub mint_proposal: Pubkey,
    /// Who signed: the maker or the admin.
    pub actor: Pubkey,
    /// Raw units.
    pub amount: u64,
    /// Case reference.
    pub reference: [u8; 32],
}
