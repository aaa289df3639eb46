//! A setting was changed.

use anchor_lang::prelude::*;

use crate::change::Change;

/// A setting was changed.
#[event]
pub struct SettingChanged {
    /// The issuer.
    pub issuer: Pubkey,
    /// The asset; all zeros: the issuer itself.
    pub asset: Pubkey,
    /// Who signed: the admin, or anybody for a change from the queue.
    pub actor: Pubkey,
    /// The entry of the queue; all zeros: it was changed at once.
    pub pending_change: Pubkey,
    /// The setting as it was.
    pub old: Change,
    /// The setting as it is now.
    pub new: Change,
    /// Case reference.
    pub reference: [u8; 32],
}
