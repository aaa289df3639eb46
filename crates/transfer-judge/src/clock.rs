//! The cluster's time.

use anchor_lang::prelude::{Pubkey, pubkey};
use solana_sysvar::get_sysvar;

const CLOCK: Pubkey = pubkey!("SysvarC1ock11111111111111111111111111111111");
/// Where `unix_timestamp` lies in the clock: behind slot, epoch start, epoch and leader epoch.
const UNIX_TIMESTAMP: u64 = 32;

/// Unix seconds; `None` if the runtime does not tell, which it always does.
#[inline(always)]
pub fn now() -> Option<i64> {
    let mut time = [0; 8];
    get_sysvar(&mut time, &CLOCK, UNIX_TIMESTAMP, 8).ok()?;
    Some(i64::from_le_bytes(time))
}
