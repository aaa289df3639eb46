//! The transfer-hook program of Scrip: who may hold a tokenized share.
//!
//! It keeps the register (one record per wallet, shared by all assets of an issuer) and one policy per
//! mint, and answers Token-2022 on every transfer. During a transfer it writes nothing.
//!
//! - `entrypoint`: transfers are answered by `scrip_transfer_judge`, everything else goes to Anchor
//! - [`instructions`]: everything that writes; [`shared`]: what several of them take alike
//! - [`state`]: the accounts; [`events`]: what is emitted; [`seeds`]: every address
//! - [`extra_metas`]: the list that tells wallets which accounts a transfer needs
//! - [`attestation`]: accounts of the Solana Attestation Service
//! - `own`, `create`, `rent`, `emit`, `log`: what Anchor's macros would repeat in every instruction
//!
//! Which transfers are allowed is decided by `scrip_rules::verdict`, not here.

pub mod attestation;
mod create;
mod emit;
#[cfg(all(target_os = "solana", not(feature = "cpi")))]
mod entrypoint;
pub mod error;
pub mod events;
pub mod extra_metas;
pub mod instructions;
#[cfg(all(target_os = "solana", not(feature = "cpi")))]
mod log;
mod own;
mod rent;
pub mod seeds;
pub mod shared;
pub mod state;

use anchor_lang::prelude::*;
pub use instructions::*;
pub use scrip_transfer_judge::token_2022;
pub use shared::*;
use spl_discriminator::SplDiscriminate;
use spl_transfer_hook_interface::instruction::ExecuteInstruction;

declare_id!("Hr5hueZPoTSXdELhVUTQ51VDHgM5SN7LqhGiEp31icqL");

/// The transfer hook and the register behind it.
#[program]
pub mod scrip_transfer_hook {
    use super::*;

    /// Opens a registry, whose authority is the creator.
    pub fn create_registry(ctx: Context<CreateRegistry>, index: u16) -> Result<()> {
        instructions::create_registry(ctx, index)
    }

    /// Proposes another authority of a registry, or with an address of zeros takes the proposal back.
    pub fn propose_registry_authority(
        ctx: Context<ChangeRegistry>,
        proposed: Pubkey,
    ) -> Result<()> {
        instructions::propose_registry_authority(ctx, proposed)
    }

    /// Accepts the authority of a registry. The proposed one signs.
    pub fn accept_registry_authority(ctx: Context<ChangeRegistry>) -> Result<()> {
        instructions::accept_registry_authority(ctx)
    }

    /// Appoints a registrar. To change an appointment, revoke it and grant another.
    pub fn grant_registrar(ctx: Context<GrantRegistrar>, args: GrantRegistrarArgs) -> Result<()> {
        instructions::grant_registrar(ctx, args)
    }

    /// Dismisses a registrar. Takes effect at once.
    pub fn revoke_registrar(ctx: Context<RevokeRegistrar>) -> Result<()> {
        instructions::revoke_registrar(ctx)
    }

    /// Puts a wallet on the register.
    pub fn onboard_holder(
        ctx: Context<NewRecord>,
        wallet: Pubkey,
        details: HolderDetails,
    ) -> Result<()> {
        instructions::onboard_holder(ctx, wallet, details)
    }

