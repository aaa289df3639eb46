//! Settings in words.

use anchor_lang::prelude::Pubkey;
use scrip_issuer::change::Change;
use scrip_rules::multiplier::Multiplier;

use super::policy;
use super::resolve::four_eyes_words;
use crate::commands::action::words::election;
use crate::values::fraction::Percent;
use crate::values::limit;

const DAY: u32 = 86_400;
const HOUR: u32 = 3_600;
const MINUTE: u32 = 60;

/// The name of a setting, as the command line has it.
#[must_use]
pub const fn name(change: &Change) -> &'static str {
    match change {
        Change::Admin { .. } => "admin",
        Change::Treasury { .. } => "treasury",
        Change::Timelock { .. } => "timelock",
        Change::FourEyes { .. } => "four-eyes",
        Change::Custodian { .. } => "custodian",
        Change::SupplyCap { .. } => "supply-cap",
        Change::ActionLimits { .. } => "action-limits",
        Change::ReserveRule { .. } => "reserve-rule",
        Change::MintFourEyes { .. } => "mint-four-eyes",
        Change::Fees { .. } => "fees",
        Change::SettlementWindow { .. } => "settlement-window",
        Change::PaymentMint { .. } => "payment-mint",
        Change::Minter { .. } => "minter",
        Change::PolicyTerms { .. } => "policy",
        Change::HookProgram { .. } => "hook-program",
        Change::DefaultElection { .. } => "default-election",
    }
}

/// The value of a setting. Limits are also told in shares of `multiplier`.
#[must_use]
pub fn value(change: &Change, multiplier: Multiplier) -> String {
    let shares = |raw: u64| limit::shown(raw, multiplier);
    match *change {
        Change::Admin { proposed: key }
        | Change::Treasury { owner: key }
        | Change::HookProgram { program: key } => key_or_none(&key),
        Change::Timelock { seconds } | Change::SettlementWindow { seconds } => duration(seconds),
        Change::FourEyes { bits } => four_eyes_words(bits),
        Change::Custodian { key, approved } => {
            format!("{key} {}", if approved { "approved" } else { "not approved" })
        }
        Change::PaymentMint { mint, accepted } => {
            format!("{mint} {}", if accepted { "accepted" } else { "not accepted" })
        }
        Change::SupplyCap { raw } => shares(raw),
        Change::MintFourEyes { above } => format!("above {}", shares(above)),
        Change::ActionLimits {
            min_notice,
            split_max,
            reverse_split_max,
            bonus_max_bps,
            dividend_max_bps,
        } => format!(
            "notice {}, split {split_max}:1, reverse split 1:{reverse_split_max}, bonus {}, dividend {}",
            duration(min_notice),
            Percent(bonus_max_bps),
            Percent(dividend_max_bps)
        ),
        Change::ReserveRule { mode, max_age, min_custodians, haircut_bps } => format!(
            "{}, attested within {} by {min_custodians} custodians, haircut {}",
            ["unknown", "off", "warn", "enforce"].get(usize::from(mode)).unwrap_or(&"unknown"),
            duration(max_age),
            Percent(haircut_bps)
        ),
        Change::Fees { purchase_bps, redemption_bps } => {
            format!("purchase {}, redemption {}", Percent(purchase_bps), Percent(redemption_bps))
        }
        Change::Minter { member, cap, capacity, period } => format!(
            "{member}: in all {}, at once {}, refilled in {}",
            shares(cap),
            shares(capacity),
            duration(period)
        ),
        Change::PolicyTerms { terms } => policy::words(&terms, multiplier),
        Change::DefaultElection { choice } => election(choice).to_owned(),
    }
}

/// What a change does, as a step of several.
#[must_use]
pub fn step(change: &Change, multiplier: Multiplier) -> String {
    let shares = |raw: u64| limit::shown(raw, multiplier);
    match *change {
        Change::Custodian { key, approved: true } => format!("count what custodian {key} attests"),
        Change::PaymentMint { mint, accepted: true } => format!("accept payment in {mint}"),
        Change::SupplyCap { raw } => format!("cap the supply at {}", shares(raw)),
        Change::MintFourEyes { above: limit::UNLIMITED } => "ask no mint for a checker".to_owned(),
        Change::MintFourEyes { above } => {
            format!("ask for a checker above {} in one mint", shares(above))
        }
        Change::Fees { purchase_bps, redemption_bps } => format!(
            "take {purchase_bps} basis points of purchases and {redemption_bps} of redemptions"
        ),
        ref other => format!("set {} to: {}", name(other), value(other, multiplier)),
    }
}

fn key_or_none(key: &Pubkey) -> String {
    if *key == Pubkey::default() { "none".to_owned() } else { key.to_string() }
}

/// Seconds as people read them: `2d 3h`, `90s`.
#[must_use]
pub fn duration(seconds: u32) -> String {
    let mut rest = seconds;
    let mut said = Vec::new();
    for (unit, letter) in [(DAY, "d"), (HOUR, "h"), (MINUTE, "m"), (1, "s")] {
        let count = rest.checked_div(unit).unwrap_or_default();
        rest = rest.checked_rem(unit).unwrap_or_default();
        if count > 0 {
            said.push(format!("{count}{letter}"));
        }
    }
    if said.is_empty() { "none".to_owned() } else { said.join(" ") }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::super::resolve::four_eyes;
    use super::*;

    #[test]
    fn durations_are_told_by_their_units() {
        let told = [(0, "none"), (90, "1m 30s"), (172_800, "2d"), (183_600, "2d 3h")];
        for (seconds, words) in told {
            assert_eq!(duration(seconds), words);
        }
    }

    #[test]
    fn four_eyes_are_read_and_written_by_name() {
        for (text, bits) in [("none", 0), ("loosening", 2), ("reserve-rule,loosening,actions", 7)] {
            assert_eq!(four_eyes(text).unwrap(), bits);
            assert_eq!(four_eyes_words(bits), text);
        }
        four_eyes("everything").unwrap_err();
    }
}
