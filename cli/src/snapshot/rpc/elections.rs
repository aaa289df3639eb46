//! What holders have chosen of a dividend, by RPC.

use std::collections::HashMap;

use anchor_lang::prelude::Pubkey;
use anchor_lang::{AccountDeserialize, Discriminator};
use anyhow::{Result, anyhow, bail};
use scrip_issuer::state::HolderElection;
use scrip_rules::corporate_action::Election;

use super::super::election::{Choice, Elections};
use super::wire::Keyed;
use super::{Rpc, program_accounts};

/// Where an election names its action: after the discriminator, the version, the bump and the choice.
const ACTION_OFFSET: usize = 11;

/// Reads all elections that were made for `action`.
pub fn read(rpc: &Rpc, action: &Pubkey, default: Choice) -> Result<Elections> {
    let discriminator = HolderElection::DISCRIMINATOR;
    let mut made = HashMap::new();
    for Keyed { address, data } in
        program_accounts::read(rpc, discriminator, ACTION_OFFSET, action)?
    {
        let election = HolderElection::try_deserialize(&mut data.as_slice())
            .map_err(|error| anyhow!("account {address} is no election: {error}"))?;
        let choice = match Election::from_byte(election.choice) {
            Some(Election::Cash) => Choice::Cash,
            Some(Election::Reinvest) => Choice::Reinvest,
            None => bail!("election {address} has choice {}, not 1 or 2", election.choice),
        };
        made.insert(election.owner, choice);
    }
    Ok(Elections { made, default })
}
