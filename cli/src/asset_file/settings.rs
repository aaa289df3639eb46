//! What a file asks for, as the programs take it. Amounts become raw units at the multiplier in the file.

use anyhow::{Context as _, bail, ensure};
use scrip_issuer::CreateAssetArgs;
use scrip_issuer::change::Change;
use scrip_rules::jurisdiction::{BITMAP_BYTES, JurisdictionMode};
use scrip_rules::multiplier::{Multiplier, Rounding};
use scrip_rules::policy::AdmissionMode;
use scrip_rules::reserves::ReserveMode;
use scrip_rules::{paths, terms};
use scrip_transfer_hook::PolicyTerms;

use super::format::{Admission, Countries, Format, Mode, Policy};
use super::value::Class;
use crate::values::amount::Shares as Amount;

/// The share that the file describes.
pub fn creation(file: &Format, terms_hash: [u8; 32]) -> anyhow::Result<CreateAssetArgs> {
    let (share, actions) = (&file.share, &file.actions);
    let multiplier = multiplier(share.multiplier.0)?;
    Ok(CreateAssetArgs {
        name: share.name.0.clone(),
        symbol: share.symbol.0.clone(),
        uri: share.uri.0.clone(),
        isin: share.isin.0,
        terms_hash,
        multiplier: multiplier.scaled(),
        supply_cap: raw("[share] supply_cap", share.supply_cap.0, multiplier)?,
        min_notice: actions.min_notice.0,
        split_max: actions.split_max,
        reverse_split_max: actions.reverse_split_max,
        bonus_max_bps: actions.bonus_max_bps,
        dividend_max_bps: actions.dividend_max_bps,
        terms: policy_terms(&file.policy, multiplier)?,
    })
}

/// The settings that the file names besides, each checked as the program checks it.
pub fn changes(file: &Format, scaled: u128) -> anyhow::Result<Vec<Change>> {
    let multiplier = multiplier(scaled)?;
    let mut changes = Vec::new();
    let issuance = &file.issuance;
    if let Some(reserves) = &file.reserves {
        changes.extend(
            reserves.custodians.iter().map(|key| Change::Custodian { key: key.0, approved: true }),
        );
        let rule = Change::ReserveRule {
            mode: match reserves.mode {
                Mode::Off => ReserveMode::Off,
                Mode::Warn => ReserveMode::Warn,
                Mode::Enforce => ReserveMode::Enforce,
            } as u8,
            max_age: reserves.max_age.0,
            min_custodians: reserves.min_custodians,
            haircut_bps: reserves.haircut_bps,
        };
        ensure!(
            rule.check().is_ok(),
            "[reserves]: `max_age` and `min_custodians` must not be 0 unless the mode is \"off\", and \
             `haircut_bps` is {} of at most 10000",
            reserves.haircut_bps
        );
        changes.push(rule);
    }
    if let Some(threshold) = issuance.four_eyes_above {
        let above = match threshold.0 {
            Some(shares) => raw("[issuance] four_eyes_above", shares, multiplier)?,
            None => u64::MAX,
        };
        changes.push(Change::MintFourEyes { above });
    }
    match (issuance.purchase_fee_bps, issuance.redemption_fee_bps) {
        (None, None) => {}
        (Some(purchase_bps), Some(redemption_bps)) => {
            let fees = Change::Fees { purchase_bps, redemption_bps };
            ensure!(
                fees.check().is_ok(),
                "[issuance]: fees of {purchase_bps} and {redemption_bps} basis points, and at most 1000 are allowed"
            );
            changes.push(fees);
        }
        _ => bail!("[issuance]: name both `purchase_fee_bps` and `redemption_fee_bps`, or none"),
    }
    if let Some(window) = issuance.settlement_window {
        let window = Change::SettlementWindow { seconds: window.0 };
        ensure!(
            window.check().is_ok(),
            "[issuance] settlement_window: at most 90 days are allowed"
        );
        changes.push(window);
    }
    changes.extend(
        issuance
            .payment_mints
            .iter()
            .map(|mint| Change::PaymentMint { mint: mint.0, accepted: true }),
    );
    for minter in &file.minter {
        let minter = Change::Minter {
            member: minter.member.0,
            cap: raw("[[minter]] cap", minter.cap.0, multiplier)?,
            capacity: raw("[[minter]] capacity", minter.capacity.0, multiplier)?,
            period: minter.period.0,
        };
        ensure!(minter.check().is_ok(), "[[minter]] period: at least 1 second is needed");
        changes.push(minter);
    }
    twice(&changes)?;
    Ok(changes)
}

