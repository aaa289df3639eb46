//! The escrows of an asset, by RPC: from the accounts of the issuer program that they belong to.

use anchor_lang::prelude::Pubkey;
use anyhow::Result;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::json;

use super::super::escrow::{Escrow, KINDS};
use super::Rpc;
use super::wire::Keyed;

/// Reads all escrows of `asset`.
pub fn read(rpc: &Rpc, asset: &Pubkey) -> Result<Vec<Escrow>> {
    let mut escrows = Vec::new();
    for kind in KINDS {
        let discriminator = BASE64_STANDARD.encode(kind.discriminator);
        let accounts: Vec<Keyed> = rpc.call(
            "getProgramAccounts",
            &json!([scrip_issuer::ID.to_string(), {
                "commitment": rpc.commitment,
                "encoding": "base64",
                "filters": [
                    { "memcmp": { "offset": 0, "bytes": discriminator, "encoding": "base64" } },
                    { "memcmp": { "offset": kind.asset_offset, "bytes": asset.to_string() } },
                ],
            }]),
        )?;
        for Keyed { address, data } in accounts {
            escrows.push((kind.decode)(&address, &data)?);
        }
    }
    Ok(escrows)
}
