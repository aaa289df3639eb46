//! From a setting as it is written to the change on chain: shares, keys and units looked up, and what was left out
//! taken from how it stands.

use anchor_lang::prelude::Pubkey;
use anyhow::{Context as _, bail};
use scrip_client::addresses;
use scrip_client::instructions::settings::Targets;
use scrip_client::rpc::fetch::{Share, find};
use scrip_issuer::change::Change;
use scrip_issuer::state::{Issuer, Minter as MinterAccount};
use scrip_rules::multiplier::Multiplier;
use scrip_transfer_hook::PolicyTerms;

use super::setting::{
    Acceptance, ActionLimits, Choice, Fees, Minter, Mode, ReserveRule, Setting, Verdict,
};
use crate::session::shares::multiplier_at;
use crate::session::{Session, keys};

const FOUR_EYES: [(&str, u8); 3] = [
    ("reserve-rule", scrip_issuer::state::FOUR_EYES_RESERVE_RULE),
    ("loosening", scrip_issuer::state::FOUR_EYES_LOOSENING),
    ("actions", scrip_issuer::state::FOUR_EYES_ACTIONS),
];

/// A change, and what it is about.
#[derive(Debug)]
pub struct Resolved {
    /// The issuer's address.
    pub issuer_address: Pubkey,
    /// The issuer.
    pub issuer: Issuer,
    /// The share, if it is about one.
    pub share: Option<Share>,
    /// The change.
    pub change: Change,
}

impl Resolved {
    /// As the instructions name it.
    #[must_use]
    pub fn targets(&self) -> Targets<'_> {
        let share = self.share.as_ref().map(|share| &share.addresses);
        Targets { issuer: self.issuer_address, share }
    }
}

/// The bits of four eyes.
///
/// # Errors
/// If one of the words is none.
pub fn four_eyes(text: &str) -> anyhow::Result<u8> {
    if text == "none" {
        return Ok(0);
    }
    text.split(',').map(str::trim).try_fold(0, |bits, word| {
        let found = FOUR_EYES.iter().find(|(known, _)| *known == word);
        let (_, bit) = found.with_context(|| {
            format!(
                "four eyes are for reserve-rule, loosening, actions, or none, and not for `{word}`"
            )
        })?;
        Ok(bits | bit)
    })
}

/// The bits of four eyes in words.
#[must_use]
pub fn four_eyes_words(bits: u8) -> String {
    let words = FOUR_EYES.iter().filter(|(_, bit)| bits & bit != 0).map(|(word, _)| *word);
    let words: Vec<&str> = words.collect();
    if words.is_empty() { "none".to_owned() } else { words.join(",") }
}

impl Setting {
    fn asset(&self) -> Option<&str> {
        match self {
            Self::SupplyCap { asset, .. }
            | Self::MintFourEyes { asset, .. }
            | Self::SettlementWindow { asset, .. }
            | Self::PaymentMint { asset, .. }
            | Self::HookProgram { asset, .. }
            | Self::DefaultElection { asset, .. } => Some(asset),
            Self::ActionLimits(limits) => Some(&limits.asset),
            Self::ReserveRule(rule) => Some(&rule.asset),
            Self::Fees(fees) => Some(&fees.asset),
            Self::Minter(minter) => Some(&minter.asset),
            Self::Policy(policy) => Some(&policy.asset),
            _ => None,
        }
    }

    /// The change on chain.
    ///
    /// # Errors
    /// If a share, a key or a number is none.
    pub async fn resolve(&self, session: &Session) -> anyhow::Result<Resolved> {
        if let Some(asset) = self.asset() {
            let share = session.share(asset).await?;
            let issuer_address = share.addresses.issuer;
            let issuer =
                session.expect(&issuer_address, "the share's issuer cannot be read").await?;
            let change = self.of_share(session, &share).await?;
            return Ok(Resolved { issuer_address, issuer, share: Some(share), change });
        }
        let (issuer_address, issuer) = session.issuer().await?;
        let change = match self {
            Self::Admin { address } => Change::Admin { proposed: key_or_none(address)? },
            Self::Treasury { address } => Change::Treasury { owner: keys::address(address)? },
            Self::Timelock { duration } => Change::Timelock { seconds: short(*duration)? },
            Self::FourEyes { which } => Change::FourEyes { bits: four_eyes(which)? },
            Self::Custodian { key, verdict } => Change::Custodian {
                key: keys::address(key)?,
                approved: *verdict == Verdict::Approve,
            },
            _ => bail!("this setting is about a share"),
        };
        Ok(Resolved { issuer_address, issuer, share: None, change })
    }

