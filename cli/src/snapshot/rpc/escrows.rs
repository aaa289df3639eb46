//! The escrows of an asset, by RPC: from the accounts of the issuer program that they belong to.

use anchor_lang::prelude::Pubkey;
use anyhow::Result;

use super::super::escrow::{Escrow, KINDS};
use super::wire::Keyed;
use super::{Rpc, program_accounts};

/// Reads all escrows of `asset`.
pub fn read(rpc: &Rpc, asset: &Pubkey) -> Result<Vec<Escrow>> {
    let mut escrows = Vec::new();
    for kind in KINDS {
        let accounts = program_accounts::read(rpc, kind.discriminator, kind.asset_offset, asset)?;
        for Keyed { address, data } in accounts {
            escrows.push((kind.decode)(&address, &data)?);
        }
    }
    Ok(escrows)
}
