//! Whether the shares that custodians attest stand behind the supply.
//!
//! Shares are counted in the mint's base units here as everywhere: 100,000,000 are one share.

use crate::multiplier::{Multiplier, MultiplierError, Rounding};

/// Ten thousand basis points are the whole.
pub const WHOLE_BPS: u16 = 10_000;

/// What a missing backing means. The stored value 0 belongs to no mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum ReserveMode {
    /// Nobody looks at reserves.
    Off = 1,
    /// Minting goes on; an event tells.
    Warn = 2,
    /// Minting is refused.
    Enforce = 3,
}

impl ReserveMode {
    /// The mode of a stored byte; `None` for anything that is not a mode.
    pub const fn from_byte(byte: u8) -> Option<Self> {
        match byte {
            1 => Some(Self::Off),
            2 => Some(Self::Warn),
            3 => Some(Self::Enforce),
            _ => None,
        }
    }
}

/// What an asset demands of its reserves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReserveRule {
    /// What a missing backing means.
    pub mode: ReserveMode,
    /// Seconds after its as-of time in which an attestation counts.
    pub max_age: u32,
    /// Custodians whose attestations must be fresh.
    pub min_custodians: u8,
    /// What is taken off the attested shares, basis points.
    pub haircut_bps: u16,
}

/// What one custodian attests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attestation {
    /// Shares held, base units.
    pub shares: u64,
    /// When they were counted, unix seconds.
    pub as_of: i64,
    /// How many corporate actions were in force then.
    pub actions_seen: u32,
}

/// Why an attestation cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttestationError {
    /// The shares were counted in the future.
    AsOfInTheFuture,
    /// The custodian has attested for a later time already.
    AsOfWentBack,
    /// The custodian has not seen every corporate action in force, or more than there are.
    ActionsNotSeen,
}

/// Supply against reserves at one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Backing {
    /// Shares that the supply stands for, rounded up, base units.
    pub needed: u128,
    /// Shares in fresh attestations, base units.
    pub attested: u128,
    /// What remains of them after the haircut, rounded down.
    pub counted: u128,
    /// Custodians whose attestations are fresh.
    pub custodians: u8,
}

impl Attestation {
    /// Takes an attestation after `old`, while `actions_in_force` corporate actions are in force since
    /// `in_force_since` (unix seconds). The shares must have been counted after the last of them.
    pub fn check(
        &self,
        old: &Self,
        actions_in_force: u32,
        in_force_since: i64,
        now: i64,
    ) -> Result<(), AttestationError> {
        if self.as_of > now {
            return Err(AttestationError::AsOfInTheFuture);
        }
        if self.as_of < old.as_of {
            return Err(AttestationError::AsOfWentBack);
        }
        if self.actions_seen != actions_in_force || self.as_of < in_force_since {
            return Err(AttestationError::ActionsNotSeen);
        }
        Ok(())
    }
}

impl ReserveRule {
    /// No rule: what an asset begins with.
    pub const OFF: Self =
        Self { mode: ReserveMode::Off, max_age: 0, min_custodians: 0, haircut_bps: 0 };

    /// Whether it is one that can be meant: a rule that looks at reserves needs an age and a custodian.
    pub const fn is_sound(&self) -> bool {
        let looks = self.max_age > 0 && self.min_custodians > 0;
        self.haircut_bps <= WHOLE_BPS && (matches!(self.mode, ReserveMode::Off) || looks)
    }

    /// Whether an attestation counts at `now`: neither too old, nor from before the last corporate action.
    pub const fn is_fresh(
        &self,
        attestation: &Attestation,
        actions_in_force: u32,
        now: i64,
    ) -> bool {
        let age = now.saturating_sub(attestation.as_of);
        attestation.actions_seen == actions_in_force && age <= self.max_age as i64
    }

    /// Supply against `attestations`, those that are fresh at `now`.
    pub fn backing(
        &self,
        attestations: impl Iterator<Item = Attestation>,
        supply: u64,
        multiplier: Multiplier,
        actions_in_force: u32,
        now: i64,
    ) -> Result<Backing, MultiplierError> {
        let (mut attested, mut custodians) = (0u128, 0u8);
        for attestation in attestations {
            if self.is_fresh(&attestation, actions_in_force, now) {
                attested = attested.saturating_add(u128::from(attestation.shares));
                custodians = custodians.saturating_add(1);
            }
        }
        let kept = u128::from(WHOLE_BPS.saturating_sub(self.haircut_bps));
        // At most 255 attestations of 64 bits: the product stays below 2^86.
        let counted = attested.saturating_mul(kept).checked_div(u128::from(WHOLE_BPS)).unwrap_or(0);
        let needed = multiplier.raw_to_shares(supply, Rounding::Up)?;
        Ok(Backing { needed, attested, counted, custodians })
    }

    /// Whether enough custodians attest enough, whatever the mode.
    pub const fn is_met(&self, backing: &Backing) -> bool {
        backing.custodians >= self.min_custodians && backing.needed <= backing.counted
    }

    /// Raw units that may still be minted with `backing` behind a supply of `supply`.
    pub fn headroom(&self, backing: &Backing, supply: u64, multiplier: Multiplier) -> u64 {
        if backing.custodians < self.min_custodians {
            return 0;
        }
        let covered = multiplier.shares_to_raw(backing.counted, Rounding::Down).unwrap_or(u64::MAX);
        covered.saturating_sub(supply)
    }

    /// Whether more may be minted than under `old`.
    pub fn loosens(&self, old: &Self) -> bool {
        self.mode < old.mode
            || (old.mode != ReserveMode::Off
                && (self.max_age > old.max_age
                    || self.min_custodians < old.min_custodians
                    || self.haircut_bps < old.haircut_bps))
    }
}
