//! A tokenized share.

use anchor_lang::prelude::*;
use scrip_rules::corporate_action::{Election, MultiplierTrack, RatioBounds};
use scrip_rules::loosening::ActionLimits;
use scrip_rules::multiplier::Multiplier;
use scrip_rules::reserves::{ReserveMode, ReserveRule};
use scrip_rules::settlement::{MAX_ESCROW_SECONDS, MAX_FEE_BPS};

use crate::error::IssuerError;
use crate::seeds;

/// Version of the layout below.
pub const ASSET_VERSION: u8 = 2;

/// Decimals of every mint, as xStocks have them.
pub const ASSET_DECIMALS: u8 = 8;

/// A tokenized share. Its address is every authority of the mint.
///
/// **PDA seeds:** `["asset", mint]`
#[account]
#[derive(Debug, InitSpace)]
pub struct Asset {
    /// [`ASSET_VERSION`].
    pub version: u8,
    /// Bump of this address.
    pub bump: u8,
    /// The issuer.
    pub issuer: Pubkey,
    /// The mint.
    pub mint: Pubkey,
    /// The transfer policy.
    pub policy: Pubkey,
    /// Shares per raw unit before `multiplier_effective_at`, 18 decimals.
    pub multiplier: u128,
    /// Since when `multiplier` holds, unix seconds; 0: from the beginning.
    pub multiplier_since: i64,
    /// Shares per raw unit from `multiplier_effective_at` on, 18 decimals.
    pub next_multiplier: u128,
    /// Unix seconds; 0 until the first corporate action.
    pub multiplier_effective_at: i64,
    /// How many corporate actions were announced; the next one's sequence.
    pub action_count: u32,
    /// How many changes of the multiplier are in force or scheduled.
    pub multiplier_changes: u32,
    /// The supply may not pass this, raw units.
    pub supply_cap: u64,
    /// Seconds between announcing a corporate action and its effect, at least.
    pub min_notice: u32,
    /// Greatest ratio of a forward split, whole new shares per old share.
    pub split_max: u16,
    /// Greatest ratio of a reverse split, whole old shares per new share.
    pub reverse_split_max: u16,
    /// Greatest growth by one bonus issue or dividend in shares, basis points.
    pub bonus_max_bps: u16,
    /// Greatest growth by one reinvested dividend, basis points.
    pub dividend_max_bps: u16,
    /// ISIN of the share that the custodian holds (ISO 6166).
    pub isin: [u8; 12],
    /// SHA-256 of the terms that the metadata's URI leads to.
    pub terms_hash: [u8; 32],
    /// An [`AssetStatus`].
    pub status: u8,
    /// A [`ReserveMode`]: what a missing backing means.
    pub reserve_mode: u8,
    /// Custodians whose attestations must be fresh.
    pub min_custodians: u8,
    /// What is taken off the attested shares, basis points.
    pub haircut_bps: u16,
    /// Seconds after its as-of time in which an attestation counts.
    pub reserve_max_age: u32,
    /// One mint above this needs a checker, raw units; `u64::MAX`: none does.
    pub four_eyes_above: u64,
    /// Fee on purchases, basis points of what is paid.
    pub purchase_fee_bps: u16,
    /// Fee on redemptions, basis points of what is paid.
    pub redemption_fee_bps: u16,
    /// Seconds that whoever opens an escrow leaves the issuer to settle it, at least.
    pub settlement_window: u32,
    /// What holders get who do not choose: a `scrip_rules::corporate_action::Election`.
    pub default_election: u8,
}

reads_one_version!(Asset, ASSET_VERSION);

/// What may still happen to an asset. The stored value 0 belongs to no status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum AssetStatus {
    /// Everything.
    Active = 1,
    /// Nothing is minted any more; holders redeem.
    WindingDown = 2,
    /// Nothing is left, and nothing can ever be minted.
    Closed = 3,
}

impl Asset {
    /// The multiplier over time.
    pub fn track(&self) -> Result<MultiplierTrack> {
        let read = |scaled| {
            Multiplier::from_scaled(scaled).map_err(|_| error!(IssuerError::InvariantViolated))
        };
        Ok(MultiplierTrack {
            current: read(self.multiplier)?,
            next: read(self.next_multiplier)?,
            effective_at: self.multiplier_effective_at,
        })
    }

    /// Stores the multiplier over time.
    pub fn set_track(&mut self, track: &MultiplierTrack) {
        self.multiplier = track.current.scaled();
        self.next_multiplier = track.next.scaled();
        self.multiplier_effective_at = track.effective_at;
    }

    /// Since when the multiplier in force holds, unix seconds.
    pub fn in_force_since(&self, now: i64) -> Result<i64> {
        Ok(self.track()?.in_force_since(self.multiplier_since, now))
    }

    /// The rule of its reserves.
    pub fn reserve_rule(&self) -> Result<ReserveRule> {
        let mode = ReserveMode::from_byte(self.reserve_mode);
        Ok(ReserveRule {
            mode: mode.ok_or(IssuerError::InvariantViolated)?,
            max_age: self.reserve_max_age,
            min_custodians: self.min_custodians,
            haircut_bps: self.haircut_bps,
        })
    }

