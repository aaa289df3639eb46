//! Putting a wallet on the register.

use anchor_lang::prelude::*;
use scrip_rules::holder::HolderKind;

use crate::emit::emit;
use crate::error::{HookError, ensure};
use crate::events::HolderOnboarded;
use crate::shared::{NewRecord, blank_record, create_record};
use crate::state::{Holder, ORIGIN_REGISTRAR, PERMISSION_ONBOARD, check_facts};

/// What a registrar has found out about the holder of a wallet.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug)]
pub struct HolderDetails {
    /// Residence, ISO 3166-1 numeric.
    pub jurisdiction: u16,
    /// Investor class bits: US person (1), retail (2), professional (4), qualified (8).
    pub investor_classes: u8,
    /// End of the know-your-customer check, unix seconds.
    pub kyc_expires_at: i64,
    /// From this second on the holder may send, unix seconds; 0: always.
    pub locked_until: i64,
    /// Hash of the identity, the same for all wallets of one person.
    pub identity: [u8; 16],
}

impl HolderDetails {
    pub(crate) fn validate(&self, now: i64) -> Result<()> {
        check_facts(self.jurisdiction, self.investor_classes)?;
        ensure!(self.kyc_expires_at > now, HookError::ExpiryInThePast);
        Ok(())
    }

    /// Writes the details into a record. From now on they are the registrar's.
    pub(crate) fn write(&self, record: &mut Holder) {
        record.kind = HolderKind::Wallet as u8;
        record.origin = ORIGIN_REGISTRAR;
        record.jurisdiction = self.jurisdiction;
        record.investor_classes = self.investor_classes;
        record.kyc_expires_at = self.kyc_expires_at;
        record.locked_until = self.locked_until;
        record.identity = self.identity;
    }
}

/// Puts a wallet on the register.
pub(crate) fn onboard_holder(
    ctx: Context<NewRecord>,
    wallet: Pubkey,
    details: HolderDetails,
) -> Result<()> {
    let accounts = ctx.accounts;
    let now = accounts.require(PERMISSION_ONBOARD)?;
    onboard(accounts, &accounts.holder, wallet, &details, now)?;
    accounts.count(1)
}

/// Creates one record and tells of it.
pub(crate) fn onboard<'info>(
    accounts: &NewRecord<'info>,
    target: &AccountInfo<'info>,
    wallet: Pubkey,
    details: &HolderDetails,
    now: i64,
) -> Result<()> {
    details.validate(now)?;
    let mut record = blank_record(accounts.registry.key, &wallet);
    details.write(&mut record);
    create_record(&accounts.payer, target, &mut record)?;
    emit(
        &accounts.event_authority,
        &HolderOnboarded {
            registry: accounts.registry.key(),
            wallet,
            actor: accounts.officer.key(),
            jurisdiction: details.jurisdiction,
            investor_classes: details.investor_classes,
            kyc_expires_at: details.kyc_expires_at,
            locked_until: details.locked_until,
            identity: details.identity,
        },
    )
}
