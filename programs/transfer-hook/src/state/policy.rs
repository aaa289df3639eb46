//! The transfer policy of one mint.

use anchor_lang::prelude::*;
use scrip_rules::holder::admission;
use scrip_rules::jurisdiction::{BITMAP_BYTES, JurisdictionMode, Jurisdictions};
use scrip_rules::policy::{Halt, PolicyFacts};
use scrip_rules::refusal::RecordFault;

use crate::error::HookError;
use crate::hook::record::read_record;

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
    /// A `scrip_rules::jurisdiction::JurisdictionMode`.
    pub jurisdiction_mode: u8,
    /// A `scrip_rules::policy::HaltReason`, or 0 while trading is open.
    pub halt_reason: u8,
    /// Always zero.
    pub padding: [u8; 4],
    /// When a halt ends by itself (unix seconds); 0: when it is resumed.
    pub halted_until: i64,
    /// The mint whose transfers this policy judges.
    pub mint: Pubkey,
    /// The registry whose records it relies on. The extra account metas read it from here.
    pub registry: Pubkey,
    /// May change the policy; transfers that it signs pass unjudged. The asset's address.
    pub authority: Pubkey,
    /// Countries that are allowed or denied, a bit each (`scrip_rules::jurisdiction`).
    pub jurisdictions: [u8; BITMAP_BYTES],
}

/// Bytes of a policy's account, with its discriminator.
pub const POLICY_ACCOUNT_LEN: usize = 8 + core::mem::size_of::<Policy>();

/// Where the registry's address lies in the account's data.
pub const POLICY_REGISTRY_OFFSET: u8 = 56;

impl Policy {
    /// The facts that the rules judge.
    #[inline(always)]
    pub fn facts(&self) -> PolicyFacts<'_> {
        PolicyFacts {
            halt: Halt { reason: self.halt_reason, until: self.halted_until },
            jurisdictions: Jurisdictions {
                mode: JurisdictionMode::from_byte(self.jurisdiction_mode),
                bitmap: &self.jurisdictions,
            },
        }
    }

    /// Whether the policy lets `wallet` receive or give up shares at `now` (unix seconds), by the record
    /// in this account. For mints and redemptions, which Token-2022 tells no hook about.
    pub fn admit(
        &self,
        record: &AccountInfo<'_>,
        wallet: &Pubkey,
        now: i64,
    ) -> core::result::Result<(), RecordFault> {
        let data = record.try_borrow_data().map_err(|_| RecordFault::Forged)?;
        let registry = self.registry.as_array();
        let holder = read_record(record.owner.as_array(), &data, registry, wallet.as_array())?;
        admission(&self.facts(), &holder, now)
    }

    /// What must hold of every policy after every instruction.
    pub fn invariant(&self) -> Result<()> {
        let until_without_halt = self.halt_reason == 0 && self.halted_until != 0;
        let sound = self.version == POLICY_VERSION
            && self.padding == [0; 4]
            && !until_without_halt
            && check_jurisdictions(self.jurisdiction_mode, &self.jurisdictions).is_ok();
        require!(sound, HookError::InvariantViolated);
        Ok(())
    }
}

/// Fails unless the countries are ones that a policy may have: a known mode, and not an empty allow
/// list, which would admit nobody.
pub fn check_jurisdictions(mode: u8, bitmap: &[u8; BITMAP_BYTES]) -> Result<()> {
    let mode = JurisdictionMode::from_byte(mode).ok_or(HookError::UnknownJurisdictionMode)?;
    let empty = bitmap.iter().all(|byte| *byte == 0);
    require!(!(mode == JurisdictionMode::Allow && empty), HookError::EmptyAllowList);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layout() {
        assert_eq!(Policy::DISCRIMINATOR, [222, 135, 7, 163, 235, 177, 33, 68]);
        assert_eq!(POLICY_ACCOUNT_LEN, 248);
        let offset = 8 + core::mem::offset_of!(Policy, registry);
        assert_eq!(usize::from(POLICY_REGISTRY_OFFSET), offset);
        let policy = Policy {
            version: 1,
            bump: 2,
            jurisdiction_mode: 3,
            halt_reason: 4,
            padding: [5; 4],
            halted_until: 0x0706,
            mint: Pubkey::new_from_array([8; 32]),
            registry: Pubkey::new_from_array([9; 32]),
            authority: Pubkey::new_from_array([10; 32]),
            jurisdictions: [11; BITMAP_BYTES],
        };
        let expected = [
            &[1, 2, 3, 4, 5, 5, 5, 5, 6, 7, 0, 0, 0, 0, 0, 0][..],
            &[8; 32],
            &[9; 32],
            &[10; 32],
            &[11; 128],
        ]
        .concat();
        assert_eq!(bytemuck::bytes_of(&policy), expected);
    }
}
