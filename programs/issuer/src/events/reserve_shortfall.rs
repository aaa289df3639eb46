//! The attested reserves do not cover the supply.

use anchor_lang::prelude::*;
use scrip_rules::reserves::Backing;

use crate::state::Asset;

/// The attested reserves do not cover the supply, as far as the transaction named custodians: what they
/// attest is too little, too old, or from too few.
#[event]
pub struct ReserveShortfall {
    /// The asset.
    pub asset: Pubkey,
    /// Shares that the supply stands for, rounded up, base units.
    pub needed: u128,
    /// Shares in fresh attestations after the haircut, base units.
    pub counted: u128,
    /// Custodians whose attestations are fresh.
    pub custodians: u8,
    /// Custodians that are needed.
    pub min_custodians: u8,
}

impl ReserveShortfall {
    pub(crate) fn new(asset: &Account<'_, Asset>, backing: &Backing) -> Self {
        Self {
            asset: asset.key(),
            needed: backing.needed,
            counted: backing.counted,
            custodians: backing.custodians,
            min_custodians: asset.min_custodians,
        }
    }
}
