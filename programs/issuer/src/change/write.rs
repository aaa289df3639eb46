//! Reading how a setting stands, and writing it.

use anchor_lang::prelude::*;

use super::targets::given;
use super::{Change, ChangeTargets};
use crate::error::IssuerError;

impl ChangeTargets<'_> {
    /// The same setting as it stands.
    pub fn current(&self, change: &Change) -> Result<Change> {
        let issuer = &self.issuer;
        // A change of the issuer itself says so, in the queue and in its events.
        let names_asset = self.asset.is_some() == change.is_about_asset();
        require!(names_asset, IssuerError::ChangeTargetMismatch);
        Ok(match *change {
            Change::Admin { .. } => Change::Admin { proposed: issuer.pending_admin },
            Change::Treasury { .. } => Change::Treasury { owner: issuer.treasury },
            Change::Timelock { .. } => Change::Timelock { seconds: issuer.timelock },
            Change::FourEyes { .. } => Change::FourEyes { bits: issuer.four_eyes },
            Change::Custodian { key, .. } => {
                let custodian = given(self.custodian.as_ref())?;
                require_keys_eq!(custodian.key, key, IssuerError::ChangeTargetMismatch);
                Change::Custodian { key, approved: custodian.approved }
            }
            Change::PaymentMint { mint, .. } => {
                let listing = given(self.payment_listing.as_ref())?;
                require_keys_eq!(listing.mint, mint, IssuerError::ChangeTargetMismatch);
                Change::PaymentMint { mint, accepted: listing.accepted }
            }
            Change::Minter { member, .. } => {
                let minter = given(self.minter.as_ref())?;
                require_keys_eq!(minter.member, member, IssuerError::ChangeTargetMismatch);
                let (cap, capacity, period) = (minter.cap, minter.capacity, minter.period);
                Change::Minter { member, cap, capacity, period }
            }
            Change::PolicyTerms { .. } => Change::PolicyTerms { terms: self.terms()? },
            Change::HookProgram { .. } => Change::HookProgram { program: self.hook()? },
            _ => self.current_of_asset(change)?,
        })
    }

    fn current_of_asset(&self, change: &Change) -> Result<Change> {
        let asset = self.asset()?;
        Ok(match *change {
            Change::SupplyCap { .. } => Change::SupplyCap { raw: asset.supply_cap },
            Change::ActionLimits { .. } => Change::ActionLimits {
                min_notice: asset.min_notice,
                split_max: asset.split_max,
                reverse_split_max: asset.reverse_split_max,
                bonus_max_bps: asset.bonus_max_bps,
                dividend_max_bps: asset.dividend_max_bps,
            },
            Change::ReserveRule { .. } => Change::ReserveRule {
                mode: asset.reserve_mode,
                max_age: asset.reserve_max_age,
                min_custodians: asset.min_custodians,
                haircut_bps: asset.haircut_bps,
            },
            Change::MintFourEyes { .. } => Change::MintFourEyes { above: asset.four_eyes_above },
            Change::Fees { .. } => Change::Fees {
                purchase_bps: asset.purchase_fee_bps,
                redemption_bps: asset.redemption_fee_bps,
            },
            Change::DefaultElection { .. } => {
                Change::DefaultElection { choice: asset.default_election }
            }
            _ => Change::SettlementWindow { seconds: asset.settlement_window },
        })
    }

    /// Writes the setting. [`ChangeTargets::current`] has found the accounts to be the right ones.
    pub fn write(&mut self, change: &Change, now: i64) -> Result<()> {
        match *change {
            Change::Admin { proposed } => self.issuer.pending_admin = proposed,
            Change::Treasury { owner } => self.issuer.treasury = owner,
            Change::Timelock { seconds } => self.issuer.timelock = seconds,
            Change::FourEyes { bits } => self.issuer.four_eyes = bits,
            Change::Custodian { approved, .. } => {
                given(self.custodian.as_mut())?.approved = approved;
            }
            Change::PaymentMint { accepted, .. } => {
                given(self.payment_listing.as_mut())?.accepted = accepted;
            }
            Change::Minter { .. } => {
                let allowance = change.allowance().ok_or(IssuerError::UnsoundSetting)?;
                let minter = given(self.minter.as_mut())?;
                minter.set_allowance(&allowance, now);
                minter.invariant()?;
            }
            Change::PolicyTerms { terms } => self.write_terms(terms)?,
            Change::HookProgram { program } => self.write_hook(program)?,
            _ => self.write_to_asset(change)?,
        }
        self.issuer.invariant()
    }

    fn write_to_asset(&mut self, change: &Change) -> Result<()> {
        let asset = given(self.asset.as_mut())?;
        match *change {
            Change::SupplyCap { raw } => asset.supply_cap = raw,
            Change::ActionLimits { .. } => {
                let limits = change.action_limits().ok_or(IssuerError::UnsoundSetting)?;
                asset.set_action_limits(&limits);
            }
            Change::DefaultElection { choice } => asset.default_election = choice,
            Change::ReserveRule { .. } => {
                let rule = change.reserve_rule().ok_or(IssuerError::UnsoundSetting)?;
                asset.set_reserve_rule(&rule);
            }
            Change::MintFourEyes { above } => asset.four_eyes_above = above,
            Change::Fees { purchase_bps, redemption_bps } => {
                asset.purchase_fee_bps = purchase_bps;
                asset.redemption_fee_bps = redemption_bps;
            }
            Change::SettlementWindow { seconds } => asset.settlement_window = seconds,
            _ => return err!(IssuerError::InvariantViolated),
        }
        asset.invariant()
    }
}
