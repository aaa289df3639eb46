//! A tokenized share.

use anchor_lang::prelude::*;
use scrip_rules::corporate_action::{MultiplierTrack, RatioBounds};
use scrip_rules::multiplier::Multiplier;

use crate::error::IssuerError;
use crate::seeds;

/// Version of the layout below.
pub const ASSET_VERSION: u8 = 1;

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
    /// Shares per raw unit from `multiplier_effective_at` on, 18 decimals.
    pub next_multiplier: u128,
    /// Unix seconds; 0 until the first corporate action.
    pub multiplier_effective_at: i64,
    /// How many corporate actions there are; the next one's sequence.
    pub action_count: u32,
    /// The supply may not pass this, raw units.
    pub supply_cap: u64,
    /// Seconds between scheduling a change of the multiplier and its effect, at least.
    pub min_notice: u32,
    /// Greatest ratio of a forward split, whole new shares per old share.
    pub split_max: u16,
    /// Greatest growth by one reinvested dividend, basis points.
    pub dividend_max_bps: u16,
    /// ISIN of the share that the custodian holds (ISO 6166).
    pub isin: [u8; 12],
    /// SHA-256 of the terms that the metadata's URI leads to.
    pub terms_hash: [u8; 32],
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

    /// How far one action may move the multiplier.
    pub fn bounds(&self) -> RatioBounds {
        RatioBounds { split_max: self.split_max, dividend_max_bps: self.dividend_max_bps }
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
            && (self.action_count > 0 || (unmoved && self.multiplier_effective_at == 0));
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
            next_multiplier: 7,
            multiplier_effective_at: 8,
            action_count: 9,
            supply_cap: 10,
            min_notice: 11,
            split_max: 12,
            dividend_max_bps: 13,
            isin: [14; 12],
            terms_hash: [15; 32],
        };
        asset.serialize(&mut bytes).unwrap();
        let expected = [
            &[1, 2][..],
            &[3; 32],
            &[4; 32],
            &[5; 32],
            &6u128.to_le_bytes(),
            &7u128.to_le_bytes(),
            &8i64.to_le_bytes(),
            &9u32.to_le_bytes(),
            &10u64.to_le_bytes(),
            &11u32.to_le_bytes(),
            &12u16.to_le_bytes(),
            &13u16.to_le_bytes(),
            &[14; 12],
            &[15; 32],
        ]
        .concat();
        assert_eq!(bytes, expected);
        assert_eq!(Asset::INIT_SPACE, expected.len());
    }
}