/// Fails if a custodian, payment mint or minter is named twice.
fn twice(changes: &[Change]) -> anyhow::Result<()> {
    let key = |change: &Change| match *change {
        Change::Custodian { key, .. } => Some(("custodian", key)),
        Change::PaymentMint { mint, .. } => Some(("payment mint", mint)),
        Change::Minter { member, .. } => Some(("minter", member)),
        _ => None,
    };
    let mut seen = std::collections::HashSet::new();
    for (what, key) in changes.iter().filter_map(key) {
        ensure!(seen.insert((what, key)), "{what} {key} is named twice");
    }
    Ok(())
}

fn multiplier(scaled: u128) -> anyhow::Result<Multiplier> {
    Multiplier::from_scaled(scaled).map_err(|error| anyhow::anyhow!("multiplier: {error}"))
}

fn raw(key: &str, shares: u64, multiplier: Multiplier) -> anyhow::Result<u64> {
    let raw = multiplier.shares_to_raw(shares.into(), Rounding::Down);
    raw.ok().with_context(|| format!("{key}: {} shares are too many raw units", Amount(shares)))
}

fn policy_terms(policy: &Policy, multiplier: Multiplier) -> anyhow::Result<PolicyTerms> {
    let admission = match policy.admission {
        Admission::Allowlist => AdmissionMode::Allowlist,
        Admission::Open => AdmissionMode::Open,
    };
    let can_be_open = match admission {
        AdmissionMode::Allowlist => paths::ALL_KNOWN,
        AdmissionMode::Open => paths::ALL,
    };
    let open = |paths: &Vec<_>| paths.iter().fold(0, |bits, path| bits | 1_u16 << *path as u8);
    let (mode, listed) = match &policy.countries {
        Some(Countries::Allow(countries)) => (JurisdictionMode::Allow, countries.as_slice()),
        Some(Countries::Deny(countries)) => (JurisdictionMode::Deny, countries.as_slice()),
        None => (JurisdictionMode::Deny, [].as_slice()),
    };
    let mut jurisdictions = [0; BITMAP_BYTES];
    for country in listed {
        if let Some(byte) = jurisdictions.get_mut(usize::from(country.0 >> 3)) {
            *byte |= 1_u8 << (country.0 & 7);
        }
    }
    let limit = |key, shares: Option<super::value::Shares>| {
        shares.map_or(Ok(u64::MAX), |shares| raw(key, shares.0, multiplier))
    };
    let classes = |classes: &[Class]| classes.iter().fold(0, |bits, class| bits | class.0);
    let terms = PolicyTerms {
        admission_mode: admission as u8,
        paths: policy.paths.as_ref().map_or(can_be_open, open),
        jurisdiction_mode: mode as u8,
        jurisdictions,
        classes_admitted: classes(&policy.classes_admitted),
        classes_refused: classes(&policy.classes_refused),
        max_balance: limit("[policy] max_balance", policy.max_balance)?,
        max_transfer: limit("[policy] max_transfer", policy.max_transfer)?,
        locked_until: policy.locked_until.map_or(0, |until| until.0),
    };
    match terms.rule().check() {
        Ok(()) => Ok(terms),
        Err(fault) => bail!("[policy]: {}", explained(fault)),
    }
}

const fn explained(fault: terms::TermsFault) -> &'static str {
    match fault {
        terms::TermsFault::EmptyAllowList => {
            "`countries` allows none, so nobody could hold the share"
        }
        terms::TermsFault::UnsoundClasses => {
            "every admitted class is refused as well, so nobody could hold the share"
        }
        terms::TermsFault::UnsoundPaths => {
            "`paths` are none, or lead to or from the unknown although the admission is \"allowlist\""
        }
        terms::TermsFault::ZeroLimit => "a limit of 0 lets nothing pass: leave it out for no limit",
        terms::TermsFault::UnknownAdmissionMode | terms::TermsFault::UnknownJurisdictionMode => {
            "the mode is unknown"
        }
    }
}
