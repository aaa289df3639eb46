//! The settings that can be changed.

use anchor_lang::prelude::*;
use scrip_rules::allowance::Allowance;
use scrip_rules::corporate_action::{Election, RatioBounds};
use scrip_rules::loosening::ActionLimits;
use scrip_rules::reserves::{ReserveMode, ReserveRule};
use scrip_rules::settlement::{MAX_ESCROW_SECONDS, MAX_FEE_BPS};
use scrip_transfer_hook::PolicyTerms;

use crate::error::IssuerError;
use crate::state::{FOUR_EYES_ALL, MAX_TIMELOCK};

/// A setting, with the value that it is to have. The same shape tells in events what it was before.
#[derive(AnchorSerialize, AnchorDeserialize, InitSpace, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Who may accept to be the admin. All zeros take a proposal back.
    Admin {
        /// The proposed admin.
        proposed: Pubkey,
    },
    /// Who owns the token accounts that purchases and fees are paid into.
    Treasury {
        /// The owner.
        owner: Pubkey,
    },
    /// How long a loosening change waits.
    Timelock {
        /// Seconds, at most 30 days.
        seconds: u32,
    },
    /// Which changes need a checker.
    FourEyes {
        /// Reserve rules (1), every loosening change (2), corporate actions (4).
        bits: u8,
    },
    /// Whether a custodian's attestations count. Needs the custodian's account.
    Custodian {
        /// With which the custodian signs.
        key: Pubkey,
        /// Whether they count.
        approved: bool,
    },
    /// What the supply may not pass.
    SupplyCap {
        /// Raw units.
        raw: u64,
    },
    /// In what bounds corporate actions move the multiplier.
    ActionLimits {
        /// Seconds between announcing a corporate action and its effect, at least.
        min_notice: u32,
        /// Greatest ratio of a forward split, whole new shares per old share.
        split_max: u16,
        /// Greatest ratio of a reverse split, whole old shares per new share.
        reverse_split_max: u16,
        /// Greatest growth by one bonus issue or dividend in shares, basis points.
        bonus_max_bps: u16,
        /// Greatest growth by one reinvested dividend, basis points.
        dividend_max_bps: u16,
    },
    /// What an asset demands of its reserves.
    ReserveRule {
        /// Off (1), warn (2), enforce (3).
        mode: u8,
        /// Seconds after its as-of time in which an attestation counts.
        max_age: u32,
        /// Custodians whose attestations must be fresh.
        min_custodians: u8,
        /// What is taken off the attested shares, basis points.
        haircut_bps: u16,
    },
    /// Which mints need a checker.
    MintFourEyes {
        /// Those above this, raw units; `u64::MAX`: none.
        above: u64,
    },
    /// What purchases and redemptions cost.
    Fees {
        /// Basis points of what is paid, at most 1,000.
        purchase_bps: u16,
        /// Basis points of what is paid, at most 1,000.
        redemption_bps: u16,
    },
    /// How long whoever opens an escrow leaves the issuer to settle it.
    SettlementWindow {
        /// Seconds, at most 90 days.
        seconds: u32,
    },
    /// Whether new business may be paid with a token. Needs the payment mint's account.
    PaymentMint {
        /// The token's mint.
        mint: Pubkey,
        /// Whether it may.
        accepted: bool,
    },
    /// How much a member of staff may mint. Needs the minter's account.
    Minter {
        /// The member.
        member: Pubkey,
        /// Raw units in all.
        cap: u64,
        /// Raw units that a full bucket holds.
        capacity: u64,
        /// Seconds in which an empty bucket fills, at least 1.
        period: u32,
    },
    /// The terms on which a share may be transferred. Needs the policy.
    PolicyTerms {
        /// The terms.
        terms: PolicyTerms,
    },
    /// Which program Token-2022 asks about transfers. Needs the mint.
    HookProgram {
        /// The program; all zeros: none.
        program: Pubkey,
    },
    /// What holders get of a dividend with a choice who do not choose.
    DefaultElection {
        /// Cash (1), shares (2).
        choice: u8,
    },
}

impl Change {
    /// Whether it is about an asset, and not the issuer itself.
    pub const fn is_about_asset(&self) -> bool {
        !matches!(
            self,
            Self::Admin { .. }
                | Self::Treasury { .. }
                | Self::Timelock { .. }
                | Self::FourEyes { .. }
                | Self::Custodian { .. }
        )
    }

    /// Fails unless the value is one that can be meant.
    pub fn check(&self) -> Result<()> {
        let sound = match *self {
            Self::Timelock { seconds } => seconds <= MAX_TIMELOCK,
            Self::FourEyes { bits } => bits & !FOUR_EYES_ALL == 0,
            Self::Treasury { owner } => owner != Pubkey::default(),
            Self::ReserveRule { .. } => self.reserve_rule().is_some_and(|rule| rule.is_sound()),
            Self::Fees { purchase_bps, redemption_bps } => {
                purchase_bps <= MAX_FEE_BPS && redemption_bps <= MAX_FEE_BPS
            }
            Self::SettlementWindow { seconds } => seconds <= MAX_ESCROW_SECONDS,
            Self::Minter { .. } => self.allowance().is_some_and(|allowance| allowance.is_sound()),
            Self::PolicyTerms { terms } => terms.rule().check().is_ok(),
            Self::DefaultElection { choice } => Election::from_byte(choice).is_some(),
            _ => true,
        };
        require!(sound, IssuerError::UnsoundSetting);
        Ok(())
    }

    /// The rule of a [`Change::ReserveRule`].
    pub fn reserve_rule(&self) -> Option<ReserveRule> {
        match *self {
            Self::ReserveRule { mode, max_age, min_custodians, haircut_bps } => {
                let mode = ReserveMode::from_byte(mode)?;
                Some(ReserveRule { mode, max_age, min_custodians, haircut_bps })
            }
            _ => None,
        }
    }

    /// The allowance of a [`Change::Minter`].
    pub const fn allowance(&self) -> Option<Allowance> {
        match *self {
            Self::Minter { cap, capacity, period, .. } => Some(Allowance { cap, capacity, period }),
            _ => None,
        }
    }

    /// The limits of a [`Change::ActionLimits`].
    pub const fn action_limits(&self) -> Option<ActionLimits> {
        match *self {
            Self::ActionLimits {
                min_notice,
                split_max,
                reverse_split_max,
                bonus_max_bps,
                dividend_max_bps,
            } => {
                let bounds =
                    RatioBounds { split_max, reverse_split_max, bonus_max_bps, dividend_max_bps };
                Some(ActionLimits { min_notice, bounds })
            }
            _ => None,
        }
    }
}
