//! Replacing the terms of a policy.

use anchor_lang::prelude::*;
use scrip_rules::classes::ClassRule;
use scrip_rules::jurisdiction::{BITMAP_BYTES, JurisdictionMode, Jurisdictions};
use scrip_rules::policy::{AdmissionMode, Limits};
use scrip_rules::terms::Terms;

use crate::emit::emit;
use crate::events::PolicyUpdated;
use crate::shared::ChangePolicy;
use crate::state::{Policy, check_policy, check_terms};

/// What an issuer chooses about the transfers of an asset.
#[derive(AnchorSerialize, AnchorDeserialize, InitSpace, Clone, Copy, Debug, PartialEq, Eq)]
pub struct PolicyTerms {
    /// Who needs a record: both sides (1, allowlist), or nobody who is not barred (2, open).
    pub admission_mode: u8,
    /// Between whom the asset may move, a bit each: wallet to wallet (1), wallet to venue (2), wallet to
    /// unknown (4), venue to wallet (8), venue to venue (16), venue to unknown (32), unknown to wallet (64),
    /// unknown to venue (128), unknown to unknown (256). An allowlist has none of the unknown.
    pub paths: u16,
    /// Allow list (1) or deny list (2).
    pub jurisdiction_mode: u8,
    /// Countries, a bit each: bit `code % 8` of byte `code / 8`, by ISO 3166-1 numeric code.
    pub jurisdictions: [u8; BITMAP_BYTES],
    /// A holder must have one of these investor classes; 0: no class is asked for. US person (1), retail
    /// (2), professional (4), qualified (8).
    pub classes_admitted: u8,
    /// A holder must have none of these investor classes.
    pub classes_refused: u8,
    /// What a recipient's token account may hold, raw units, venues excepted; `u64::MAX`: anything.
    pub max_balance: u64,
    /// What one transfer may move, raw units; `u64::MAX`: anything.
    pub max_transfer: u64,
    /// From this second on the asset may be transferred, unix seconds; 0: always.
    pub locked_until: i64,
}

impl PolicyTerms {
    /// The terms of a policy.
    pub fn of(policy: &Policy) -> Self {
        Self {
            admission_mode: policy.admission_mode,
            paths: policy.paths,
            jurisdiction_mode: policy.jurisdiction_mode,
            jurisdictions: policy.jurisdictions,
            classes_admitted: policy.classes_admitted,
            classes_refused: policy.classes_refused,
            max_balance: policy.max_balance,
            max_transfer: policy.max_transfer,
            locked_until: policy.locked_until,
        }
    }

    /// The terms as the rules read them.
    pub fn rule(&self) -> Terms<'_> {
        Terms {
            admission: AdmissionMode::from_byte(self.admission_mode),
            paths: self.paths,
            classes: ClassRule { admitted: self.classes_admitted, refused: self.classes_refused },
            limits: Limits { max_balance: self.max_balance, max_transfer: self.max_transfer },
            jurisdictions: Jurisdictions {
                mode: JurisdictionMode::from_byte(self.jurisdiction_mode),
                bitmap: &self.jurisdictions,
            },
        }
    }

    pub(crate) fn write(&self, policy: &mut Policy) {
        policy.admission_mode = self.admission_mode;
        policy.paths = self.paths;
        policy.jurisdiction_mode = self.jurisdiction_mode;
        policy.jurisdictions = self.jurisdictions;
        policy.classes_admitted = self.classes_admitted;
        policy.classes_refused = self.classes_refused;
        policy.max_balance = self.max_balance;
        policy.max_transfer = self.max_transfer;
        policy.locked_until = self.locked_until;
    }
}

/// Replaces the terms. Halt and blackout stay as they are.
pub(crate) fn update_policy(ctx: Context<ChangePolicy>, terms: PolicyTerms) -> Result<()> {
    let accounts = ctx.accounts;
    let (mint, old) = {
        let mut policy = accounts.write()?;
        let old = PolicyTerms::of(&policy);
        terms.write(&mut policy);
        check_terms(&policy)?;
        check_policy(&policy)?;
        (policy.mint, old)
    };
    emit(
        &accounts.event_authority,
        &PolicyUpdated { policy: accounts.policy.key(), mint, old, new: terms },
    )
}
