//! The facts of a record changed.

use anchor_lang::prelude::*;

/// The facts of a record changed.
#[event]
pub struct HolderUpdated {
    /// The registry.
    pub registry: Pubkey,
    /// The wallet.
    pub wallet: Pubkey,
    /// The registrar who signed.
    pub actor: Pubkey,
    /// Residence before, ISO 3166-1 numeric.
    pub old_jurisdiction: u16,
    /// Residence from now on.
    pub new_jurisdiction: u16,
    /// Investor class bits before.
    pub old_investor_classes: u16,
    /// Investor class bits from now on.
    pub new_investor_classes: u16,
    /// End of the know-your-customer check before, unix seconds.
    pub old_kyc_expires_at: i64,
    /// End of the know-your-customer check from now on, unix seconds.
    pub new_kyc_expires_at: i64,
}
