//! The issuer, its staff, and the register with its registrars.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use anchor_lang::system_program;
use scrip_issuer::{GrantRoleArgs, accounts, instruction};
use scrip_transfer_hook::{
    GrantRegistrarArgs, accounts as hook_accounts, instruction as hook_instruction,
};

use super::{hook_events, issuer_events, of_hook, of_issuer};
use crate::addresses;

/// `create_registry`. The creator becomes its authority.
#[must_use]
pub fn create_registry(creator: Pubkey, payer: Pubkey, index: u16) -> Instruction {
    let accounts = hook_accounts::CreateRegistry {
        creator,
        payer,
        registry: addresses::registry(&creator, index),
        system_program: system_program::ID,
        event_authority: hook_events(),
        program: scrip_transfer_hook::ID,
    };
    of_hook(accounts, hook_instruction::CreateRegistry { index })
}

/// `create_issuer`. The creator becomes its admin.
#[must_use]
pub fn create_issuer(creator: Pubkey, payer: Pubkey, index: u16, registry: Pubkey) -> Instruction {
    let accounts = accounts::CreateIssuer {
        creator,
        payer,
        registry,
        issuer: addresses::issuer(&creator, index),
        system_program: system_program::ID,
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    of_issuer(accounts, instruction::CreateIssuer { index })
}

/// `grant_role`. `args.expires_at` in unix seconds, 0 for never.
#[must_use]
pub fn grant_role(
    admin: Pubkey,
    payer: Pubkey,
    issuer: Pubkey,
    args: GrantRoleArgs,
) -> Instruction {
    let accounts = accounts::GrantRole {
        admin,
        payer,
        issuer,
        role: addresses::role(&issuer, &args.member),
        system_program: system_program::ID,
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    of_issuer(accounts, instruction::GrantRole { args })
}

/// `revoke_role`. The rent goes to `rent_receiver`.
#[must_use]
pub fn revoke_role(
    admin: Pubkey,
    rent_receiver: Pubkey,
    issuer: Pubkey,
    member: &Pubkey,
) -> Instruction {
    let accounts = accounts::RevokeRole {
        admin,
        rent_receiver,
        issuer,
        role: addresses::role(&issuer, member),
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    of_issuer(accounts, instruction::RevokeRole {})
}

/// `grant_registrar`. `args.expires_at` in unix seconds.
#[must_use]
pub fn grant_registrar(
    authority: Pubkey,
    payer: Pubkey,
    registry: Pubkey,
    args: GrantRegistrarArgs,
) -> Instruction {
    let accounts = hook_accounts::GrantRegistrar {
        authority,
        payer,
        registry,
        registrar: addresses::registrar(&registry, &args.officer),
        system_program: system_program::ID,
        event_authority: hook_events(),
        program: scrip_transfer_hook::ID,
    };
    of_hook(accounts, hook_instruction::GrantRegistrar { args })
}
