//! A record was created or renewed by an attestation.

use anchor_lang::prelude::*;

/// A record was created or renewed by an attestation.
#[event]
pub struct AttestationImported {
    /// The registry.
    pub registry: Pubkey,
    /// The wallet.
    pub wallet: Pubkey,
    /// The attestation.
    pub attestation: Pubkey,
    /// Who signed the attestation.
    pub signer: Pubkey,
    /// Whether the record was there before.
    pub renewed: bool,
    /// Residence, ISO 3166-1 numeric.
    pub jurisdiction: u16,
    /// Investor class bits.
    pub investor_classes: u8,
    /// End of the know-your-customer check, unix seconds.
    pub kyc_expires_at: i64,
    /// Hash of the identity.
    pub identity: [u8; 16],
}
