//! May this transfer happen? The one rule that the hook, `check_transfer`, the clients' tests and the
//! fuzzers all ask.

use crate::holder::{HolderFacts, admission};
use crate::policy::PolicyFacts;
use crate::refusal::{RecordFault, Refusal};

/// What is known of the transfer itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Transfer {
    /// The asset's own address signs: an escrow pays out, or a court order is carried out. Such a
    /// transfer passes halts and needs no records, so that no escrow can be stranded by a rule.
    pub signed_by_asset: bool,
}

/// What is known of one side: the facts of its record, or why there are none.
pub type Record = Result<HolderFacts, RecordFault>;

/// Judges a transfer at `now` (unix seconds).
///
/// The order is fixed: the asset's own transfers pass; then the halt, the sender, the recipient.
#[inline(always)]
pub fn verdict(
    policy: &PolicyFacts<'_>,
    source: Record,
    destination: Record,
    transfer: Transfer,
    now: i64,
) -> Result<(), Refusal> {
    if transfer.signed_by_asset {
        return Ok(());
    }
    if policy.halt.in_force(now) {
        return Err(Refusal::Halted);
    }
    source.and_then(|holder| admission(policy, &holder, now)).map_err(Refusal::of_source)?;
    destination.and_then(|holder| admission(policy, &holder, now)).map_err(Refusal::of_destination)
}
