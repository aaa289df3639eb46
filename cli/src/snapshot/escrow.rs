//! Shares in an escrow of the issuer program belong to whoever put them there.
//!
//! The owner of such a token account is the asset's address, which is entitled to nothing. Whoever is comes
//! from the account that the escrow belongs to ([`KINDS`], read by RPC), or from a file
//! `token_account,owner`. Shares of the asset itself that no escrow explains stop the snapshot.

use std::collections::HashMap;
use std::path::Path;

use anchor_lang::prelude::Pubkey;
use anchor_lang::{AccountDeserialize, Discriminator};
use anyhow::{Context, Result, anyhow, bail};
use scrip_issuer::seeds;
use scrip_issuer::state::{Redemption, Tender};

use super::holdings::{Holding, TokenAccount};
use super::table;

/// The columns.
pub const HEADER: [&str; 2] = ["token_account", "owner"];

/// An escrow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Escrow {
    /// Its token account.
    pub token_account: Pubkey,
    /// Who put the shares there.
    pub owner: Pubkey,
}

/// A kind of account of the issuer program that shares lie in escrow for.
pub struct Kind {
    /// How people call it.
    pub name: &'static str,
    /// The first bytes of such an account.
    pub discriminator: &'static [u8],
    /// Where in it the asset's address is.
    pub asset_offset: usize,
    /// The escrow of such an account, by its address and data.
    pub decode: fn(&Pubkey, &[u8]) -> Result<Escrow>,
}

/// Every kind there is.
pub const KINDS: &[Kind] = &[
    Kind {
        name: "redemption",
        discriminator: Redemption::DISCRIMINATOR,
        // After the discriminator, the version and the bump.
        asset_offset: 10,
        decode: redemption,
    },
    Kind {
        name: "tender",
        discriminator: Tender::DISCRIMINATOR,
        // After the discriminator, the version, the bump and the escrow's bump.
        asset_offset: 11,
        decode: tender,
    },
];

fn redemption(address: &Pubkey, mut data: &[u8]) -> Result<Escrow> {
    let redemption = Redemption::try_deserialize(&mut data)
        .map_err(|error| anyhow!("account {address} is no redemption: {error}"))?;
    escrow_of(address, redemption.escrow_bump, redemption.owner)
}

fn tender(address: &Pubkey, mut data: &[u8]) -> Result<Escrow> {
    let tender = Tender::try_deserialize(&mut data)
        .map_err(|error| anyhow!("account {address} is no tender: {error}"))?;
    escrow_of(address, tender.escrow_bump, tender.owner)
}

fn escrow_of(address: &Pubkey, bump: u8, owner: Pubkey) -> Result<Escrow> {
    let seeds = [seeds::ESCROW, address.as_ref(), &[bump]];
    let token_account = Pubkey::create_program_address(&seeds, &scrip_issuer::ID)
        .map_err(|error| anyhow!("account {address} has no escrow: {error}"))?;
    Ok(Escrow { token_account, owner })
}

/// The address of the asset that `mint` belongs to.
pub fn asset_of(mint: &Pubkey) -> Pubkey {
    Pubkey::find_program_address(&[seeds::ASSET, mint.as_ref()], &scrip_issuer::ID).0
}

/// Reads escrows from a file.
pub fn read(path: &Path) -> Result<Vec<Escrow>> {
    let mut escrows = Vec::new();
    table::read(path, &HEADER, |row| {
        escrows.push(Escrow { token_account: row.address(0)?, owner: row.address(1)? });
        Ok(())
    })?;
    Ok(escrows)
}

/// What each token account holds and for whom, where those of `asset` are its escrows.
pub fn resolve(
    accounts: &[TokenAccount],
    escrows: &[Escrow],
    asset: &Pubkey,
) -> Result<Vec<Holding>> {
    let mut owners = HashMap::new();
    for escrow in escrows {
        if escrow.owner == *asset {
            bail!("escrow {} is said to belong to the asset {asset} itself", escrow.token_account);
        }
        if let Some(other) = owners.insert(escrow.token_account, escrow.owner) {
            bail!(
                "escrow {} is listed twice, for {other} and {}: list each once",
                escrow.token_account,
                escrow.owner
            );
        }
    }
    let resolve = |account: &TokenAccount| {
        let in_escrow = owners.get(&account.address);
        let owner = if account.owner == *asset {
            in_escrow.with_context(|| {
                format!(
                    "{} raw units lie in token account {} of the asset {asset} itself, and no escrow says whose they are: list it in a file for --escrows",
                    account.raw, account.address
                )
            })?
        } else if in_escrow.is_some() {
            bail!(
                "token account {} is listed as an escrow, but belongs to {} and not to the asset {asset}",
                account.address,
                account.owner
            );
        } else {
            &account.owner
        };
        Ok(Holding { owner: *owner, raw: account.raw })
    };
    accounts.iter().filter(|account| account.raw > 0).map(resolve).collect()
}
