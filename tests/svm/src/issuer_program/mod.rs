//! Instructions of the issuer program, each signed by the member of staff whose duty it is.
//!
//! - `settings`: settings and their queue, and the accounts that settings are about
//! - `issuance`: mints and proposed mints; `reserves`: what stands behind them
//! - `subscriptions`, `redemptions`: shares against payment, and back
//! - `actions`: corporate actions; `payouts`: what they pay
//! - here: issuers, roles, assets, halts, pauses

mod actions;
mod issuance;
mod payouts;
mod redemptions;
mod reserves;
mod settings;
mod subscriptions;

pub use actions::*;
pub use issuance::*;
pub use payouts::*;
pub use redemptions::*;
pub use reserves::*;
pub use settings::*;
pub use subscriptions::*;

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use anchor_lang::{InstructionData, ToAccountMetas};
use scrip_issuer::{
    CreateAssetArgs, GrantRoleArgs, HaltTradingArgs, ID, MetadataChange, RedeemSharesArgs,
    accounts, instruction,
};

use scrip_transfer_hook::BlackoutArgs;

use crate::addresses::{self, SYSTEM};
use crate::cast::{Company, Duty, Share, cast};
use crate::{hook_program, idl, token_2022};

/// Case reference of every instruction that takes one.
pub const REFERENCE: [u8; 32] = [8; 32];

fn build(accounts: impl ToAccountMetas, data: impl InstructionData) -> Instruction {
    Instruction { program_id: ID, accounts: accounts.to_account_metas(None), data: data.data() }
}

/// The instruction with this name, with other accounts in the places that have these names. A key that was
/// to sign is still to sign.
pub fn with<const N: usize>(
    name: &str,
    mut instruction: Instruction,
    others: [(&str, Pubkey); N],
) -> Instruction {
    for (account, key) in others {
        let place = idl::place_of("scrip_issuer", name, account);
        let place = place.unwrap_or_else(|| panic!("{name} takes no {account}"));
        instruction.accounts[place].pubkey = key;
    }
    instruction
}

/// With which the program signs its events.
pub fn event_authority() -> Pubkey {
    addresses::event_authority(&ID)
}

/// `create_issuer`
pub fn create_issuer(creator: Pubkey, index: u16, registry: Pubkey) -> Instruction {
    let accounts = accounts::CreateIssuer {
        creator,
        payer: cast().payer,
        registry,
        issuer: addresses::issuer(&creator, index),
        system_program: SYSTEM,
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::CreateIssuer { index })
}

fn change_issuer(company: &Company, signer: Pubkey) -> accounts::ChangeIssuer {
    accounts::ChangeIssuer {
        signer,
        issuer: company.address,
        event_authority: event_authority(),
        program: ID,
    }
}

/// `accept_admin`
pub fn accept_admin(company: &Company, signer: Pubkey) -> Instruction {
    build(change_issuer(company, signer), instruction::AcceptAdmin {})
}

/// `grant_role`, for ever
pub fn grant_role(company: &Company, member: Pubkey, permissions: u32) -> Instruction {
    grant_role_until(company, member, permissions, 0)
}

/// `grant_role`, until a time
pub fn grant_role_until(
    company: &Company,
    member: Pubkey,
    permissions: u32,
    expires_at: i64,
) -> Instruction {
    let accounts = accounts::GrantRole {
        admin: company.admin,
        payer: cast().payer,
        issuer: company.address,
        role: addresses::role(&company.address, &member),
        system_program: SYSTEM,
        event_authority: event_authority(),
        program: ID,
    };
    let args = GrantRoleArgs { member, permissions, expires_at };
    build(accounts, instruction::GrantRole { args })
}

/// `revoke_role`
pub fn revoke_role(company: &Company, member: &Pubkey) -> Instruction {
    let accounts = accounts::RevokeRole {
        admin: company.admin,
        rent_receiver: cast().payer,
        issuer: company.address,
        role: addresses::role(&company.address, member),
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::RevokeRole {})
}

/// `create_asset`
pub fn create_asset(share: &Share, args: CreateAssetArgs) -> Instruction {
    let accounts = accounts::CreateAsset {
        admin: share.company.admin,
        payer: cast().payer,
        issuer: share.company.address,
        registry: share.company.register.address,
        mint: share.mint,
        asset: share.asset,
        policy: share.policy,
        extra_account_metas: share.metas,
        hook_event_authority: hook_program::event_authority(),
        hook_program: scrip_transfer_hook::ID,
        token_program: token_2022::ID,
        system_program: SYSTEM,
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::CreateAsset { args })
}

