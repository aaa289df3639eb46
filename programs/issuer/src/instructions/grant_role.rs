//! Giving a member of staff a role.

use anchor_lang::prelude::*;

use crate::error::IssuerError;
use crate::events::RoleGranted;
use crate::seeds;
use crate::state::{Issuer, PERMISSIONS_STOPPING, ROLE_VERSION, Role, check_permissions};

/// Who may do what.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug)]
pub struct GrantRoleArgs {
    /// The member, who will sign.
    pub member: Pubkey,
    /// Permission bits: mint (1), redeem (2), pause (4), unpause (8), halt (16), resume (32),
    /// corporate actions (64), check (128), metadata (256).
    pub permissions: u32,
    /// When the role ends by itself, unix seconds; 0: never.
    pub expires_at: i64,
}

/// Gives a member of staff a role.
#[event_cpi]
#[derive(Accounts)]
#[instruction(args: GrantRoleArgs)]
pub struct GrantRole<'info> {
    /// The issuer's admin.
    pub admin: Signer<'info>,
    /// Pays the rent.
    #[account(mut)]
    pub payer: Signer<'info>,
    /// The issuer.
    #[account(has_one = admin @ IssuerError::NotAdmin)]
    pub issuer: Account<'info, Issuer>,
    /// The role to create.
    #[account(
        init,
        payer = payer,
        space = 8 + Role::INIT_SPACE,
        seeds = [seeds::ROLE, issuer.key().as_ref(), args.member.as_ref()],
        bump,
    )]
    pub role: Account<'info, Role>,
    /// Creates the account.
    pub system_program: Program<'info, System>,
}

impl GrantRole<'_> {
    /// Returns when the role begins: a permission that does more than stop things waits in the timelock.
    fn validate(&self, args: &GrantRoleArgs) -> Result<i64> {
        check_permissions(args.permissions)?;
        let now = Clock::get()?.unix_timestamp;
        let stops_only = args.permissions & !PERMISSIONS_STOPPING == 0;
        let wait = if stops_only { 0 } else { i64::from(self.issuer.timelock) };
        let starts_at = now.saturating_add(wait);
        let ends_later = args.expires_at == 0 || args.expires_at > starts_at;
        require!(ends_later, IssuerError::ExpiryInThePast);
        Ok(starts_at)
    }

    pub(crate) fn handle(ctx: Context<Self>, args: GrantRoleArgs) -> Result<()> {
        let starts_at = ctx.accounts.validate(&args)?;
        let issuer = ctx.accounts.issuer.key();
        ctx.accounts.role.set_inner(Role {
            version: ROLE_VERSION,
            bump: ctx.bumps.role,
            permissions: args.permissions,
            starts_at,
            expires_at: args.expires_at,
            issuer,
            member: args.member,
        });
        ctx.accounts.role.invariant()?;
        emit_cpi!(RoleGranted {
            issuer,
            member: args.member,
            actor: ctx.accounts.admin.key(),
            permissions: args.permissions,
            starts_at,
            expires_at: args.expires_at,
        });
        Ok(())
    }
}
