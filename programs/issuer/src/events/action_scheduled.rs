//! A corporate action was scheduled.

use anchor_lang::prelude::*;

/// A corporate action was scheduled.
#[event]
pub struct ActionScheduled {
    /// The asset.
    pub asset: Pubkey,
    /// The corporate action.
    pub action: Pubkey,
    /// The member of staff who signed.
    pub actor: Pubkey,
    /// Its sequence.
    pub sequence: u32,
    /// Forward split (1), reinvested dividend (2).
    pub kind: u8,
    /// New shares per `ratio_denominator` old ones.
    pub ratio_numerator: u64,
    /// See `ratio_numerator`.
    pub ratio_denominator: u64,
    /// Multiplier before, 18 decimals.
    pub old_multiplier: u128,
    /// Multiplier from `effective_at` on, 18 decimals.
    pub new_multiplier: u128,
    /// When it changes, unix seconds.
    pub effective_at: i64,
    /// SHA-256 of the company's announcement.
    pub document_hash: [u8; 32],
}
