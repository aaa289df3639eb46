//! An account is read only in the version whose layout this program knows.

use anchor_lang::prelude::*;

use crate::error::IssuerError;

/// Where the version lies in the data of every account of this program: after the discriminator.
pub const VERSION_OFFSET: usize = 8;

/// Makes every instruction refuse an account of this type with another version than this one, by name, before
/// a byte behind the version is interpreted.
///
/// Anchor's `AccountDeserialize::try_deserialize` compares the discriminator and then calls
/// `Self::try_deserialize_unchecked`, of which an inherent function takes precedence over the trait's. An account
/// that is being created has no version yet: for it Anchor calls the trait's function itself. Should a release of
/// Anchor call something else, the compiler reports the function below as unused.
macro_rules! reads_one_version {
    ($account:ident, $version:expr) => {
        impl $account {
            fn try_deserialize_unchecked(data: &mut &[u8]) -> Result<Self> {
                super::version::require_version(data, stringify!($account), $version)?;
                <Self as AccountDeserialize>::try_deserialize_unchecked(data)
            }
        }
    };
}

/// Fails unless the account's data say that they are of this version.
#[inline(always)]
pub(crate) fn require_version(data: &[u8], name: &str, version: u8) -> Result<()> {
    match data.get(VERSION_OFFSET) {
        Some(seen) if *seen == version => Ok(()),
        seen => Err(another_version(name, seen.copied(), version)),
    }
}

#[cold]
#[inline(never)]
pub(crate) fn another_version(name: &str, seen: Option<u8>, version: u8) -> Error {
    match seen {
        Some(seen) => msg!("{} of version {}, this program reads version {}", name, seen, version),
        None => msg!("{} without a version, this program reads version {}", name, version),
    }
    error!(IssuerError::AccountVersion)
}
