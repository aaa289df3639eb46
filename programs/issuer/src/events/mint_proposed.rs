//! A mint was proposed, for a checker to carry out.

use anchor_lang::prelude::*;

/// A mint was proposed, for a checker to carry out.
#[event]
pub struct MintProposed {
    /// The asset.
    pub asset: Pubkey,
    /// The proposal.
    pub mint_proposal: Pubkey,
    /// The wallet that owns the token account.
    pub recipient: Pubkey,
    /// The member of staff who signed.
    pub actor: Pubkey,
    /// Raw units.
    pub amount: u64,
    /// Multiplier in force, 18 decimals.
    pub multiplier: u128,
    /// Case reference.
    pub reference: [u8; 32],
}
