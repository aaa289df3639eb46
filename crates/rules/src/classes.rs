//! Investor classes: which of them a policy admits and which it refuses.

use crate::refusal::RecordFault;

/// A US person (Regulation S, 17 CFR 230.902(k)).
pub const US_PERSON: u8 = 1;
/// A retail investor (MiFID II, article 4(1)(11)).
pub const RETAIL: u8 = 1 << 1;
/// A professional client (MiFID II, Annex II).
pub const PROFESSIONAL: u8 = 1 << 2;
/// A qualified investor (Prospectus Regulation, article 2(e)).
pub const QUALIFIED: u8 = 1 << 3;
/// Every class that has a meaning.
pub const ALL: u8 = US_PERSON | RETAIL | PROFESSIONAL | QUALIFIED;

/// The classes of a policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClassRule {
    /// A holder must have one of these; 0: no class is asked for.
    pub admitted: u8,
    /// A holder must have none of these, whatever else the holder is.
    pub refused: u8,
}

impl ClassRule {
    /// Fails if a holder of these classes is not admitted. A refused class is told first.
    #[inline(always)]
    pub const fn admit(&self, classes: u8) -> Result<(), RecordFault> {
        if classes & self.refused != 0 {
            return Err(RecordFault::ClassRefused);
        }
        if self.admitted != 0 && classes & self.admitted == 0 {
            return Err(RecordFault::ClassNotAdmitted);
        }
        Ok(())
    }

    /// Whether the rule says something that can be meant: known classes, and not that everybody whom it
    /// admits is refused.
    pub const fn is_sound(&self) -> bool {
        let known = (self.admitted | self.refused) & !ALL == 0;
        let admits_somebody = self.admitted == 0 || self.admitted & !self.refused != 0;
        known && admits_somebody
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::refusal::RecordFault::{ClassNotAdmitted, ClassRefused};
    use proptest::prelude::*;

    #[test]
    fn table() {
        // (admitted, refused, classes, answer)
        for (admitted, refused, classes, answer) in [
            (0, 0, 0, Ok(())),
            (0, 0, ALL, Ok(())),
            (0, US_PERSON, RETAIL, Ok(())),
            (0, US_PERSON, US_PERSON | QUALIFIED, Err(ClassRefused)),
            (QUALIFIED, 0, 0, Err(ClassNotAdmitted)),
            (QUALIFIED | PROFESSIONAL, 0, RETAIL, Err(ClassNotAdmitted)),
            (QUALIFIED | PROFESSIONAL, 0, RETAIL | PROFESSIONAL, Ok(())),
            (QUALIFIED, US_PERSON, US_PERSON, Err(ClassRefused)),
            (QUALIFIED, US_PERSON, US_PERSON | QUALIFIED, Err(ClassRefused)),
        ] {
            let rule = ClassRule { admitted, refused };
            assert_eq!(rule.admit(classes), answer, "{rule:?} {classes}");
        }
    }

    #[test]
    fn sound_rules() {
        for (admitted, refused, sound) in [
            (0, 0, true),
            (ALL, 0, true),
            (0, ALL, true),
            (QUALIFIED, US_PERSON, true),
            (QUALIFIED, QUALIFIED, false),
            (QUALIFIED | RETAIL, QUALIFIED, true),
            (16, 0, false),
            (0, 128, false),
        ] {
            assert_eq!(ClassRule { admitted, refused }.is_sound(), sound, "{admitted} {refused}");
        }
    }

    proptest! {
        #[test]
        fn a_further_refused_class_admits_nobody_new(admitted: u8, refused: u8, more: u8, classes: u8) {
            let strict = ClassRule { admitted, refused: refused | more }.admit(classes);
            if strict.is_ok() {
                prop_assert_eq!(ClassRule { admitted, refused }.admit(classes), Ok(()));
            }
        }

        #[test]
        fn a_sound_rule_admits_somebody(admitted: u8, refused: u8) {
            let rule = ClassRule { admitted, refused };
            if rule.is_sound() {
                prop_assert!((0..=ALL).any(|classes| rule.admit(classes).is_ok()));
            }
        }
    }
}