    async fn of_share(&self, session: &Session, share: &Share) -> anyhow::Result<Change> {
        let now = session.now().await?;
        let multiplier = multiplier_at(&share.asset, now)?;
        Ok(match self {
            Self::SupplyCap { limit, .. } => {
                Change::SupplyCap { raw: limit.raw_units(multiplier)? }
            }
            Self::ActionLimits(limits) => action_limits(limits, share)?,
            Self::ReserveRule(rule) => reserve_rule(rule, share)?,
            Self::MintFourEyes { above, .. } => {
                Change::MintFourEyes { above: above.raw_units(multiplier)? }
            }
            Self::Fees(fees) => of_fees(fees, share),
            Self::SettlementWindow { duration, .. } => {
                Change::SettlementWindow { seconds: short(*duration)? }
            }
            Self::PaymentMint { mint, verdict, .. } => Change::PaymentMint {
                mint: keys::address(mint)?,
                accepted: *verdict == Acceptance::Accept,
            },
            Self::Minter(minter) => of_minter(session, minter, share, multiplier).await?,
            Self::Policy(policy) => {
                let old = PolicyTerms::of(&share.policy);
                Change::PolicyTerms { terms: policy.terms(old, multiplier, now)? }
            }
            Self::HookProgram { program, .. } => {
                Change::HookProgram { program: key_or_none(program)? }
            }
            Self::DefaultElection { choice, .. } => Change::DefaultElection {
                choice: match choice {
                    Choice::Cash => 1,
                    Choice::Shares => 2,
                },
            },
            _ => bail!("this setting is about the issuer"),
        })
    }
}

fn key_or_none(text: &str) -> anyhow::Result<Pubkey> {
    if text == "none" { Ok(Pubkey::default()) } else { keys::address(text) }
}

fn short(seconds: i64) -> anyhow::Result<u32> {
    u32::try_from(seconds).with_context(|| format!("a duration of {seconds} s"))
}

fn or(given: Option<i64>, stands: u32) -> anyhow::Result<u32> {
    given.map_or(Ok(stands), short)
}

fn action_limits(limits: &ActionLimits, share: &Share) -> anyhow::Result<Change> {
    let asset = &share.asset;
    Ok(Change::ActionLimits {
        min_notice: or(limits.min_notice, asset.min_notice)?,
        split_max: limits.split_max.unwrap_or(asset.split_max),
        reverse_split_max: limits.reverse_split_max.unwrap_or(asset.reverse_split_max),
        bonus_max_bps: limits.bonus_max.map_or(asset.bonus_max_bps, |percent| percent.0),
        dividend_max_bps: limits.dividend_max.map_or(asset.dividend_max_bps, |percent| percent.0),
    })
}

fn reserve_rule(rule: &ReserveRule, share: &Share) -> anyhow::Result<Change> {
    let asset = &share.asset;
    Ok(Change::ReserveRule {
        mode: match rule.mode {
            Mode::Off => 1,
            Mode::Warn => 2,
            Mode::Enforce => 3,
        },
        max_age: or(rule.max_age, asset.reserve_max_age)?,
        min_custodians: rule.custodians.unwrap_or(asset.min_custodians),
        haircut_bps: rule.haircut.map_or(asset.haircut_bps, |percent| percent.0),
    })
}

fn of_fees(fees: &Fees, share: &Share) -> Change {
    let asset = &share.asset;
    Change::Fees {
        purchase_bps: fees.purchase.map_or(asset.purchase_fee_bps, |percent| percent.0),
        redemption_bps: fees.redemption.map_or(asset.redemption_fee_bps, |percent| percent.0),
    }
}

async fn of_minter(
    session: &Session,
    minter: &Minter,
    share: &Share,
    multiplier: Multiplier,
) -> anyhow::Result<Change> {
    let member = keys::address(&minter.member)?;
    let address = addresses::minter(&share.addresses.asset, &member);
    let stands = find::<MinterAccount>(&session.rpc, &address).await?;
    let (cap, capacity, period) =
        stands.map_or((0, 0, 1), |stands| (stands.cap, stands.capacity, stands.period));
    let raw = |limit: Option<crate::values::limit::Limit>, stands| match limit {
        Some(limit) => limit.raw_units(multiplier),
        None => Ok(stands),
    };
    Ok(Change::Minter {
        member,
        cap: raw(minter.cap, cap)?,
        capacity: raw(minter.capacity, capacity)?,
        period: or(minter.period, period)?,
    })
}
