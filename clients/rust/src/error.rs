//! What is wrong with accounts that do not fit together. Each message says what to do.

use core::error::Error;
use core::fmt;

use anchor_lang::prelude::Pubkey;

/// Why a calendar or a history cannot be made of the accounts given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CalendarError {
    /// The bytes are not a corporate action of a version that is known here.
    NotAnAction {
        /// The account.
        address: Pubkey,
    },
    /// The action belongs to another asset.
    OtherAsset {
        /// The account.
        address: Pubkey,
        /// The asset that it names.
        asset: Pubkey,
    },
    /// The account lies at an address that is not the one of its action.
    WrongAddress {
        /// The account.
        address: Pubkey,
        /// The sequence that it claims.
        sequence: u32,
    },
    /// An action is missing, or there twice.
    Gap {
        /// The sequence that should have been next.
        expected: u32,
    },
    /// The number of actions is not the one in the asset's account.
    Count {
        /// Actions given.
        seen: u32,
        /// Actions that the asset has.
        expected: u32,
    },
    /// A change does not begin with the multiplier that the last one ended with, or the last one is not what the
    /// asset says, or a multiplier is out of range.
    Broken,
}

impl fmt::Display for CalendarError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const AGAIN: &str = "fetch the asset and its actions again, at one slot";
        match self {
            Self::NotAnAction { address } => write!(
                f,
                "account {address} is not a corporate action that this version reads: use the filters of `filters`, or a later version"
            ),
            Self::OtherAsset { address, asset } => write!(
                f,
                "corporate action {address} belongs to asset {asset}: fetch with the filters of one asset"
            ),
            Self::WrongAddress { address, sequence } => write!(
                f,
                "account {address} claims to be action {sequence} but does not lie at its address: ask another server"
            ),
            Self::Gap { expected } => {
                write!(f, "action {expected} is missing, or another is there twice: {AGAIN}")
            }
            Self::Count { seen, expected } => {
                write!(f, "{seen} actions for an asset that has {expected}: {AGAIN}")
            }
            Self::Broken => {
                write!(f, "the multipliers of the actions do not follow each other: {AGAIN}")
            }
        }
    }
}

impl Error for CalendarError {}
