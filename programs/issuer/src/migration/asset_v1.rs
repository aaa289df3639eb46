//! An asset as it was before corporate actions had a life: 243 bytes.

use anchor_lang::prelude::*;
use scrip_rules::corporate_action::Election;

use crate::state::{ASSET_VERSION, Asset};

/// The layout of version 1. What the fields mean is said at [`Asset`].
#[derive(AnchorSerialize, AnchorDeserialize, InitSpace, Clone, Debug)]
#[allow(missing_docs)]
pub struct AssetV1 {
    pub version: u8,
    pub bump: u8,
    pub issuer: Pubkey,
    pub mint: Pubkey,
    pub policy: Pubkey,
    pub multiplier: u128,
    pub multiplier_since: i64,
    pub next_multiplier: u128,
    pub multiplier_effective_at: i64,
    /// Each of them moved the multiplier.
    pub action_count: u32,
    pub supply_cap: u64,
    pub min_notice: u32,
    pub split_max: u16,
    pub dividend_max_bps: u16,
    pub isin: [u8; 12],
    pub terms_hash: [u8; 32],
    pub status: u8,
    pub reserve_mode: u8,
    pub min_custodians: u8,
    pub haircut_bps: u16,
    pub reserve_max_age: u32,
    pub four_eyes_above: u64,
    pub purchase_fee_bps: u16,
    pub redemption_fee_bps: u16,
    pub settlement_window: u32,
}

impl From<AssetV1> for Asset {
    fn from(old: AssetV1) -> Self {
        Self {
            version: ASSET_VERSION,
            bump: old.bump,
            issuer: old.issuer,
            mint: old.mint,
            policy: old.policy,
            multiplier: old.multiplier,
            multiplier_since: old.multiplier_since,
            next_multiplier: old.next_multiplier,
            multiplier_effective_at: old.multiplier_effective_at,
            action_count: old.action_count,
            multiplier_changes: old.action_count,
            supply_cap: old.supply_cap,
            min_notice: old.min_notice,
            split_max: old.split_max,
            // Zero admits no action of these kinds, as it was: raising a bound is a setting, which loosens.
            reverse_split_max: 0,
            bonus_max_bps: 0,
            dividend_max_bps: old.dividend_max_bps,
            isin: old.isin,
            terms_hash: old.terms_hash,
            status: old.status,
            reserve_mode: old.reserve_mode,
            min_custodians: old.min_custodians,
            haircut_bps: old.haircut_bps,
            reserve_max_age: old.reserve_max_age,
            four_eyes_above: old.four_eyes_above,
            purchase_fee_bps: old.purchase_fee_bps,
            redemption_fee_bps: old.redemption_fee_bps,
            settlement_window: old.settlement_window,
            // As every asset begins. Issues no shares that nobody asked for.
            default_election: Election::Cash as u8,
        }
    }
}