    /// Stores the rule of its reserves.
    pub fn set_reserve_rule(&mut self, rule: &ReserveRule) {
        self.reserve_mode = rule.mode as u8;
        self.reserve_max_age = rule.max_age;
        self.min_custodians = rule.min_custodians;
        self.haircut_bps = rule.haircut_bps;
    }

    /// Fails unless new shares may be issued.
    pub fn require_active(&self) -> Result<()> {
        require!(self.status == AssetStatus::Active as u8, IssuerError::NotActive);
        Ok(())
    }

    /// Fails once the asset is closed.
    pub fn require_open(&self) -> Result<()> {
        let open = self.status == AssetStatus::Active as u8
            || self.status == AssetStatus::WindingDown as u8;
        require!(open, IssuerError::NotActive);
        Ok(())
    }

    /// How far one action may move the multiplier.
    pub fn bounds(&self) -> RatioBounds {
        RatioBounds {
            split_max: self.split_max,
            reverse_split_max: self.reverse_split_max,
            bonus_max_bps: self.bonus_max_bps,
            dividend_max_bps: self.dividend_max_bps,
        }
    }

    /// Stores how soon and how far corporate actions may move the multiplier.
    pub fn set_action_limits(&mut self, limits: &ActionLimits) {
        self.min_notice = limits.min_notice;
        self.split_max = limits.bounds.split_max;
        self.reverse_split_max = limits.bounds.reverse_split_max;
        self.bonus_max_bps = limits.bounds.bonus_max_bps;
        self.dividend_max_bps = limits.bounds.dividend_max_bps;
    }

    /// How many changes of the multiplier are in force at `now`, unix seconds.
    pub fn changes_in_force(&self, now: i64) -> Result<u32> {
        Ok(self.track()?.in_force(self.multiplier_changes, now))
    }

    /// The seeds with which the asset signs.
    pub fn signer_seeds(&self) -> [&[u8]; 3] {
        [seeds::ASSET, self.mint.as_ref(), core::slice::from_ref(&self.bump)]
    }

    /// What must hold of every asset after every instruction.
    pub fn invariant(&self) -> Result<()> {
        self.track()?;
        let unmoved = self.multiplier == self.next_multiplier;
        let sound = self.version == ASSET_VERSION
            && (AssetStatus::Active as u8..=AssetStatus::Closed as u8).contains(&self.status)
            && self.reserve_rule()?.is_sound()
            && self.purchase_fee_bps <= MAX_FEE_BPS
            && self.redemption_fee_bps <= MAX_FEE_BPS
            && self.settlement_window <= MAX_ESCROW_SECONDS
            && Election::from_byte(self.default_election).is_some()
            && self.multiplier_changes <= self.action_count
            && (self.multiplier_changes > 0 || (unmoved && self.multiplier_effective_at == 0));
        require!(sound, IssuerError::InvariantViolated);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layout() {
        assert_eq!(Asset::DISCRIMINATOR, [234, 180, 241, 252, 139, 224, 160, 8]);
        let mut bytes = Vec::new();
        let asset = Asset {
            version: 1,
            bump: 2,
            issuer: Pubkey::new_from_array([3; 32]),
            mint: Pubkey::new_from_array([4; 32]),
            policy: Pubkey::new_from_array([5; 32]),
            multiplier: 6,
            multiplier_since: 77,
            next_multiplier: 7,
            multiplier_effective_at: 8,
            action_count: 9,
            multiplier_changes: 78,
            supply_cap: 10,
            min_notice: 11,
            split_max: 12,
            reverse_split_max: 79,
            bonus_max_bps: 80,
            dividend_max_bps: 13,
            isin: [14; 12],
            terms_hash: [15; 32],
            status: 16,
            reserve_mode: 17,
            min_custodians: 18,
            haircut_bps: 19,
            reserve_max_age: 20,
            four_eyes_above: 21,
            purchase_fee_bps: 22,
            redemption_fee_bps: 23,
            settlement_window: 24,
            default_election: 25,
        };
        asset.serialize(&mut bytes).unwrap();
        let expected = [
            &[1, 2][..],
            &[3; 32],
            &[4; 32],
            &[5; 32],
            &6u128.to_le_bytes(),
            &77i64.to_le_bytes(),
            &7u128.to_le_bytes(),
            &8i64.to_le_bytes(),
            &9u32.to_le_bytes(),
            &78u32.to_le_bytes(),
            &10u64.to_le_bytes(),
            &11u32.to_le_bytes(),
            &12u16.to_le_bytes(),
            &[79, 0, 80, 0],
            &13u16.to_le_bytes(),
            &[14; 12],
            &[15; 32],
            &[16, 17, 18, 19, 0, 20, 0, 0, 0],
            &21u64.to_le_bytes(),
            &[22, 0, 23, 0, 24, 0, 0, 0, 25],
        ]
        .concat();
        assert_eq!(bytes, expected);
        assert_eq!(Asset::INIT_SPACE, expected.len());
    }
}
