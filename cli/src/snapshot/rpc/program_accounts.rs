//! Accounts of the issuer program, by RPC: of one type, about one address.

use anchor_lang::prelude::Pubkey;
use anyhow::Result;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::json;

use super::Rpc;
use super::wire::Keyed;

/// Reads the accounts that begin with `discriminator` and have `about` at `offset`.
pub fn read(rpc: &Rpc, discriminator: &[u8], offset: usize, about: &Pubkey) -> Result<Vec<Keyed>> {
    let discriminator = BASE64_STANDARD.encode(discriminator);
    rpc.call(
        "getProgramAccounts",
        &json!([scrip_issuer::ID.to_string(), {
            "commitment": rpc.commitment,
            "encoding": "base64",
            "filters": [
                { "memcmp": { "offset": 0, "bytes": discriminator, "encoding": "base64" } },
                { "memcmp": { "offset": offset, "bytes": about.to_string() } },
            ],
        }]),
    )
}
