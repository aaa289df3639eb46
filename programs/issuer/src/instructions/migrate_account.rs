//! Converting an account that an earlier version of this program wrote.

use anchor_lang::prelude::*;

use crate::error::IssuerError;
use crate::events::AccountMigrated;
use crate::migration::{self, Current};
use crate::shared::rent::top_up;

/// Rewrites an account of an earlier version in the current layout. Anybody can: what it becomes follows from what
/// it is.
#[event_cpi]
#[derive(Accounts)]
pub struct MigrateAccount<'info> {
    /// Pays what the account lacks of its rent when it grows.
    #[account(mut)]
    pub payer: Signer<'info>,
    /// An asset or a corporate action of an earlier version.
    /// CHECK: of this program, which alone could write its discriminator; its version and length are compared.
    #[account(mut, owner = crate::ID)]
    pub account: UncheckedAccount<'info>,
    /// Tops up the rent.
    pub system_program: Program<'info, System>,
}

impl MigrateAccount<'_> {
    pub(crate) fn handle(ctx: Context<Self>) -> Result<()> {
        let account = ctx.accounts.account.to_account_info();
        let Current { from, to, data } = migration::current(&account.try_borrow_data()?)?;
        top_up(&ctx.accounts.payer, &account, data.len())?;
        account.resize(data.len())?;
        let mut place = account.try_borrow_mut_data()?;
        let place = place.get_mut(..data.len()).ok_or(IssuerError::InvariantViolated)?;
        place.copy_from_slice(&data);
        emit_cpi!(AccountMigrated {
            account: account.key(),
            actor: ctx.accounts.payer.key(),
            from,
            to,
        });
        Ok(())
    }
}
