//! The issuer program of Scrip: it creates tokenized shares and is the authority of their mints.
//!
//! Every power over a mint (minting, pausing, the multiplier, metadata, the permanent delegate) lies with
//! the asset's address, which signs only here, for people whose roles anyone can read.
//!
//! - [`instructions`]: everything it does; [`shared`]: accounts that several of them take alike
//! - [`state`]: the accounts; [`events`]: what is emitted; [`seeds`]: every address
//! - [`token_2022`]: what Token-2022 is asked to do, and what it is believed to say
//!
//! Business rules live in `scrip_rules`; who may hold is known to `scrip_transfer_hook`.

pub mod error;
pub mod events;
pub mod instructions;
pub mod seeds;
pub mod shared;
pub mod state;
pub mod token_2022;

use anchor_lang::prelude::*;
pub use instructions::*;
use scrip_transfer_hook::{BlackoutArgs, PolicyTerms};
pub use shared::*;

declare_id!("4Rj7vQrSToJvhx9AHAVzyJb3zAbcz9TV8hBG9it9aoTG");

/// Issuance, redemption and corporate actions of tokenized shares.
#[program]
pub mod scrip_issuer {
    use super::*;

    /// Opens an issuer, whose admin is the creator.
    pub fn create_issuer(ctx: Context<CreateIssuer>, index: u16) -> Result<()> {
        CreateIssuer::handle(ctx, index)
    }

    /// Proposes another admin of an issuer, or with an address of zeros takes the proposal back.
    pub fn propose_admin(ctx: Context<ChangeIssuer>, proposed: Pubkey) -> Result<()> {
        instructions::propose_admin(ctx, proposed)
    }

    /// Accepts to be the admin of an issuer. The proposed one signs.
    pub fn accept_admin(ctx: Context<ChangeIssuer>) -> Result<()> {
        instructions::accept_admin(ctx)
    }

    /// Gives a member a role. To change a role, revoke it and grant another.
    pub fn grant_role(ctx: Context<GrantRole>, args: GrantRoleArgs) -> Result<()> {
        GrantRole::handle(ctx, args)
    }

    /// Takes a role away. Takes effect at once.
    pub fn revoke_role(ctx: Context<RevokeRole>) -> Result<()> {
        RevokeRole::handle(ctx)
    }

    /// Creates the Token-2022 mint of a share with its policy.
    pub fn create_asset(ctx: Context<CreateAsset>, args: CreateAssetArgs) -> Result<()> {
        CreateAsset::handle(ctx, args)
    }

    /// Mints raw units to a holder whose record the policy admits.
    pub fn mint_shares(ctx: Context<MintShares>, amount: u64) -> Result<()> {
        MintShares::handle(ctx, amount)
    }

    /// Burns raw units of a holder, who signs together with a redeemer of the issuer.
    pub fn redeem_shares(ctx: Context<RedeemShares>, args: RedeemSharesArgs) -> Result<()> {
        RedeemShares::handle(ctx, args)
    }

    /// Halts trading: transfers stop, minting and redemption go on.
    pub fn halt(ctx: Context<PolicyByRole>, args: HaltTradingArgs) -> Result<()> {
        instructions::halt(ctx, args)
    }

    /// Resumes trading.
    pub fn resume(ctx: Context<PolicyByRole>) -> Result<()> {
        instructions::resume(ctx)
    }

    /// Sets the window in which transfers, minting and redemption stand still for a corporate action.
    pub fn set_blackout(ctx: Context<PolicyByRole>, args: BlackoutArgs) -> Result<()> {
        instructions::set_blackout(ctx, args)
    }

    /// Clears the blackout.
    pub fn clear_blackout(ctx: Context<PolicyByRole>) -> Result<()> {
        instructions::clear_blackout(ctx)
    }

    /// Replaces the terms on which a share may be transferred.
    pub fn update_policy(ctx: Context<UpdatePolicy>, terms: PolicyTerms) -> Result<()> {
        instructions::update_policy(ctx, terms)
    }

    /// Writes the list of a share's extra accounts anew.
    pub fn update_extra_metas(ctx: Context<UpdateExtraMetas>) -> Result<()> {
        instructions::update_extra_metas(ctx)
    }

    /// Pauses the mint: Token-2022 itself stops transfers, minting and burning.
    pub fn pause(ctx: Context<Pause>) -> Result<()> {
        Pause::handle(ctx)
    }

    /// Ends a pause.
    pub fn unpause(ctx: Context<Unpause>) -> Result<()> {
        Unpause::handle(ctx)
    }

    /// Schedules a corporate action that changes the multiplier at a future time.
    pub fn schedule_action(ctx: Context<ScheduleAction>, args: ScheduleActionArgs) -> Result<()> {
        ScheduleAction::handle(ctx, args)
    }
}
