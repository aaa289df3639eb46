//! A corporate action was scheduled: it takes effect by the clock.

use anchor_lang::prelude::*;

/// A corporate action was scheduled: it takes effect by the clock.
#[event]
pub struct ActionScheduled {
    /// The asset.
    pub asset: Pubkey,
    /// The action.
    pub action: Pubkey,
    /// The member of staff.
    pub actor: Pubkey,
    /// The how manieth action of the asset.
    pub sequence: u32,
    /// A `scrip_rules::corporate_action::ActionKind`.
    pub kind: u8,
    /// Multiplier before, 18 decimals.
    pub old_multiplier: u128,
    /// Multiplier from the effective time on, 18 decimals.
    pub new_multiplier: u128,
    /// When it takes effect, unix seconds.
    pub effective_at: i64,
    /// First second of its blackout; 0: it has none.
    pub blackout_from: i64,
    /// The second after its blackout.
    pub blackout_until: i64,
    /// SHA-256 of the company's announcement.
    pub document_hash: [u8; 32],
}