    /// Puts several wallets on the register: one, and further ones whose records follow as remaining
    /// accounts.
    pub fn onboard_holders<'info>(
        ctx: Context<'info, NewRecord<'info>>,
        wallet: Pubkey,
        details: HolderDetails,
        further: Vec<FurtherHolder>,
    ) -> Result<()> {
        instructions::onboard_holders(ctx, wallet, details, further)
    }

    /// Replaces the facts of a wallet's record, for example after a renewed check.
    pub fn update_holder(ctx: Context<ChangeRecord>, details: HolderDetails) -> Result<()> {
        instructions::update_holder(ctx, details)
    }

    /// Changes the standing of a record: suspends, reinstates, revokes or sanctions. Takes effect at once.
    pub fn set_holder_status(ctx: Context<ChangeRecord>, args: StatusArgs) -> Result<()> {
        instructions::set_holder_status(ctx, args)
    }

    /// Bars a wallet that is not on the register, by a record that says nothing else of it.
    pub fn bar_wallet(ctx: Context<NewRecord>, wallet: Pubkey, args: StatusArgs) -> Result<()> {
        instructions::bar_wallet(ctx, wallet, args)
    }

    /// Takes an active wallet or venue off the register. The rent goes back to who paid it.
    pub fn close_holder(ctx: Context<CloseHolder>) -> Result<()> {
        instructions::close_holder(ctx)
    }

    /// Trusts a credential of the Solana Attestation Service.
    pub fn trust_credential(
        ctx: Context<TrustCredential>,
        args: TrustCredentialArgs,
    ) -> Result<()> {
        instructions::trust_credential(ctx, args)
    }

    /// Trusts a credential no longer.
    pub fn distrust_credential(ctx: Context<DistrustCredential>) -> Result<()> {
        instructions::distrust_credential(ctx)
    }

    /// Takes an attestation for the record of its wallet. Anybody may.
    pub fn import_attestation(ctx: Context<ImportAttestation>, wallet: Pubkey) -> Result<()> {
        instructions::import_attestation(ctx, wallet)
    }

    /// Brings the revocation of an attestation into the record that rests on it. Anybody may.
    pub fn import_revocation(ctx: Context<ImportRevocation>) -> Result<()> {
        instructions::import_revocation(ctx)
    }

    /// Approves of a program: anybody may then register its own accounts as venues.
    pub fn approve_venue_program(ctx: Context<ApproveVenueProgram>) -> Result<()> {
        instructions::approve_venue_program(ctx)
    }

    /// Approves of a program no longer.
    pub fn revoke_venue_program(ctx: Context<RevokeVenueProgram>) -> Result<()> {
        instructions::revoke_venue_program(ctx)
    }

    /// Registers an account of an approved program as a venue. Anybody may; the seeds of its address, with
    /// the bump as the last one, prove that the program alone signs for it.
    pub fn register_venue(ctx: Context<RegisterVenue>, venue_seeds: Vec<Vec<u8>>) -> Result<()> {
        instructions::register_venue(ctx, venue_seeds)
    }

    /// Puts a venue on the register by hand.
    pub fn add_venue(ctx: Context<NewRecord>, venue: Pubkey) -> Result<()> {
        instructions::add_venue(ctx, venue)
    }

    /// Suspends a venue whose program is approved of no longer. Anybody may.
    pub fn suspend_orphaned_venue(
        ctx: Context<SuspendOrphanedVenue>,
        program_once_approved: Pubkey,
    ) -> Result<()> {
        instructions::suspend_orphaned_venue(ctx, program_once_approved)
    }

    /// Creates the policy of a mint and the list of extra accounts that its transfers need.
    pub fn create_policy(ctx: Context<CreatePolicy>, terms: PolicyTerms) -> Result<()> {
        instructions::create_policy(ctx, terms)
    }

    /// Replaces the terms of a policy.
    pub fn update_policy(ctx: Context<ChangePolicy>, terms: PolicyTerms) -> Result<()> {
        instructions::update_policy(ctx, terms)
    }

    /// Stops all transfers of a mint but those that its own authority signs.
    pub fn halt(ctx: Context<ChangePolicy>, args: HaltArgs) -> Result<()> {
        instructions::halt(ctx, args)
    }

    /// Ends a halt.
    pub fn resume(ctx: Context<ChangePolicy>) -> Result<()> {
        instructions::resume(ctx)
    }

    /// Sets the window in which an asset stands still for a corporate action.
    pub fn set_blackout(ctx: Context<ChangePolicy>, args: BlackoutArgs) -> Result<()> {
        instructions::set_blackout(ctx, args)
    }

    /// Clears the blackout.
    pub fn clear_blackout(ctx: Context<ChangePolicy>) -> Result<()> {
        instructions::clear_blackout(ctx)
    }

    /// Writes the list of extra accounts of a mint anew.
    pub fn update_extra_metas(ctx: Context<UpdateExtraMetas>) -> Result<()> {
        instructions::update_extra_metas(ctx)
    }

    /// Called by Token-2022 on every transfer. Fails with the code of the refusal.
    #[instruction(discriminator = ExecuteInstruction::SPL_DISCRIMINATOR_SLICE)]
    pub fn execute(ctx: Context<Transfer>, amount: u64) -> Result<()> {
        instructions::transfer(ctx, amount)
    }

    /// Answers as return data what `execute` would say of a planned transfer: a little-endian `u16`
    /// that is 0 if it is allowed and the code of the refusal if not. Takes the same accounts.
    pub fn check_transfer(ctx: Context<Transfer>, amount: u64) -> Result<()> {
        instructions::transfer(ctx, amount)
    }
}

#[cfg(test)]
mod tests {
    use anchor_lang::Discriminator;

    #[test]
    fn the_judge_knows_this_program() {
        assert_eq!(scrip_transfer_judge::ID, crate::ID);
        assert_eq!(
            crate::instruction::CheckTransfer::DISCRIMINATOR,
            scrip_transfer_judge::CHECK_TRANSFER
        );
        assert_eq!(crate::instruction::Execute::DISCRIMINATOR, scrip_transfer_judge::EXECUTE);
    }
}
