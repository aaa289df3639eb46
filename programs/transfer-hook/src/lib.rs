//! The transfer-hook program of Scrip: who may hold a tokenized share.
//!
//! It keeps the register (one record per wallet, shared by all assets of an issuer) and one policy per
//! mint, and answers Token-2022 on every transfer. During a transfer it writes nothing.
//!
//! - [`hook`]: the read-only path of a transfer, on borrowed bytes
//! - [`instructions`]: everything that writes, through Anchor
//! - [`state`]: the accounts; [`events`]: what is emitted; [`seeds`]: every address
//!
//! Which transfers are allowed is decided by `scrip_rules::verdict`, not here.

#[cfg(all(target_os = "solana", not(feature = "cpi")))]
mod entrypoint;
pub mod error;
pub mod events;
pub mod hook;
pub mod instructions;
pub mod seeds;
pub mod state;
pub mod token_2022;

use anchor_lang::prelude::*;
pub use instructions::*;
use spl_discriminator::SplDiscriminate;
use spl_transfer_hook_interface::instruction::ExecuteInstruction;

declare_id!("Hr5hueZPoTSXdELhVUTQ51VDHgM5SN7LqhGiEp31icqL");

/// The transfer hook and the register behind it.
#[program]
pub mod scrip_transfer_hook {
    use super::*;

    /// Opens a registry, whose authority is the creator.
    pub fn create_registry(ctx: Context<CreateRegistry>, index: u16) -> Result<()> {
        CreateRegistry::handle(ctx, index)
    }

    /// Appoints a registrar. To change an appointment, revoke it and grant another.
    pub fn grant_registrar(ctx: Context<GrantRegistrar>, args: GrantRegistrarArgs) -> Result<()> {
        GrantRegistrar::handle(ctx, args)
    }

    /// Dismisses a registrar. Takes effect at once.
    pub fn revoke_registrar(ctx: Context<RevokeRegistrar>) -> Result<()> {
        RevokeRegistrar::handle(ctx)
    }

    /// Puts a wallet on the register.
    pub fn onboard_holder(ctx: Context<OnboardHolder>, args: OnboardHolderArgs) -> Result<()> {
        OnboardHolder::handle(ctx, args)
    }

    /// Replaces the facts of a record, for example after a renewed check.
    pub fn update_holder(ctx: Context<UpdateHolder>, args: UpdateHolderArgs) -> Result<()> {
        UpdateHolder::handle(ctx, args)
    }

    /// Changes the standing of a record: suspends, reinstates or revokes it.
    pub fn set_holder_status(
        ctx: Context<SetHolderStatus>,
        args: SetHolderStatusArgs,
    ) -> Result<()> {
        SetHolderStatus::handle(ctx, args)
    }

    /// Creates the policy of a mint and the list of extra accounts that its transfers need.
    pub fn create_policy(ctx: Context<CreatePolicy>, args: CreatePolicyArgs) -> Result<()> {
        CreatePolicy::handle(ctx, args)
    }

    /// Stops all transfers of a mint but those that its own authority signs.
    pub fn halt(ctx: Context<Halt>, args: HaltArgs) -> Result<()> {
        Halt::handle(ctx, args)
    }

    /// Ends a halt.
    pub fn resume(ctx: Context<Resume>) -> Result<()> {
        Resume::handle(ctx)
    }

    /// Called by Token-2022 on every transfer. Fails with the code of the refusal.
    #[instruction(discriminator = ExecuteInstruction::SPL_DISCRIMINATOR_SLICE)]
    pub fn execute(ctx: Context<Execute>, amount: u64) -> Result<()> {
        Execute::handle(ctx, amount)
    }

    /// Answers as return data what `execute` would say of a planned transfer: a little-endian `u16`
    /// that is 0 if it is allowed and the code of the refusal if not. Takes the same accounts.
    pub fn check_transfer(ctx: Context<CheckTransfer>, amount: u64) -> Result<()> {
        CheckTransfer::handle(ctx, amount)
    }
}
