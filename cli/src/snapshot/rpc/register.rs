//! All token accounts of a mint, by RPC.

use anchor_lang::prelude::{Pubkey, pubkey};
use anyhow::{Context, Result, bail};
use scrip_issuer::state::ASSET_DECIMALS;
use serde::Deserialize;
use serde_json::json;

use super::super::holdings::{Moment, Register, TokenAccount};
use super::Rpc;
use super::wire::{AtSlot, Keyed, TokenAmount};

const TOKEN_2022: Pubkey = pubkey!("TokenzQdBNbLqP5VEhdkAS6EPFLC1PHnBqCXEpPxuEb");

/// In a token account: the mint is at 0, and owner and amount follow it.
const OWNER_AND_AMOUNT: (u32, u32) = (32, 40);

/// A token account as it comes in: at once as small as it is kept.
#[derive(Deserialize)]
#[serde(try_from = "Keyed")]
struct Row(TokenAccount);

impl TryFrom<Keyed> for Row {
    type Error = String;

    fn try_from(Keyed { address, data }: Keyed) -> Result<Self, String> {
        let split = data.split_first_chunk::<32>();
        let parts = split.and_then(|(owner, amount)| Some((owner, amount.try_into().ok()?)));
        let Some((owner, amount)) = parts else {
            let (_, length) = OWNER_AND_AMOUNT;
            return Err(format!(
                "{address} has {} bytes of owner and amount, and {length} were asked for",
                data.len()
            ));
        };
        Ok(Self(TokenAccount {
            address,
            owner: Pubkey::new_from_array(*owner),
            raw: u64::from_le_bytes(amount),
        }))
    }
}

/// Reads all token accounts of `mint`, and then its supply. A supply that has moved in between shows when
/// the two are reconciled.
pub fn read(rpc: &Rpc, mint: &Pubkey) -> Result<Register> {
    let commitment = rpc.commitment;
    let (offset, length) = OWNER_AND_AMOUNT;
    let accounts: AtSlot<Vec<Row>> = rpc.call(
        "getProgramAccounts",
        &json!([TOKEN_2022.to_string(), {
            "commitment": commitment,
            "encoding": "base64",
            "withContext": true,
            "dataSlice": { "offset": offset, "length": length },
            "filters": [{ "memcmp": { "offset": 0, "bytes": mint.to_string() } }],
        }]),
    )?;
    let supply: AtSlot<TokenAmount> =
        rpc.call("getTokenSupply", &json!([mint.to_string(), { "commitment": commitment }]))?;
    let TokenAmount { amount, decimals } = supply.value;
    if decimals != ASSET_DECIMALS {
        bail!("mint {mint} has {decimals} decimals, and shares on Scrip have {ASSET_DECIMALS}");
    }
    let slot = accounts.context.slot;
    // For people to read: nothing is computed from it, and nodes forget it.
    let block_time = rpc.call("getBlockTime", &json!([slot])).ok();
    Ok(Register {
        accounts: accounts.value.into_iter().map(|Row(account)| account).collect(),
        supply: amount.parse().with_context(|| format!("the supply \"{amount}\" is no amount"))?,
        taken_at: Some(Moment { slot, block_time }),
    })
}
