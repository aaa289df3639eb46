//! A tokenized share was created.

use anchor_lang::prelude::*;

/// A tokenized share was created.
#[event]
pub struct AssetCreated {
    /// The issuer.
    pub issuer: Pubkey,
    /// The asset.
    pub asset: Pubkey,
    /// Its mint.
    pub mint: Pubkey,
    /// Its transfer policy.
    pub policy: Pubkey,
    /// The admin who signed.
    pub actor: Pubkey,
    /// ISIN of the share that the custodian holds.
    pub isin: [u8; 12],
    /// SHA-256 of the terms.
    pub terms_hash: [u8; 32],
    /// Multiplier at creation, 18 decimals.
    pub multiplier: u128,
    /// Cap of the supply, raw units.
    pub supply_cap: u64,
}
