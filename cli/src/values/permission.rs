//! Permissions by their names, separated by commas: of staff `mint,corporate-actions`, of registrars `onboard,suspend`.

use scrip_issuer::state as issuer;
use scrip_transfer_hook::state as hook;

/// What a member of the issuer's staff may do.
pub const STAFF: Names<u32, 9> = Names([
    ("mint", issuer::PERMISSION_MINT),
    ("redeem", issuer::PERMISSION_REDEEM),
    ("pause", issuer::PERMISSION_PAUSE),
    ("unpause", issuer::PERMISSION_UNPAUSE),
    ("halt", issuer::PERMISSION_HALT),
    ("resume", issuer::PERMISSION_RESUME),
    ("corporate-actions", issuer::PERMISSION_CORPORATE_ACTIONS),
    ("check", issuer::PERMISSION_CHECK),
    ("metadata", issuer::PERMISSION_METADATA),
]);

/// What a registrar may do.
pub const REGISTRAR: Names<u8, 3> = Names([
    ("onboard", hook::PERMISSION_ONBOARD),
    ("suspend", hook::PERMISSION_SUSPEND),
    ("venues", hook::PERMISSION_VENUES),
]);

/// Bits, and what they are called.
#[derive(Clone, Copy, Debug)]
pub struct Names<Bits, const N: usize>([(&'static str, Bits); N]);

impl<Bits, const N: usize> Names<Bits, N>
where
    Bits: Copy
        + Default
        + PartialEq
        + std::ops::BitOr<Output = Bits>
        + std::ops::BitAnd<Output = Bits>,
{
    /// The bits of these names.
    ///
    /// # Errors
    /// If one of them does not exist, or there are none.
    pub fn bits(&self, text: &str) -> Result<Bits, String> {
        let bit = |name: &str| {
            let found = self.0.iter().find(|(known, _)| *known == name.trim());
            found.map(|(_, bit)| *bit).ok_or_else(|| {
                let known: Vec<&str> = self.0.iter().map(|(known, _)| *known).collect();
                format!(
                    "`{name}` is no permission: there are {}, separated by commas",
                    known.join(", ")
                )
            })
        };
        text.split(',').map(bit).try_fold(Bits::default(), |bits, bit| Ok(bits | bit?))
    }

    /// The names of these bits.
    #[must_use]
    pub fn shown(&self, bits: Bits) -> String {
        let names = self.0.iter().filter(|(_, bit)| bits & *bit != Bits::default());
        names.map(|(name, _)| *name).collect::<Vec<_>>().join(",")
    }
}

/// The permissions of a member of staff, on the command line.
///
/// # Errors
/// As [`Names::bits`].
pub fn of_staff(text: &str) -> Result<u32, String> {
    STAFF.bits(text)
}

/// The permissions of a registrar, on the command line.
///
/// # Errors
/// As [`Names::bits`].
pub fn of_registrar(text: &str) -> Result<u8, String> {
    REGISTRAR.bits(text)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn permissions_are_read_and_written_by_name() {
        assert_eq!(
            STAFF.shown(of_staff("halt, corporate-actions").unwrap()),
            "halt,corporate-actions"
        );
        assert_eq!(STAFF.shown(issuer::PERMISSIONS_ALL).split(',').count(), STAFF.0.len());
        assert_eq!(of_registrar("onboard,suspend,venues"), Ok(7));
        for text in ["", "onboard,", "rule", "Onboard"] {
            of_registrar(text).unwrap_err();
            of_staff(text).unwrap_err();
        }
    }
}
