//! The transfer policy of one mint.

use anchor_lang::prelude::*;
use scrip_rules::classes::ClassRule;
use scrip_rules::holder::{HolderKind, admission};
use scrip_rules::jurisdiction::{BITMAP_BYTES, JurisdictionMode, Jurisdictions};
use scrip_rules::paths::Paths;
use scrip_rules::policy::{AdmissionMode, Blackout, Halt, Limits, PolicyFacts};
use scrip_rules::refusal::{RecordFault, Refusal};
use scrip_rules::terms::Terms;
use scrip_rules::verdict::{self, Record};

use crate::record::read_record;

/// Version of the layout below.
pub const POLICY_VERSION: u8 = 1;

/// The transfer policy of one mint. Read as borrowed bytes in every transfer.
///
/// **PDA seeds:** `["policy", mint]`
#[account(zero_copy)]
#[derive(Debug)]
pub struct Policy {
    /// [`POLICY_VERSION`].
    pub version: u8,
    /// Bump of this address.
    pub bump: u8,
    /// A `scrip_rules::policy::AdmissionMode`: allowlist (1) or open (2).
    pub admission_mode: u8,
    /// A `scrip_rules::jurisdiction::JurisdictionMode`: allow (1) or deny (2).
    pub jurisdiction_mode: u8,
    /// Between whom the asset may move: bits of `scrip_rules::paths`.
    pub paths: u16,
    /// A holder must have one of these investor classes; 0: no class is asked for.
    pub classes_admitted: u8,
    /// A holder must have none of these investor classes.
    pub classes_refused: u8,
    /// A `scrip_rules::policy::HaltReason`, or 0 while trading is open.
    pub halt_reason: u8,
    /// Always zero.
    pub padding: [u8; 7],
    /// When a halt ends by itself (unix seconds); 0: when it is resumed.
    pub halted_until: i64,
    /// First second of the blackout (unix seconds).
    pub blackout_from: i64,
    /// The second after the blackout (unix seconds); both 0: there is none.
    pub blackout_until: i64,
    /// From this second on the asset may be transferred (unix seconds); 0: always.
    pub locked_until: i64,
    /// What a recipient's token account may hold, raw units, venues excepted; `u64::MAX`: anything.
    pub max_balance: u64,
    /// What one transfer may move, raw units; `u64::MAX`: anything.
    pub max_transfer: u64,
    /// The mint whose transfers this policy judges.
    pub mint: Pubkey,
    /// The registry whose records it relies on. The extra account metas read it from here.
    pub registry: Pubkey,
    /// May change the policy; transfers that it signs pass unjudged, and its escrows need no record. The
    /// asset's address.
    pub authority: Pubkey,
    /// Countries that are allowed or denied, a bit each (`scrip_rules::jurisdiction`).
    pub jurisdictions: [u8; BITMAP_BYTES],
}

/// Where the registry's address lies in the account's data.
pub const POLICY_REGISTRY_OFFSET: u8 = 104;

impl Policy {
    /// The facts that the rules judge.
    #[inline(always)]
    pub fn facts(&self) -> PolicyFacts<'_> {
        PolicyFacts {
            admission: AdmissionMode::from_byte(self.admission_mode),
            paths: Paths(self.paths),
            halt: Halt { reason: self.halt_reason, until: self.halted_until },
            blackout: Blackout { from: self.blackout_from, until: self.blackout_until },
            locked_until: self.locked_until,
            limits: Limits { max_balance: self.max_balance, max_transfer: self.max_transfer },
            classes: ClassRule { admitted: self.classes_admitted, refused: self.classes_refused },
            jurisdictions: Jurisdictions {
                mode: JurisdictionMode::from_byte(self.jurisdiction_mode),
                bitmap: &self.jurisdictions,
            },
        }
    }

    /// The part that the issuer chooses.
    pub fn terms(&self) -> Terms<'_> {
        let facts = self.facts();
        Terms {
            admission: facts.admission,
            paths: self.paths,
            classes: facts.classes,
            limits: facts.limits,
            jurisdictions: facts.jurisdictions,
        }
    }

    /// Whether new shares may go to `wallet` at `now` (unix seconds), by the record in this account, after
    /// which its token account holds `balance_after`. Token-2022 tells no hook about a mint.
    pub fn judge_issue(
        &self,
        record: &AccountInfo<'_>,
        wallet: &Pubkey,
        balance_after: u64,
        now: i64,
    ) -> core::result::Result<(), Refusal> {
        let forged = Refusal::of_destination(RecordFault::Forged);
        let data = record.try_borrow_data().map_err(|_| forged)?;
        let record = read_record(self, wallet.as_array(), record.owner.as_array(), &data);
        verdict::issue(&self.facts(), &record, balance_after, now)
    }

    /// Whether the policy lets `wallet` receive or give up shares at `now` (unix seconds), by the record
    /// in this account, and whom that record is about. For redemptions and payouts, which Token-2022 tells no
    /// hook about; they need a record also under an open policy.
    pub fn admit(
        &self,
        record: &AccountInfo<'_>,
        wallet: &Pubkey,
        now: i64,
    ) -> core::result::Result<HolderKind, RecordFault> {
        let data = record.try_borrow_data().map_err(|_| RecordFault::Forged)?;
        match read_record(self, wallet.as_array(), record.owner.as_array(), &data) {
            Record::Holder(holder) => {
                admission(&self.facts(), &holder, now)?;
                Ok(holder.kind)
            }
            Record::Asset => Err(RecordFault::Missing),
            Record::Fault(fault) => Err(fault),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layout() {
        assert_eq!(Policy::DISCRIMINATOR, [222, 135, 7, 163, 235, 177, 33, 68]);
        assert_eq!(8 + size_of::<Policy>(), 296);
        let offset = 8 + core::mem::offset_of!(Policy, registry);
        assert_eq!(usize::from(POLICY_REGISTRY_OFFSET), offset);
        let policy = Policy {
            version: 1,
            bump: 2,
            admission_mode: 3,
            jurisdiction_mode: 4,
            paths: 0x0605,
            classes_admitted: 7,
            classes_refused: 8,
            halt_reason: 9,
            padding: [10; 7],
            halted_until: 11,
            blackout_from: 12,
            blackout_until: 13,
            locked_until: 14,
            max_balance: 15,
            max_transfer: 16,
            mint: Pubkey::new_from_array([17; 32]),
            registry: Pubkey::new_from_array([18; 32]),
            authority: Pubkey::new_from_array([19; 32]),
            jurisdictions: [20; BITMAP_BYTES],
        };
        let words: Vec<_> = (11u64..=16).flat_map(u64::to_le_bytes).collect();
        let expected = [
            &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10, 10, 10, 10, 10, 10][..],
            &words,
            &[17; 32],
            &[18; 32],
            &[19; 32],
            &[20; 128],
        ]
        .concat();
        assert_eq!(bytemuck::bytes_of(&policy), expected);
    }
}
