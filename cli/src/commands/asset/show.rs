//! A share with its settings.

use anchor_lang::prelude::Pubkey;
use scrip_issuer::state::AssetStatus;
use scrip_rules::multiplier::Multiplier;
use scrip_rules::policy::AdmissionMode;
use scrip_rules::reserves::ReserveMode;
use serde_json::{Value, json};

use crate::output::{Answer, big};
use crate::session::Session;
use crate::session::shares::multiplier_at;
use crate::values::{amount, class, country, time};

/// `scrip asset show`
pub async fn show(session: &Session, named: &str) -> anyhow::Result<()> {
    let share = session.share(named).await?;
    let listed = session.listed(&share).await?;
    let now = session.now().await?;
    let (asset, policy) = (&share.asset, &share.policy);
    let multiplier = multiplier_at(asset, now)?;
    let address = |address: &Pubkey| json!(address.to_string());
    session.answer(&Answer::Record(vec![
        ("symbol", json!(listed.symbol)),
        ("name", json!(listed.name)),
        ("isin", json!(String::from_utf8_lossy(&asset.isin))),
        ("uri", json!(listed.uri)),
        ("terms_hash", json!(hexadecimal(&asset.terms_hash))),
        ("status", json!(status(asset.status))),
        ("mint", address(&share.addresses.mint)),
        ("asset", address(&share.addresses.asset)),
        ("policy", address(&share.addresses.policy)),
        ("issuer", address(&share.addresses.issuer)),
        ("registry", address(&share.addresses.registry)),
        ("multiplier", json!(amount::multiplier(multiplier.scaled()))),
        ("supply_shares", json!(amount::in_shares(listed.supply, multiplier))),
        ("supply_raw", big(listed.supply)),
        ("supply_cap_shares", limit(asset.supply_cap, multiplier)),
        ("supply_cap_raw", big(asset.supply_cap)),
        ("four_eyes_above_shares", limit(asset.four_eyes_above, multiplier)),
        ("purchase_fee_bps", json!(asset.purchase_fee_bps)),
        ("redemption_fee_bps", json!(asset.redemption_fee_bps)),
        ("settlement_window_seconds", json!(asset.settlement_window)),
        ("reserve_mode", json!(mode(asset.reserve_mode))),
        ("reserve_max_age_seconds", json!(asset.reserve_max_age)),
        ("min_custodians", json!(asset.min_custodians)),
        ("haircut_bps", json!(asset.haircut_bps)),
        ("min_notice_seconds", json!(asset.min_notice)),
        ("split_max", json!(asset.split_max)),
        ("reverse_split_max", json!(asset.reverse_split_max)),
        ("bonus_max_bps", json!(asset.bonus_max_bps)),
        ("dividend_max_bps", json!(asset.dividend_max_bps)),
        (
            "admission",
            json!(match AdmissionMode::from_byte(policy.admission_mode) {
                Some(AdmissionMode::Open) => "open",
                _ => "allowlist",
            }),
        ),
        ("countries", json!(countries(policy.jurisdiction_mode, &policy.jurisdictions))),
        ("classes_admitted", json!(class::shown(policy.classes_admitted))),
        ("classes_refused", json!(class::shown(policy.classes_refused))),
        ("max_balance_shares", limit(policy.max_balance, multiplier)),
        ("max_transfer_shares", limit(policy.max_transfer, multiplier)),
        ("locked_until", json!(time::shown(policy.locked_until))),
    ]));
    Ok(())
}

/// What may still happen to an asset, in words.
pub fn status(byte: u8) -> &'static str {
    match byte {
        _ if byte == AssetStatus::Active as u8 => "active",
        _ if byte == AssetStatus::WindingDown as u8 => "winding down",
        _ => "closed",
    }
}

/// What a missing backing means, in a word.
pub fn mode(byte: u8) -> &'static str {
    match ReserveMode::from_byte(byte) {
        Some(ReserveMode::Enforce) => "enforce",
        Some(ReserveMode::Warn) => "warn",
        Some(ReserveMode::Off) | None => "off",
    }
}

/// A limit in shares; null: none.
fn limit(raw: u64, multiplier: Multiplier) -> Value {
    if raw == u64::MAX { Value::Null } else { json!(amount::in_shares(raw, multiplier)) }
}

fn countries(mode: u8, bitmap: &[u8]) -> String {
    const ALLOW: u8 = 1;
    let listed: Vec<String> = (1..1_000_u16)
        .filter(|code| {
            bitmap.get(usize::from(code >> 3)).is_some_and(|byte| byte & (1 << (code & 7)) != 0)
        })
        .map(country::shown)
        .collect();
    match (mode, listed.is_empty()) {
        (ALLOW, _) => format!("only {}", listed.join(" ")),
        (_, true) => "all".to_owned(),
        (_, false) => format!("all but {}", listed.join(" ")),
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
