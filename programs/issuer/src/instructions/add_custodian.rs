//! Opening the account of a custodian.

use anchor_lang::prelude::*;

use crate::error::IssuerError;
use crate::events::CustodianAdded;
use crate::seeds;
use crate::state::{CUSTODIAN_VERSION, Custodian, Issuer};

/// Opens the account of a custodian, whose attestations count once a change of settings approves it.
#[event_cpi]
#[derive(Accounts)]
#[instruction(key: Pubkey)]
pub struct AddCustodian<'info> {
    /// The issuer's admin.
    pub admin: Signer<'info>,
    /// Pays the rent.
    #[account(mut)]
    pub payer: Signer<'info>,
    /// The issuer.
    #[account(has_one = admin @ IssuerError::NotAdmin)]
    pub issuer: Account<'info, Issuer>,
    /// The account to create.
    #[account(
        init,
        payer = payer,
        space = 8 + Custodian::INIT_SPACE,
        seeds = [seeds::CUSTODIAN, issuer.key().as_ref(), key.as_ref()],
        bump,
    )]
    pub custodian: Account<'info, Custodian>,
    /// Creates the account.
    pub system_program: Program<'info, System>,
}

impl AddCustodian<'_> {
    pub(crate) fn handle(ctx: Context<Self>, key: Pubkey) -> Result<()> {
        let issuer = ctx.accounts.issuer.key();
        ctx.accounts.custodian.set_inner(Custodian {
            version: CUSTODIAN_VERSION,
            bump: ctx.bumps.custodian,
            issuer,
            key,
            approved: false,
        });
        emit_cpi!(CustodianAdded { issuer, custodian: key, actor: ctx.accounts.admin.key() });
        Ok(())
    }
}
