//! The end of an attestation, or of the trust in its credential, was brought into a record.

use anchor_lang::prelude::*;

/// The end of an attestation, or of the trust in its credential, was brought into a record.
#[event]
pub struct RevocationImported {
    /// The registry.
    pub registry: Pubkey,
    /// The wallet.
    pub wallet: Pubkey,
    /// Where the attestation was.
    pub attestation: Pubkey,
    /// End of the know-your-customer check before, unix seconds.
    pub old_kyc_expires_at: i64,
    /// End of the check from now on: the time of this event.
    pub new_kyc_expires_at: i64,
}
