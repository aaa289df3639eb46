//! Choosing cash or shares.

use anchor_lang::prelude::*;
use scrip_rules::corporate_action::{ActionState, Election, TermsForm};
use scrip_transfer_hook::state::Policy;

use crate::error::IssuerError;
use crate::events::Elected;
use crate::seeds;
use crate::shared::register::admit_payee;
use crate::state::{Asset, CorporateAction, HOLDER_ELECTION_VERSION, HolderElection};

/// Chooses cash or shares, for all that the holder holds at the record date. To choose again, withdraw first.
#[event_cpi]
#[derive(Accounts)]
pub struct Elect<'info> {
    /// The holder.
    pub owner: Signer<'info>,
    /// Pays the rent, and gets it back.
    #[account(mut)]
    pub payer: Signer<'info>,
    /// The asset.
    #[account(has_one = policy)]
    pub asset: Box<Account<'info, Asset>>,
    /// The asset's policy.
    pub policy: AccountLoader<'info, Policy>,
    /// The record of the holder's wallet.
    /// CHECK: read by the same function as in the hook, which checks owner, registry and wallet.
    pub holder: UncheckedAccount<'info>,
    /// The action.
    #[account(has_one = asset @ IssuerError::ActionMismatch)]
    pub action: Box<Account<'info, CorporateAction>>,
    /// The election to create.
    #[account(
        init,
        payer = payer,
        space = 8 + HolderElection::INIT_SPACE,
        seeds = [seeds::ELECTION, action.key().as_ref(), owner.key().as_ref()],
        bump,
    )]
    pub election: Box<Account<'info, HolderElection>>,
    /// Creates the account.
    pub system_program: Program<'info, System>,
}

impl Elect<'_> {
    fn validate(&self, choice: u8, now: i64) -> Result<()> {
        require!(Election::from_byte(choice).is_some(), IssuerError::UnknownElection);
        let action = &self.action;
        require!(action.terms.form() == TermsForm::Choice, IssuerError::WrongForm);
        let over = matches!(action.state()?, ActionState::Settled | ActionState::Cancelled);
        let elect_by = action.dates.elect_by;
        if over || now >= elect_by {
            msg!("state {}, now {}, elect by {}", action.state, now, elect_by);
            return err!(IssuerError::ElectionOver);
        }
        admit_payee(&self.policy, &self.holder, self.owner.key, now)
    }

    pub(crate) fn handle(ctx: Context<Self>, choice: u8) -> Result<()> {
        ctx.accounts.validate(choice, Clock::get()?.unix_timestamp)?;
        let (action, owner) = (ctx.accounts.action.key(), ctx.accounts.owner.key());
        ctx.accounts.election.set_inner(HolderElection {
            version: HOLDER_ELECTION_VERSION,
            bump: ctx.bumps.election,
            choice,
            action,
            owner,
            rent_payer: ctx.accounts.payer.key(),
        });
        emit_cpi!(Elected { asset: ctx.accounts.asset.key(), action, owner, choice });
        Ok(())
    }
}
