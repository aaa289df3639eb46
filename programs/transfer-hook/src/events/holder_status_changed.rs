//! The standing of a record changed, or a wallet was barred that had no record.

use anchor_lang::prelude::*;

/// The standing of a record changed, or a wallet was barred that had no record.
#[event]
pub struct HolderStatusChanged {
    /// The registry.
    pub registry: Pubkey,
    /// The wallet or venue.
    pub wallet: Pubkey,
    /// The registrar who signed; of a venue that anybody could suspend, the address where its program's approval was.
    pub actor: Pubkey,
    /// Status before; 0: there was no record.
    pub old_status: u8,
    /// Status from now on.
    pub new_status: u8,
    /// Hash of the file that the decision rests on; zeros where none is needed.
    pub case_reference: [u8; 32],
}
