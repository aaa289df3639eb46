//! `policy`: on what terms a share may be transferred. What is left out stays.

use clap::{Args, ValueEnum};
use scrip_rules::multiplier::Multiplier;
use scrip_rules::paths;
use scrip_transfer_hook::PolicyTerms;

use crate::values::limit::{Limit, shown};
use crate::values::time::Moment;
use crate::values::{class, country, time};

/// The highest numeric code of a country.
const LAST_COUNTRY: u16 = 999;

/// `policy`
#[derive(Args, Debug)]
pub struct Policy {
    /// The share: its symbol or mint
    pub asset: String,
    /// Who needs a record: both sides (allowlist), or nobody who is not barred (open)
    #[arg(long, value_name = "MODE")]
    admission: Option<Admission>,
    /// Between whom it may move, by its bits, or `known` for all on the register, or `all` [with --admission: its widest]
    #[arg(long, value_parser = read_paths)]
    paths: Option<u16>,
    /// Countries of residence: allow:CH,DE admits these alone, deny:US all but these
    #[arg(long, value_name = "COUNTRIES", value_parser = countries)]
    countries: Option<Countries>,
    /// A holder must have one of these investor classes, joined with +; none are asked for: ''
    #[arg(long, value_name = "CLASSES", value_parser = class::bits)]
    classes_admitted: Option<u8>,
    /// A holder must have none of these investor classes, joined with +
    #[arg(long, value_name = "CLASSES", value_parser = class::bits)]
    classes_refused: Option<u8>,
    /// What a recipient's token account may hold, venues excepted
    #[arg(long, value_name = "LIMIT")]
    max_balance: Option<Limit>,
    /// What one transfer may move
    #[arg(long, value_name = "LIMIT")]
    max_transfer: Option<Limit>,
    /// From this time on it may be transferred; 0 for always
    #[arg(long, value_name = "TIME")]
    locked_until: Option<Moment>,
}

/// Who needs a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Admission {
    /// Both sides of a transfer.
    Allowlist,
    /// Nobody who is not barred.
    Open,
}

/// A list of countries, and how it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Countries {
    mode: u8,
    bitmap: [u8; 128],
}

/// Reads `allow:CH,DE` or `deny:US`.
///
/// # Errors
/// What is wrong with the text.
pub fn countries(text: &str) -> Result<Countries, String> {
    let (mode, list) = match text.split_once(':') {
        Some(("allow", list)) => (1, list),
        Some(("deny", list)) => (2, list),
        _ => return Err(format!("`{text}` is neither like allow:CH,DE nor like deny:US")),
    };
    let mut bitmap = [0_u8; 128];
    for name in list.split(',').map(str::trim).filter(|name| !name.is_empty()) {
        let code = country::numeric(name)?;
        if let Some(byte) = bitmap.get_mut(usize::from(code >> 3)) {
            *byte |= 1 << (code & 7);
        }
    }
    Ok(Countries { mode, bitmap })
}

fn read_paths(text: &str) -> Result<u16, String> {
    match text {
        "known" => Ok(paths::ALL_KNOWN),
        "all" => Ok(paths::ALL),
        bits => bits.parse().ok().filter(|bits| *bits <= paths::ALL).ok_or_else(|| {
            format!(
                "`{bits}` is neither `known` nor `all`, nor a number of bits up to {}",
                paths::ALL
            )
        }),
    }
}

impl Policy {
    /// The terms as they will be, if they are `old` now.
    ///
    /// # Errors
    /// If a limit is more than an account can hold.
    pub fn terms(
        &self,
        old: PolicyTerms,
        multiplier: Multiplier,
        now: i64,
    ) -> anyhow::Result<PolicyTerms> {
        let mut terms = old;
        if let Some(admission) = self.admission {
            let open = admission == Admission::Open;
            terms.admission_mode = if open { 2 } else { 1 };
            terms.paths = if open { paths::ALL } else { paths::ALL_KNOWN };
        }
        if let Some(Countries { mode, bitmap }) = self.countries {
            (terms.jurisdiction_mode, terms.jurisdictions) = (mode, bitmap);
        }
        terms.paths = self.paths.unwrap_or(terms.paths);
        terms.classes_admitted = self.classes_admitted.unwrap_or(terms.classes_admitted);
        terms.classes_refused = self.classes_refused.unwrap_or(terms.classes_refused);
        if let Some(limit) = self.max_balance {
            terms.max_balance = limit.raw_units(multiplier)?;
        }
        if let Some(limit) = self.max_transfer {
            terms.max_transfer = limit.raw_units(multiplier)?;
        }
        if let Some(moment) = self.locked_until {
            terms.locked_until = moment.resolve(now);
        }
        Ok(terms)
    }
}

/// Terms in words.
#[must_use]
pub fn words(terms: &PolicyTerms, multiplier: Multiplier) -> String {
    let admission = if terms.admission_mode == 2 { "open" } else { "allowlist" };
    let bit = |code: &u16| {
        let byte = terms.jurisdictions.get(usize::from(code >> 3)).copied().unwrap_or_default();
        byte & (1 << (code & 7)) != 0
    };
    let codes: Vec<String> = (1..=LAST_COUNTRY).filter(bit).map(country::shown).collect();
    let mode = if terms.jurisdiction_mode == 1 { "allow" } else { "deny" };
    let paths = match terms.paths {
        paths::ALL_KNOWN => "known".to_owned(),
        paths::ALL => "all".to_owned(),
        bits => bits.to_string(),
    };
    let mut said = vec![
        format!("admission {admission}"),
        format!("paths {paths}"),
        format!("countries {mode}:{}", codes.join(",")),
    ];
    let classes = [("admitted", terms.classes_admitted), ("refused", terms.classes_refused)];
    let asked = classes.into_iter().filter(|(_, bits)| *bits != 0);
    said.extend(asked.map(|(what, bits)| format!("classes {what} {}", class::shown(bits))));
    let limits = [("balance", terms.max_balance), ("transfer", terms.max_transfer)];
    said.extend(limits.map(|(what, raw)| format!("{what} at most {}", shown(raw, multiplier))));
    if terms.locked_until != 0 {
        said.push(format!("locked until {}", time::shown(terms.locked_until)));
    }
    said.join(", ")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn countries_are_allowed_or_denied() {
        let swiss = countries("allow:CH").unwrap();
        assert_eq!(
            (swiss.mode, swiss.bitmap.iter().map(|byte| byte.count_ones()).sum()),
            (1, 1_u32)
        );
        assert_eq!(swiss.bitmap.get(756 >> 3), Some(&(1 << (756 & 7))));
        assert_eq!(countries("deny:").unwrap(), Countries { mode: 2, bitmap: [0; 128] });
        for text in ["CH", "allow:XX", "refuse:CH", "allow"] {
            countries(text).unwrap_err();
        }
    }
}
