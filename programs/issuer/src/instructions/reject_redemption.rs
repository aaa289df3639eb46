//! Declining a redemption.

use anchor_lang::prelude::*;

use crate::error::IssuerError;
use crate::events::RedemptionReturned;
use crate::seeds;
use crate::shared::*;
use crate::state::{PERMISSION_REDEEM, Role};

/// Why something goes back.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug)]
pub struct RejectArgs {
    /// The issuer's own code for the reason, not 0.
    pub reason: u16,
    /// Case reference.
    pub reference: [u8; 32],
}

/// Returns what is left to the owner, because the issuer declines it.
#[event_cpi]
#[derive(Accounts)]
pub struct RejectRedemption<'info> {
    /// A member of staff with the permission to redeem.
    pub actor: Signer<'info>,
    /// The member's role with the asset's issuer.
    #[account(
        seeds = [seeds::ROLE, escrowed.asset.issuer.as_ref(), actor.key().as_ref()],
        bump = role.bump,
    )]
    pub role: Box<Account<'info, Role>>,
    /// What goes back.
    pub escrowed: ReturnShares<'info>,
}

impl<'info> RejectRedemption<'info> {
    pub(crate) fn handle(ctx: Context<'info, Self>, args: RejectArgs) -> Result<()> {
        ctx.accounts.role.require(PERMISSION_REDEEM)?;
        require!(args.reason > 0, IssuerError::ReasonMissing);
        let escrowed = &ctx.accounts.escrowed;
        let returned = escrowed.close(ctx.remaining_accounts)?;
        emit_cpi!(RedemptionReturned {
            asset: escrowed.asset.key(),
            redemption: escrowed.redemption.key(),
            owner: escrowed.redemption.owner,
            actor: ctx.accounts.actor.key(),
            returned,
            reason: args.reason,
            reference: args.reference,
        });
        Ok(())
    }
}
