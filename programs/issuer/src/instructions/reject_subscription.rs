//! Declining what is left of a subscription.

use anchor_lang::prelude::*;

use super::reject_redemption::RejectArgs;
use crate::error::IssuerError;
use crate::events::SubscriptionReturned;
use crate::seeds;
use crate::shared::*;
use crate::state::{PERMISSION_MINT, Role};

/// Returns what is left to the investor, because the issuer declines it.
#[event_cpi]
#[derive(Accounts)]
pub struct RejectSubscription<'info> {
    /// A member of staff with the permission to mint.
    pub actor: Signer<'info>,
    /// The member's role with the asset's issuer.
    #[account(
        seeds = [seeds::ROLE, escrowed.asset.issuer.as_ref(), actor.key().as_ref()],
        bump = role.bump,
    )]
    pub role: Box<Account<'info, Role>>,
    /// What goes back.
    pub escrowed: ReturnPayment<'info>,
}

impl<'info> RejectSubscription<'info> {
    pub(crate) fn handle(ctx: Context<'info, Self>, args: RejectArgs) -> Result<()> {
        ctx.accounts.role.require(PERMISSION_MINT)?;
        require!(args.reason > 0, IssuerError::ReasonMissing);
        let escrowed = &ctx.accounts.escrowed;
        let returned = escrowed.close(ctx.remaining_accounts)?;
        emit_cpi!(SubscriptionReturned {
            asset: escrowed.asset.key(),
            subscription: escrowed.subscription.key(),
            investor: escrowed.subscription.investor,
            actor: ctx.accounts.actor.key(),
            returned,
            reason: args.reason,
            reference: args.reference,
        });
        Ok(())
    }
}
