//! What was left of a subscription went back to the investor.

use anchor_lang::prelude::*;

/// What was left of a subscription went back to the investor.
#[event]
pub struct SubscriptionReturned {
    /// The asset.
    pub asset: Pubkey,
    /// The subscription, which is no more.
    pub subscription: Pubkey,
    /// The investor.
    pub investor: Pubkey,
    /// Who signed: the investor or a member of staff.
    pub actor: Pubkey,
    /// Base units of the payment token.
    pub returned: u64,
    /// The issuer's code for declining it; 0: the investor took it back.
    pub reason: u16,
    /// Case reference.
    pub reference: [u8; 32],
}
