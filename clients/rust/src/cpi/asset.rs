//! The asset of a share, read by a program that was handed the account.

use anchor_lang::prelude::*;
use scrip_issuer::seeds;
use scrip_issuer::state::{ASSET_VERSION, Asset};
use scrip_rules::multiplier::Multiplier;

use super::CpiError;

/// Reads the asset of the share with this mint: multipliers, ISIN, status. Believed because of its owner, its type
/// and its address, so that a venue may take the account from anybody.
///
/// ```no_run
/// use anchor_lang::prelude::*;
/// use scrip_client::cpi::{Multiplier, Rounding, multiplier_in_force, read_asset};
///
/// /// Base units of shares that a venue's raw units stand for at this second.
/// fn shares(asset: &AccountInfo<'_>, mint: &Pubkey, raw: u64) -> Result<u128> {
///     let multiplier: Multiplier = multiplier_in_force(&read_asset(asset, mint)?)?;
///     let shares = multiplier.raw_to_shares(raw, Rounding::Down);
///     shares.map_err(|_| ProgramError::ArithmeticOverflow.into())
/// }
/// ```
///
/// # Errors
/// [`CpiError::NotAnAsset`] if it is none, [`CpiError::OtherAsset`] if it is another mint's.
pub fn read_asset(account: &AccountInfo<'_>, mint: &Pubkey) -> Result<Asset> {
    require_keys_eq!(*account.owner, scrip_issuer::ID, CpiError::NotAnAsset);
    let data = account.try_borrow_data()?;
    let asset = Asset::try_deserialize(&mut &**data).map_err(|_| CpiError::NotAnAsset)?;
    require!(asset.version == ASSET_VERSION, CpiError::NotAnAsset);
    require_keys_eq!(asset.mint, *mint, CpiError::OtherAsset);
    let seeds = [seeds::ASSET, mint.as_ref(), &[asset.bump]];
    let address = Pubkey::create_program_address(&seeds, &scrip_issuer::ID);
    require!(address == Ok(*account.key), CpiError::NotAnAsset);
    Ok(asset)
}

/// The multiplier in force at this second, by the chain's clock: shares for each raw unit, 18 decimals.
///
/// # Errors
/// An error of the issuer program if the account holds no multiplier, which it never writes.
pub fn multiplier_in_force(asset: &Asset) -> Result<Multiplier> {
    Ok(asset.track()?.at(Clock::get()?.unix_timestamp))
}
