//! A member of staff set or cleared a blackout.

use anchor_lang::prelude::*;

/// A member of staff set or cleared a blackout.
#[event]
pub struct BlackoutChanged {
    /// The asset.
    pub asset: Pubkey,
    /// The member of staff who signed.
    pub actor: Pubkey,
    /// First second from now on, unix seconds.
    pub from: i64,
    /// The second after it, unix seconds; 0: there is no blackout.
    pub until: i64,
}
