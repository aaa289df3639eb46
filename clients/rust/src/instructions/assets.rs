//! Shares: created, described, wound down, closed.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use anchor_lang::system_program;
use scrip_issuer::{CreateAssetArgs, MetadataChange, accounts, instruction};

use super::{hook_events, issuer_events, of_issuer};
use crate::{ShareAddresses, addresses};

/// `create_asset`. The key of the mint signs as well.
#[must_use]
pub fn create_asset(
    admin: Pubkey,
    payer: Pubkey,
    share: &ShareAddresses,
    args: CreateAssetArgs,
) -> Instruction {
    let accounts = accounts::CreateAsset {
        admin,
        payer,
        issuer: share.issuer,
        registry: share.registry,
        mint: share.mint,
        asset: share.asset,
        policy: share.policy,
        extra_account_metas: addresses::extra_account_metas(&share.mint),
        hook_event_authority: hook_events(),
        hook_program: scrip_transfer_hook::ID,
        token_program: addresses::TOKEN_2022,
        system_program: system_program::ID,
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    of_issuer(accounts, instruction::CreateAsset { args })
}

/// `update_metadata`
#[must_use]
pub fn update_metadata(
    actor: Pubkey,
    payer: Pubkey,
    share: &ShareAddresses,
    change: MetadataChange,
    reference: [u8; 32],
) -> Instruction {
    let accounts = accounts::UpdateMetadata {
        actor,
        payer,
        role: share.role(&actor),
        asset: share.asset,
        mint: share.mint,
        token_program: addresses::TOKEN_2022,
        system_program: system_program::ID,
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    of_issuer(accounts, instruction::UpdateMetadata { change, reference })
}

/// `wind_down`: nothing is issued any more, for ever.
#[must_use]
pub fn wind_down(admin: Pubkey, share: &ShareAddresses, reference: [u8; 32]) -> Instruction {
    of_issuer(change_status(admin, share), instruction::WindDown { reference })
}

/// `close_asset`: the mint authority is given up, for ever.
#[must_use]
pub fn close_asset(admin: Pubkey, share: &ShareAddresses, reference: [u8; 32]) -> Instruction {
    of_issuer(change_status(admin, share), instruction::CloseAsset { reference })
}

fn change_status(admin: Pubkey, share: &ShareAddresses) -> accounts::ChangeStatus {
    accounts::ChangeStatus {
        admin,
        issuer: share.issuer,
        asset: share.asset,
        mint: share.mint,
        token_program: addresses::TOKEN_2022,
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    }
}
