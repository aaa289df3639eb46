//! A wallet was put on the register.

use anchor_lang::prelude::*;

/// A wallet was put on the register.
#[event]
pub struct HolderOnboarded {
    /// The registry.
    pub registry: Pubkey,
    /// The wallet.
    pub wallet: Pubkey,
    /// The registrar who signed.
    pub actor: Pubkey,
    /// Residence, ISO 3166-1 numeric.
    pub jurisdiction: u16,
    /// Investor class bits.
    pub investor_classes: u8,
    /// End of the know-your-customer check, unix seconds.
    pub kyc_expires_at: i64,
    /// From this second on the holder may send, unix seconds; 0: always.
    pub locked_until: i64,
    /// Hash of the identity.
    pub identity: [u8; 16],
}
