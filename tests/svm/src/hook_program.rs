//! Instructions of the transfer-hook program.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use anchor_lang::{InstructionData, ToAccountMetas};
use scrip_transfer_hook::{
    CreatePolicyArgs, GrantRegistrarArgs, HaltArgs, ID, OnboardHolderArgs, SetHolderStatusArgs,
    UpdateHolderArgs, accounts, instruction,
};

use crate::addresses::{self, SYSTEM};
use crate::cast::{Register, cast};

fn build(accounts: impl ToAccountMetas, data: impl InstructionData) -> Instruction {
    Instruction { program_id: ID, accounts: accounts.to_account_metas(None), data: data.data() }
}

/// With which the program signs its events.
pub fn event_authority() -> Pubkey {
    addresses::event_authority(&ID)
}

/// `create_registry`
pub fn create_registry(creator: Pubkey, index: u16) -> Instruction {
    let accounts = accounts::CreateRegistry {
        creator,
        payer: cast().payer,
        registry: addresses::registry(&creator, index),
        system_program: SYSTEM,
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::CreateRegistry { index })
}

/// `grant_registrar`
pub fn grant_registrar(register: &Register, args: GrantRegistrarArgs) -> Instruction {
    let accounts = accounts::GrantRegistrar {
        authority: register.authority,
        payer: cast().payer,
        registry: register.address,
        registrar: addresses::registrar(&register.address, &args.officer),
        system_program: SYSTEM,
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::GrantRegistrar { args })
}

/// `revoke_registrar`
pub fn revoke_registrar(register: &Register, officer: &Pubkey) -> Instruction {
    let accounts = accounts::RevokeRegistrar {
        authority: register.authority,
        rent_receiver: cast().payer,
        registry: register.address,
        registrar: addresses::registrar(&register.address, officer),
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::RevokeRegistrar {})
}

/// `onboard_holder`, by the register's officer
pub fn onboard_holder(register: &Register, args: OnboardHolderArgs) -> Instruction {
    let accounts = accounts::OnboardHolder {
        officer: register.officer,
        payer: cast().payer,
        registry: register.address,
        registrar: register.registrar,
        holder: register.holder(&args.wallet),
        system_program: SYSTEM,
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::OnboardHolder { args })
}

/// `update_holder`, by the register's officer
pub fn update_holder(register: &Register, wallet: &Pubkey, args: UpdateHolderArgs) -> Instruction {
    let accounts = accounts::UpdateHolder {
        officer: register.officer,
        registry: register.address,
        registrar: register.registrar,
        holder: register.holder(wallet),
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::UpdateHolder { args })
}

/// `set_holder_status`, by the register's officer, with the case reference of 32 sevens
pub fn set_holder_status(register: &Register, wallet: &Pubkey, status: u8) -> Instruction {
    let accounts = accounts::SetHolderStatus {
        officer: register.officer,
        registry: register.address,
        registrar: register.registrar,
        holder: register.holder(wallet),
        event_authority: event_authority(),
        program: ID,
    };
    let args = SetHolderStatusArgs { status, case_reference: [7; 32] };
    build(accounts, instruction::SetHolderStatus { args })
}

/// `create_policy`, for a mint whose authority is a key
pub fn create_policy(
    mint: &Pubkey,
    authority: Pubkey,
    registry: Pubkey,
    args: CreatePolicyArgs,
) -> Instruction {
    let accounts = accounts::CreatePolicy {
        authority,
        payer: cast().payer,
        mint: *mint,
        registry,
        policy: addresses::policy(mint),
        extra_account_metas: addresses::extra_account_metas(mint),
        system_program: SYSTEM,
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::CreatePolicy { args })
}

/// `halt` of the hooked mint
pub fn halt(reason: u8, until: i64) -> Instruction {
    let accounts = accounts::Halt {
        authority: cast().hooked_mint_authority,
        policy: addresses::policy(&cast().hooked_mint),
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::Halt { args: HaltArgs { reason, until } })
}

/// `resume` of the hooked mint
pub fn resume() -> Instruction {
    let accounts = accounts::Resume {
        authority: cast().hooked_mint_authority,
        policy: addresses::policy(&cast().hooked_mint),
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::Resume {})
}
