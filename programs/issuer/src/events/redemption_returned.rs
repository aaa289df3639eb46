//! What was left of a redemption went back to its owner.

use anchor_lang::prelude::*;

/// What was left of a redemption went back to its owner.
#[event]
pub struct RedemptionReturned {
    /// The asset.
    pub asset: Pubkey,
    /// The redemption, which is no more.
    pub redemption: Pubkey,
    /// The owner.
    pub owner: Pubkey,
    /// Who signed: the owner or a member of staff.
    pub actor: Pubkey,
    /// Raw units.
    pub returned: u64,
    /// The issuer's code for declining it; 0: the owner took it back.
    pub reason: u16,
    /// Case reference.
    pub reference: [u8; 32],
}
