//! A member of staff who schedules, amends or cancels a corporate action.

use anchor_lang::prelude::*;
use anchor_lang::solana_program::program::invoke_signed;
use anchor_spl::token_2022::Token2022;
use anchor_spl::token_interface::Mint;
use scrip_rules::corporate_action::{ActionState, MultiplierTrack};
use scrip_rules::policy::Blackout;
use scrip_transfer_hook::cpi::accounts::ChangePolicy;
use scrip_transfer_hook::program::ScripTransferHook;
use scrip_transfer_hook::state::Policy;
use scrip_transfer_hook::{BlackoutArgs, cpi};

use super::policy_by_role::as_authority;
use crate::error::IssuerError;
use crate::seeds;
use crate::state::{Asset, CorporateAction, Issuer, PERMISSION_CORPORATE_ACTIONS, Role};
use crate::token_2022::{require_written_by_us, update_multiplier};

/// An action with all that scheduling it writes: the multiplier in the mint, the blackout in the policy.
#[derive(Accounts)]
pub struct ActionByRole<'info> {
    /// A member of staff with the permission for corporate actions.
    pub actor: Signer<'info>,
    /// The member's role with the asset's issuer.
    #[account(
        seeds = [seeds::ROLE, asset.issuer.as_ref(), actor.key().as_ref()],
        bump = role.bump,
    )]
    pub role: Box<Account<'info, Role>>,
    /// The asset's issuer, who says whether a checker is needed.
    #[account(address = asset.issuer)]
    pub issuer: Box<Account<'info, Issuer>>,
    /// The asset.
    #[account(mut, has_one = mint, has_one = policy)]
    pub asset: Box<Account<'info, Asset>>,
    /// The action.
    #[account(mut, has_one = asset @ IssuerError::ActionMismatch)]
    pub action: Box<Account<'info, CorporateAction>>,
    /// The asset's mint.
    #[account(mut)]
    pub mint: Box<InterfaceAccount<'info, Mint>>,
    /// The asset's policy.
    #[account(mut)]
    pub policy: AccountLoader<'info, Policy>,
    /// With which the transfer-hook program signs its events.
    /// CHECK: the transfer-hook program checks the address.
    pub hook_event_authority: UncheckedAccount<'info>,
    /// Writes the policy.
    pub hook_program: Program<'info, ScripTransferHook>,
    /// Keeps the multiplier.
    pub token_program: Program<'info, Token2022>,
}

impl ActionByRole<'_> {
    /// Fails unless the member may handle corporate actions of an asset that is not closed.
    pub(crate) fn authorize(&self) -> Result<()> {
        self.role.require(PERMISSION_CORPORATE_ACTIONS)?;
        self.asset.require_open()
    }

    /// The multiplier over time. Fails if the mint carries another than this program wrote.
    pub(crate) fn track(&self) -> Result<MultiplierTrack> {
        let track = self.asset.track()?;
        require_written_by_us(&self.mint.to_account_info(), &track)?;
        Ok(track)
    }

    /// Fails unless the action may still be amended or cancelled.
    pub(crate) fn require_changeable(&self, now: i64) -> Result<()> {
        let effective_at = self.action.dates.effective_at;
        if !self.action.state()?.may_change(effective_at, now) {
            msg!("state {}, effective at {}, now {}", self.action.state, effective_at, now);
            return err!(IssuerError::ActionFinal);
        }
        // Their owners would be paid from another action's terms, or not at all.
        require!(self.action.open_payouts == 0, IssuerError::PayoutsOpen);
        Ok(())
    }

    /// Takes back what scheduling wrote, if the action is scheduled.
    pub(crate) fn unschedule(&mut self) -> Result<()> {
        if self.action.state()? != ActionState::Scheduled {
            return Ok(());
        }
        if self.action.terms.form().moves_multiplier() {
            let track = self.track()?;
            // A clock that steps back makes an action look as if it were to come that another has followed.
            let own = track.next.scaled() == self.action.new_multiplier
                && track.effective_at == self.action.dates.effective_at;
            require!(own, IssuerError::ActionFinal);
            let track = track.without_pending(self.asset.multiplier_since);
            let changes = self.asset.multiplier_changes.checked_sub(1);
            self.asset.multiplier_changes = changes.ok_or(IssuerError::InvariantViolated)?;
            self.asset.set_track(&track);
            self.write_multiplier(&track)?;
        }
        // Somebody may have set another blackout by hand since.
        let own = self.action.dates.facts().blackout;
        if own.until != 0 && self.standing_blackout()? == own {
            self.with_policy(cpi::clear_blackout)?;
        }
        self.action.scheduled_at = 0;
        self.action.old_multiplier = 0;
        self.action.new_multiplier = 0;
        Ok(())
    }

    /// The blackout in the policy.
    pub(crate) fn standing_blackout(&self) -> Result<Blackout> {
        Ok(self.policy.load()?.facts().blackout)
    }

    /// Writes the action's blackout into the policy.
    pub(crate) fn write_blackout(&self) -> Result<()> {
        let blackout = self.action.dates.facts().blackout;
        let window = BlackoutArgs { from: blackout.from, until: blackout.until };
        self.with_policy(|policy| cpi::set_blackout(policy, window))
    }

    /// Pushes the next multiplier into the mint.
    pub(crate) fn write_multiplier(&self, track: &MultiplierTrack) -> Result<()> {
        let update = update_multiplier(&self.mint.key(), &self.asset.key(), track);
        let accounts = [self.mint.to_account_info(), self.asset.to_account_info()];
        invoke_signed(&update, &accounts, &[&self.asset.signer_seeds()])?;
        Ok(())
    }
}

impl<'info> ActionByRole<'info> {
    fn with_policy(
        &self,
        instruction: impl FnOnce(CpiContext<'_, '_, '_, 'info, ChangePolicy<'info>>) -> Result<()>,
    ) -> Result<()> {
        let policy = self.policy.to_account_info();
        let event_authority = self.hook_event_authority.to_account_info();
        let program = self.hook_program.to_account_info();
        as_authority(&self.asset, policy, event_authority, program, instruction)
    }
}
