//! Accounts that an earlier version of this program wrote, in today's layout.
//!
//! Each conversion is a pure function of the old account: it takes over every value that has a place, and gives
//! what is new the value that allows least. Nothing is guessed and nobody decides anything, which is why anybody
//! may have an account converted.
//!
//! - [`asset_v1`], [`corporate_action_v1`]: the old layouts, and what becomes of them
//! - [`current`]: which conversion an account needs

mod asset_v1;
mod corporate_action_v1;

pub use asset_v1::AssetV1;
pub use corporate_action_v1::CorporateActionV1;

use anchor_lang::prelude::*;

use crate::error::IssuerError;
use crate::state::version::{VERSION_OFFSET, another_version};
use crate::state::{ASSET_VERSION, Asset, CORPORATE_ACTION_VERSION, CorporateAction};

/// An account in the current layout.
pub struct Current {
    /// The version that it had.
    pub from: u8,
    /// The version that it has.
    pub to: u8,
    /// Its data, as long as the account has to be.
    pub data: Vec<u8>,
}

/// The account in the current layout, from its data in an earlier one.
pub fn current(data: &[u8]) -> Result<Current> {
    if data.starts_with(Asset::DISCRIMINATOR) {
        let from = earlier(data, "Asset", ASSET_VERSION)?;
        let asset = Asset::from(read::<AssetV1>(data)?);
        asset.invariant()?;
        return written(from, ASSET_VERSION, &asset, Asset::INIT_SPACE);
    }
    if data.starts_with(CorporateAction::DISCRIMINATOR) {
        let from = earlier(data, "CorporateAction", CORPORATE_ACTION_VERSION)?;
        let action = CorporateAction::try_from(read::<CorporateActionV1>(data)?)?;
        action.invariant()?;
        return written(from, CORPORATE_ACTION_VERSION, &action, CorporateAction::INIT_SPACE);
    }
    err!(IssuerError::NeverMigrated)
}

/// Fails unless the account has version 1, which is the only earlier one.
fn earlier(data: &[u8], name: &str, version: u8) -> Result<u8> {
    match data.get(VERSION_OFFSET).copied() {
        Some(1) => Ok(1),
        Some(seen) if seen == version => err!(IssuerError::AccountCurrent),
        seen => Err(another_version(name, seen, version)),
    }
}

/// Reads all of it: an account of another length is no account of that version.
fn read<T: AnchorDeserialize>(data: &[u8]) -> Result<T> {
    let fields = data.get(VERSION_OFFSET..).unwrap_or_default();
    T::try_from_slice(fields).map_err(|_| error!(ErrorCode::AccountDidNotDeserialize))
}

fn written<T: AccountSerialize>(from: u8, to: u8, account: &T, space: usize) -> Result<Current> {
    let mut data = Vec::new();
    account.try_serialize(&mut data)?;
    // An account is as long as its longest content, whatever it holds.
    data.resize(VERSION_OFFSET.saturating_add(space), 0);
    Ok(Current { from, to, data })
}

#[cfg(test)]
mod tests;
