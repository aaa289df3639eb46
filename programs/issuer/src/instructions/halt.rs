//! Halting the trading in a share.

use anchor_lang::prelude::*;
use scrip_transfer_hook::program::ScripTransferHook;
use scrip_transfer_hook::state::Policy;
use scrip_transfer_hook::{HaltArgs, cpi};

use crate::events::TradingHalted;
use crate::seeds;
use crate::state::{Asset, PERMISSION_HALT, Role};

/// Why, and until when.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug)]
pub struct HaltTradingArgs {
    /// News pending (1), regulatory (2), primary market (3), operational (4).
    pub reason: u8,
    /// When trading resumes by itself, unix seconds; 0: only when it is resumed.
    pub until: i64,
}

/// Halts the trading in a share: the hook then refuses transfers.
#[event_cpi]
#[derive(Accounts)]
pub struct HaltTrading<'info> {
    /// A member of staff with the permission to halt.
    pub actor: Signer<'info>,
    /// The member's role with the asset's issuer.
    #[account(
        seeds = [seeds::ROLE, asset.issuer.as_ref(), actor.key().as_ref()],
        bump = role.bump,
    )]
    pub role: Account<'info, Role>,
    /// The asset, which signs for its policy.
    #[account(has_one = policy)]
    pub asset: Account<'info, Asset>,
    /// The asset's policy.
    #[account(mut)]
    pub policy: AccountLoader<'info, Policy>,
    /// With which the transfer-hook program signs its events.
    /// CHECK: the transfer-hook program checks the address.
    pub hook_event_authority: UncheckedAccount<'info>,
    /// Writes the policy.
    pub hook_program: Program<'info, ScripTransferHook>,
}

impl HaltTrading<'_> {
    fn validate(&self) -> Result<()> {
        // Reason and end are checked by the transfer-hook program, which stores them.
        self.role.require(PERMISSION_HALT)
    }

    pub(crate) fn handle(ctx: Context<Self>, args: HaltTradingArgs) -> Result<()> {
        let accounts = &*ctx.accounts;
        accounts.validate()?;
        let halt_accounts = cpi::accounts::Halt {
            authority: accounts.asset.to_account_info(),
            policy: accounts.policy.to_account_info(),
            event_authority: accounts.hook_event_authority.to_account_info(),
            program: accounts.hook_program.to_account_info(),
        };
        let seeds = accounts.asset.signer_seeds();
        let signer = &[&seeds[..]];
        let context = CpiContext::new_with_signer(scrip_transfer_hook::ID, halt_accounts, signer);
        cpi::halt(context, HaltArgs { reason: args.reason, until: args.until })?;
        emit_cpi!(TradingHalted {
            asset: accounts.asset.key(),
            actor: accounts.actor.key(),
            reason: args.reason,
            until: args.until,
        });
        Ok(())
    }
}
