//! A custodian's account was opened. Its attestations do not count yet.

use anchor_lang::prelude::*;

/// A custodian's account was opened. Its attestations do not count yet.
#[event]
pub struct CustodianAdded {
    /// The issuer.
    pub issuer: Pubkey,
    /// The custodian's key.
    pub custodian: Pubkey,
    /// The admin who signed.
    pub actor: Pubkey,
}
