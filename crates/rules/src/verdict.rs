//! May this transfer happen? The one rule that the hook, `check_transfer`, the clients' tests and the
//! fuzzers all ask.

use crate::holder::{HolderFacts, HolderKind, admission};
use crate::paths::Party;
use crate::policy::{AdmissionMode, HIDDEN_AMOUNT, PolicyFacts, UNLIMITED};
use crate::refusal::{RecordFault, Refusal};

/// What is known of the transfer itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Transfer {
    /// The asset's own address signs: an escrow pays out, or a court order is carried out. Such a
    /// transfer passes halts and needs no records, so that no escrow can be stranded by a rule.
    pub signed_by_asset: bool,
    /// Raw units that move; [`HIDDEN_AMOUNT`] if nobody sees how many.
    pub amount: u64,
    /// Raw units in the destination account afterwards, saturating.
    pub balance_after: u64,
}

/// What is known of one side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Record {
    /// The facts of its record.
    Holder(HolderFacts),
    /// It is the asset itself, whose escrows need no record.
    Asset,
    /// Why there are no facts.
    Fault(RecordFault),
}

/// Judges a transfer at `now` (unix seconds). A record is read when it is needed.
///
/// The order is fixed: the asset's own transfers pass; then halt, blackout and lock-up of the asset, the
/// sender, the recipient, the path between them, the amounts. What goes to or comes from the asset's own
/// escrows knows no paths and no limits: it is no trade.
#[inline(always)]
pub fn verdict(
    policy: &PolicyFacts<'_>,
    source: impl FnOnce() -> Record,
    destination: impl FnOnce() -> Record,
    transfer: Transfer,
    now: i64,
) -> Result<(), Refusal> {
    if transfer.signed_by_asset {
        return Ok(());
    }
    if policy.halt.in_force(now) {
        return Err(Refusal::Halted);
    }
    if policy.blackout.in_force(now) {
        return Err(Refusal::Blackout);
    }
    if now < policy.locked_until {
        return Err(Refusal::AssetLocked);
    }
    let source = source();
    let sender = party(policy, &source, now).map_err(Refusal::of_source)?;
    if matches!(source, Record::Holder(holder) if now < holder.locked_until) {
        return Err(Refusal::SourceLocked);
    }
    let recipient = party(policy, &destination(), now).map_err(Refusal::of_destination)?;
    let (Some(sender), Some(recipient)) = (sender, recipient) else {
        return Ok(());
    };
    policy.paths.check(sender, recipient)?;
    amounts(policy, recipient, transfer)
}

/// Judges new shares for a recipient at `now` (unix seconds), as [`verdict`] judges transferred ones: by
/// the same record and in the same order. A trading halt and a lock-up stop no issue; new shares need a
/// record also under an open policy, and never go to an escrow.
pub fn issue(
    policy: &PolicyFacts<'_>,
    destination: &Record,
    balance_after: u64,
    now: i64,
) -> Result<(), Refusal> {
    if policy.blackout.in_force(now) {
        return Err(Refusal::Blackout);
    }
    let known = match destination {
        Record::Holder(_) => party(policy, destination, now),
        Record::Asset => Err(RecordFault::Missing),
        Record::Fault(fault) => Err(*fault),
    };
    match known.map_err(Refusal::of_destination)? {
        Some(Party::Venue) => Ok(()),
        _ if balance_after > policy.limits.max_balance => Err(Refusal::DestinationOverMaxBalance),
        _ => Ok(()),
    }
}

/// Admits one side, and says what it is; `None`: the asset itself.
#[inline(always)]
fn party(
    policy: &PolicyFacts<'_>,
    record: &Record,
    now: i64,
) -> Result<Option<Party>, RecordFault> {
    match record {
        Record::Holder(holder) => {
            admission(policy, holder, now)?;
            Ok(Some(match holder.kind {
                HolderKind::Wallet => Party::Wallet,
                HolderKind::Venue => Party::Venue,
            }))
        }
        Record::Asset => Ok(None),
        Record::Fault(RecordFault::Missing) if policy.admission == Some(AdmissionMode::Open) => {
            Ok(Some(Party::Unknown))
        }
        Record::Fault(fault) => Err(*fault),
    }
}

/// A limit cannot be held against an amount that nobody sees, so it refuses it.
#[inline(always)]
fn amounts(policy: &PolicyFacts<'_>, recipient: Party, transfer: Transfer) -> Result<(), Refusal> {
    let limits = policy.limits;
    if transfer.amount > limits.max_transfer {
        return Err(if transfer.amount == HIDDEN_AMOUNT {
            Refusal::AmountHidden
        } else {
            Refusal::OverMaxTransfer
        });
    }
    if limits.max_balance == UNLIMITED || recipient == Party::Venue {
        return Ok(());
    }
    if transfer.amount == HIDDEN_AMOUNT {
        return Err(Refusal::AmountHidden);
    }
    if transfer.balance_after > limits.max_balance {
        return Err(Refusal::DestinationOverMaxBalance);
    }
    Ok(())
}
