//! Which terms a policy may have: those that can be meant.

use crate::classes::ClassRule;
use crate::jurisdiction::{JurisdictionMode, Jurisdictions};
use crate::paths;
use crate::policy::{AdmissionMode, Limits};

/// What an issuer may choose about the transfers of an asset.
#[derive(Clone, Copy, Debug)]
pub struct Terms<'a> {
    /// Who needs a record; `None`: the stored mode is unknown.
    pub admission: Option<AdmissionMode>,
    /// Bits of [`crate::paths`].
    pub paths: u16,
    /// The investor classes that may hold.
    pub classes: ClassRule,
    /// The amounts that may not be passed.
    pub limits: Limits,
    /// The countries whose residents may hold.
    pub jurisdictions: Jurisdictions<'a>,
}

/// What is wrong with the terms of a policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermsFault {
    /// The admission mode is unknown.
    UnknownAdmissionMode,
    /// The jurisdiction mode is unknown.
    UnknownJurisdictionMode,
    /// An allow list without a country would admit nobody.
    EmptyAllowList,
    /// Classes without a meaning, or every admitted class is refused.
    UnsoundClasses,
    /// No path is open, or bits have no meaning, or an allowlist opens a path for unknown accounts.
    UnsoundPaths,
    /// A limit of zero lets nothing pass.
    ZeroLimit,
}

impl Terms<'_> {
    /// Fails unless the terms are ones that a policy may have. In particular they admit somebody: to stop
    /// an asset is what a halt is for, which tells everybody why.
    pub fn check(&self) -> Result<(), TermsFault> {
        let admission = self.admission.ok_or(TermsFault::UnknownAdmissionMode)?;
        let mode = self.jurisdictions.mode.ok_or(TermsFault::UnknownJurisdictionMode)?;
        let empty = self.jurisdictions.bitmap.iter().all(|byte| *byte == 0);
        if mode == JurisdictionMode::Allow && empty {
            return Err(TermsFault::EmptyAllowList);
        }
        if !self.classes.is_sound() {
            return Err(TermsFault::UnsoundClasses);
        }
        let open_to = match admission {
            AdmissionMode::Allowlist => paths::ALL_KNOWN,
            AdmissionMode::Open => paths::ALL,
        };
        if self.paths == 0 || self.paths & !open_to != 0 {
            return Err(TermsFault::UnsoundPaths);
        }
        if self.limits.max_balance == 0 || self.limits.max_transfer == 0 {
            return Err(TermsFault::ZeroLimit);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::TermsFault::*;
    use super::*;
    use crate::jurisdiction::BITMAP_BYTES;
    use crate::paths::{ALL, ALL_KNOWN, UNKNOWN_TO_WALLET, WALLET_TO_WALLET};

    const NOWHERE: [u8; BITMAP_BYTES] = [0; BITMAP_BYTES];
    const SOMEWHERE: [u8; BITMAP_BYTES] = [1; BITMAP_BYTES];

    fn terms() -> Terms<'static> {
        Terms {
            admission: Some(AdmissionMode::Allowlist),
            paths: ALL_KNOWN,
            classes: ClassRule { admitted: 0, refused: 0 },
            limits: Limits { max_balance: 1, max_transfer: u64::MAX },
            jurisdictions: Jurisdictions { mode: Some(JurisdictionMode::Deny), bitmap: &NOWHERE },
        }
    }

    fn with(change: fn(&mut Terms<'static>)) -> Result<(), TermsFault> {
        let mut terms = terms();
        change(&mut terms);
        terms.check()
    }

    #[test]
    fn table() {
        assert_eq!(with(|_| {}), Ok(()));
        assert_eq!(with(|terms| terms.admission = None), Err(UnknownAdmissionMode));
        assert_eq!(with(|terms| terms.jurisdictions.mode = None), Err(UnknownJurisdictionMode));
        let allow = |bitmap| {
            let mode = Some(JurisdictionMode::Allow);
            Terms { jurisdictions: Jurisdictions { mode, bitmap }, ..terms() }.check()
        };
        assert_eq!(allow(&NOWHERE), Err(EmptyAllowList));
        assert_eq!(allow(&SOMEWHERE), Ok(()));
        assert_eq!(with(|terms| terms.classes.admitted = 16), Err(UnsoundClasses));
        assert_eq!(
            with(|terms| terms.classes = ClassRule { admitted: 2, refused: 2 }),
            Err(UnsoundClasses)
        );
        assert_eq!(with(|terms| terms.limits.max_balance = 0), Err(ZeroLimit));
        assert_eq!(with(|terms| terms.limits.max_transfer = 0), Err(ZeroLimit));
    }

    #[test]
    fn paths() {
        use AdmissionMode::{Allowlist, Open};
        for (admission, paths, answer) in [
            (Allowlist, 0, Err(UnsoundPaths)),
            (Allowlist, WALLET_TO_WALLET, Ok(())),
            (Allowlist, ALL_KNOWN, Ok(())),
            (Allowlist, ALL_KNOWN | UNKNOWN_TO_WALLET, Err(UnsoundPaths)),
            (Open, 0, Err(UnsoundPaths)),
            (Open, ALL_KNOWN, Ok(())),
            (Open, ALL, Ok(())),
            (Open, ALL + 1, Err(UnsoundPaths)),
        ] {
            let terms = Terms { admission: Some(admission), paths, ..terms() };
            assert_eq!(terms.check(), answer, "{admission:?} {paths}");
        }
    }
}
