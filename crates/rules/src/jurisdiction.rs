//! Which countries a policy admits: a bitmap over ISO 3166-1 numeric codes, read as an allow list or
//! as a deny list.

/// Bytes of a jurisdiction bitmap: 1024 bits, which holds every ISO 3166-1 numeric code (0 to 999).
pub const BITMAP_BYTES: usize = 128;

/// How a bitmap is read. The stored value 0 belongs to no mode, so that an account of zeros admits
/// nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum JurisdictionMode {
    /// Only the countries in the bitmap are admitted.
    Allow = 1,
    /// Every country is admitted but those in the bitmap.
    Deny = 2,
}

impl JurisdictionMode {
    /// The mode of a stored byte; `None` for anything that is not a mode.
    #[inline(always)]
    pub const fn from_byte(byte: u8) -> Option<Self> {
        match byte {
            1 => Some(Self::Allow),
            2 => Some(Self::Deny),
            _ => None,
        }
    }
}

/// The countries of a policy.
#[derive(Clone, Copy, Debug)]
pub struct Jurisdictions<'a> {
    /// `None` when the stored mode is unknown: nobody is admitted then.
    pub mode: Option<JurisdictionMode>,
    /// Bit `code % 8` of byte `code / 8` stands for the country with that numeric code.
    pub bitmap: &'a [u8; BITMAP_BYTES],
}

impl Jurisdictions<'_> {
    /// Whether a resident of `country` (ISO 3166-1 numeric) is admitted.
    ///
    /// Code 0 is no country: a record without a jurisdiction is admitted by no list. A code beyond
    /// the bitmap is admitted by no list either.
    #[inline(always)]
    pub fn admit(&self, country: u16) -> bool {
        let Some(byte) = self.bitmap.get(usize::from(country >> 3)) else {
            return false;
        };
        let listed = byte & (1 << (country & 7)) != 0;
        match self.mode {
            Some(JurisdictionMode::Allow) => listed && country != 0,
            Some(JurisdictionMode::Deny) => !listed && country != 0,
            None => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn bitmap_of(countries: &[u16]) -> [u8; BITMAP_BYTES] {
        let mut bitmap = [0; BITMAP_BYTES];
        for country in countries {
            if let Some(byte) = bitmap.get_mut(usize::from(country >> 3)) {
                *byte |= 1 << (country & 7);
            }
        }
        bitmap
    }

    #[test]
    fn table() {
        use JurisdictionMode::{Allow, Deny};
        let (ch, us, none) = (756, 840, 0);
        // (mode, listed, country, admitted)
        for (mode, listed, country, admitted) in [
            (Some(Allow), &[ch][..], ch, true),
            (Some(Allow), &[ch], us, false),
            (Some(Allow), &[], ch, false),
            (Some(Allow), &[none], none, false),
            (Some(Deny), &[us], us, false),
            (Some(Deny), &[us], ch, true),
            (Some(Deny), &[], none, false),
            (Some(Allow), &[1023], 1023, true),
            (Some(Deny), &[], 1024, false),
            (Some(Deny), &[], u16::MAX, false),
            (None, &[ch], ch, false),
            (None, &[], ch, false),
        ] {
            let bitmap = bitmap_of(listed);
            let rule = Jurisdictions { mode, bitmap: &bitmap };
            assert_eq!(rule.admit(country), admitted, "{mode:?} {listed:?} {country}");
        }
    }

    proptest! {
        #[test]
        fn allow_and_deny_are_opposites(bytes in proptest::collection::vec(any::<u8>(), BITMAP_BYTES), country in 1u16..1024) {
            let bitmap: [u8; BITMAP_BYTES] = bytes.try_into().unwrap_or([0; BITMAP_BYTES]);
            let admit = |mode| Jurisdictions { mode: Some(mode), bitmap: &bitmap }.admit(country);
            prop_assert_ne!(admit(JurisdictionMode::Allow), admit(JurisdictionMode::Deny));
        }

        #[test]
        fn only_the_countrys_own_bit_counts(country in 1u16..1024, other in 1u16..1024) {
            let bitmap = bitmap_of(&[country]);
            let rule = Jurisdictions { mode: Some(JurisdictionMode::Allow), bitmap: &bitmap };
            prop_assert_eq!(rule.admit(other), other == country);
        }
    }
}