/// `redeem_shares` from a wallet's token account
pub fn redeem_shares(share: &Share, wallet: &Pubkey, amount: u64) -> Instruction {
    let accounts = accounts::RedeemShares {
        actor: share.company.member(Duty::Redeem),
        owner: *wallet,
        role: share.company.role(Duty::Redeem),
        asset: share.asset,
        mint: share.mint,
        policy: share.policy,
        holder: share.holder(wallet),
        source: token_2022::account_of(wallet, &share.mint),
        token_program: token_2022::ID,
        event_authority: event_authority(),
        program: ID,
    };
    let args = RedeemSharesArgs { amount, payment_reference: [9; 32] };
    build(accounts, instruction::RedeemShares { args })
}

fn policy_by_role(share: &Share, duty: Duty) -> accounts::PolicyByRole {
    accounts::PolicyByRole {
        actor: share.company.member(duty),
        role: share.company.role(duty),
        asset: share.asset,
        policy: share.policy,
        hook_event_authority: hook_program::event_authority(),
        hook_program: scrip_transfer_hook::ID,
        event_authority: event_authority(),
        program: ID,
    }
}

/// `halt`
pub fn halt(share: &Share, reason: u8, until: i64) -> Instruction {
    let args = HaltTradingArgs { reason, until };
    build(policy_by_role(share, Duty::Halt), instruction::Halt { args })
}

/// `resume`
pub fn resume(share: &Share) -> Instruction {
    build(policy_by_role(share, Duty::Resume), instruction::Resume {})
}

/// `set_blackout`
pub fn set_blackout(share: &Share, from: i64, until: i64) -> Instruction {
    let args = BlackoutArgs { from, until };
    build(policy_by_role(share, Duty::CorporateActions), instruction::SetBlackout { args })
}

/// `clear_blackout`
pub fn clear_blackout(share: &Share) -> Instruction {
    build(policy_by_role(share, Duty::CorporateActions), instruction::ClearBlackout {})
}

/// `update_extra_metas`
pub fn update_extra_metas(share: &Share) -> Instruction {
    let accounts = accounts::UpdateExtraMetas {
        admin: share.company.admin,
        issuer: share.company.address,
        asset: share.asset,
        policy: share.policy,
        extra_account_metas: share.metas,
        hook_event_authority: hook_program::event_authority(),
        hook_program: scrip_transfer_hook::ID,
    };
    build(accounts, instruction::UpdateExtraMetas {})
}

/// `pause`
pub fn pause(share: &Share) -> Instruction {
    let accounts = accounts::Pause {
        actor: share.company.member(Duty::Pause),
        role: share.company.role(Duty::Pause),
        asset: share.asset,
        mint: share.mint,
        token_program: token_2022::ID,
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::Pause {})
}

/// `unpause`
pub fn unpause(share: &Share) -> Instruction {
    let accounts = accounts::Unpause {
        actor: share.company.member(Duty::Unpause),
        role: share.company.role(Duty::Unpause),
        asset: share.asset,
        mint: share.mint,
        token_program: token_2022::ID,
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::Unpause {})
}

/// `update_metadata`
pub fn update_metadata(share: &Share, change: MetadataChange) -> Instruction {
    let accounts = accounts::UpdateMetadata {
        actor: share.company.member(Duty::Metadata),
        payer: cast().payer,
        role: share.company.role(Duty::Metadata),
        asset: share.asset,
        mint: share.mint,
        token_program: token_2022::ID,
        system_program: SYSTEM,
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::UpdateMetadata { change, reference: REFERENCE })
}

fn change_status(share: &Share) -> accounts::ChangeStatus {
    accounts::ChangeStatus {
        admin: share.company.admin,
        issuer: share.company.address,
        asset: share.asset,
        mint: share.mint,
        token_program: token_2022::ID,
        event_authority: event_authority(),
        program: ID,
    }
}

/// `migrate_account`
pub fn migrate_account(account: Pubkey) -> Instruction {
    let accounts = accounts::MigrateAccount {
        payer: cast().payer,
        account,
        system_program: SYSTEM,
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::MigrateAccount {})
}

/// `wind_down`
pub fn wind_down(share: &Share) -> Instruction {
    build(change_status(share), instruction::WindDown { reference: REFERENCE })
}

/// `close_asset`
pub fn close_asset(share: &Share) -> Instruction {
    build(change_status(share), instruction::CloseAsset { reference: REFERENCE })
}
