//! The facts of a record changed.

use anchor_lang::prelude::*;

use crate::state::Holder;

/// The facts of a record changed.
#[event]
pub struct HolderUpdated {
    /// The registry.
    pub registry: Pubkey,
    /// The wallet.
    pub wallet: Pubkey,
    /// The registrar who signed.
    pub actor: Pubkey,
    /// Before: residence, ISO 3166-1 numeric.
    pub old_jurisdiction: u16,
    /// From now on: residence, ISO 3166-1 numeric.
    pub new_jurisdiction: u16,
    /// Before: investor class bits.
    pub old_investor_classes: u8,
    /// From now on: investor class bits.
    pub new_investor_classes: u8,
    /// Before: end of the know-your-customer check, unix seconds.
    pub old_kyc_expires_at: i64,
    /// From now on: end of the know-your-customer check, unix seconds.
    pub new_kyc_expires_at: i64,
    /// Before: from this second on the holder may send, unix seconds; 0: always.
    pub old_locked_until: i64,
    /// From now on: from this second on the holder may send, unix seconds; 0: always.
    pub new_locked_until: i64,
    /// Before: hash of the identity.
    pub old_identity: [u8; 16],
    /// From now on: hash of the identity.
    pub new_identity: [u8; 16],
}

impl HolderUpdated {
    /// From the record before and after.
    pub fn new(old: &Holder, new: &Holder, actor: Pubkey) -> Self {
        Self {
            registry: new.registry,
            wallet: new.wallet,
            actor,
            old_jurisdiction: old.jurisdiction,
            new_jurisdiction: new.jurisdiction,
            old_investor_classes: old.investor_classes,
            new_investor_classes: new.investor_classes,
            old_kyc_expires_at: old.kyc_expires_at,
            new_kyc_expires_at: new.kyc_expires_at,
            old_locked_until: old.locked_until,
            new_locked_until: new.locked_until,
            old_identity: old.identity,
            new_identity: new.identity,
        }
    }
}
