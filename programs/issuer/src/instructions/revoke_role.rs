//! Taking a role away.

use anchor_lang::prelude::*;

use crate::error::IssuerError;
use crate::events::RoleRevoked;
use crate::seeds;
use crate::state::{Issuer, Role};

/// Takes a role away.
#[event_cpi]
#[derive(Accounts)]
pub struct RevokeRole<'info> {
    /// The issuer's admin.
    pub admin: Signer<'info>,
    /// Receives the rent.
    /// CHECK: any account may receive lamports.
    #[account(mut)]
    pub rent_receiver: UncheckedAccount<'info>,
    /// The issuer.
    #[account(has_one = admin @ IssuerError::NotAdmin)]
    pub issuer: Account<'info, Issuer>,
    /// The role to close.
    #[account(
        mut,
        close = rent_receiver,
        seeds = [seeds::ROLE, issuer.key().as_ref(), role.member.as_ref()],
        bump = role.bump,
    )]
    pub role: Account<'info, Role>,
}

impl RevokeRole<'_> {
    pub(crate) fn handle(ctx: Context<Self>) -> Result<()> {
        emit_cpi!(RoleRevoked {
            issuer: ctx.accounts.issuer.key(),
            member: ctx.accounts.role.member,
            actor: ctx.accounts.admin.key(),
            old_permissions: ctx.accounts.role.permissions,
        });
        Ok(())
    }
}
