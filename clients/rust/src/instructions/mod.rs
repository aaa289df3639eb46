//! Instructions with their accounts filled in. Nothing here asks a node.
//!
//! - [`company`]: the issuer, its staff and its registrars
//! - [`register`]: holders and venues on the register
//! - [`assets`]: shares: created, described, wound down, closed
//! - [`issuance`]: new shares: minted, proposed; [`subscription`]: sold against a payment in escrow
//! - [`redemption`]: shares back: escrowed, settled, rejected, reclaimed, burned
//! - [`reserves`]: what custodians attest, and how supply stands against it
//! - [`desk`]: trading halts, pauses and blackouts
//! - [`settings`]: settings of an issuer and its shares, and their queue
//! - [`actions`]: corporate actions, from announcement to settlement
//! - [`payouts`]: what corporate actions pay: opened, funded, claimed, exchanged, tendered

pub mod actions;
pub mod assets;
pub mod company;
pub mod desk;
pub mod issuance;
pub mod payouts;
pub mod redemption;
pub mod register;
pub mod reserves;
pub mod settings;
pub mod subscription;

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use anchor_lang::{InstructionData, ToAccountMetas};
use scrip_issuer::accounts::Hooked;

use crate::{ShareAddresses, addresses};

/// An instruction of the issuer program.
pub(crate) fn of_issuer(accounts: impl ToAccountMetas, data: impl InstructionData) -> Instruction {
    of(scrip_issuer::ID, accounts, data)
}

/// An instruction of the transfer-hook program.
pub(crate) fn of_hook(accounts: impl ToAccountMetas, data: impl InstructionData) -> Instruction {
    of(scrip_transfer_hook::ID, accounts, data)
}

fn of(
    program_id: Pubkey,
    accounts: impl ToAccountMetas,
    data: impl InstructionData,
) -> Instruction {
    Instruction { program_id, accounts: accounts.to_account_metas(None), data: data.data() }
}

/// With which the issuer program signs its events.
pub(crate) fn issuer_events() -> Pubkey {
    addresses::event_authority(&scrip_issuer::ID)
}

/// With which the transfer-hook program signs its events.
pub(crate) fn hook_events() -> Pubkey {
    addresses::event_authority(&scrip_transfer_hook::ID)
}

/// What Token-2022 hands to the transfer hook. The asset needs no record, only the address where it would be.
pub(crate) fn hooked(share: &ShareAddresses, owner: &Pubkey) -> Hooked {
    Hooked {
        extra_account_metas: addresses::extra_account_metas(&share.mint),
        policy: share.policy,
        holder: share.record(owner),
        asset_holder: share.record(&share.asset),
        hook_program: scrip_transfer_hook::ID,
        token_program: addresses::TOKEN_2022,
    }
}
