//! Changing a setting at once.

use anchor_lang::prelude::*;

use crate::change::*;
use crate::error::IssuerError;
use crate::events::SettingChanged;

/// Changes a setting at once: one that tightens, or any while there is no timelock, and that no checker
/// must see.
#[event_cpi]
#[derive(Accounts)]
pub struct ChangeSetting<'info> {
    /// The issuer's admin.
    #[account(address = targets.issuer.admin @ IssuerError::NotAdmin)]
    pub admin: Signer<'info>,
    /// What the change is about.
    pub targets: ChangeTargets<'info>,
}

impl ChangeSetting<'_> {
    /// Returns the setting as it stands.
    fn validate(&self, change: &Change, now: i64) -> Result<Change> {
        change.check()?;
        let old = self.targets.current(change)?;
        let issuer = &self.targets.issuer;
        let loosens = change.loosens(&old, now);
        require!(!loosens || issuer.timelock == 0, IssuerError::ChangeMustWait);
        let checked = change.needs_checker(issuer.four_eyes, loosens);
        require!(!checked, IssuerError::ChangeNeedsChecker);
        Ok(old)
    }

    pub(crate) fn handle(ctx: Context<Self>, change: Change, reference: [u8; 32]) -> Result<()> {
        let now = Clock::get()?.unix_timestamp;
        let old = ctx.accounts.validate(&change, now)?;
        ctx.accounts.targets.write(&change, now)?;
        emit_cpi!(SettingChanged {
            issuer: ctx.accounts.targets.issuer.key(),
            asset: ctx.accounts.targets.asset_key(),
            actor: ctx.accounts.admin.key(),
            pending_change: Pubkey::default(),
            old,
            new: change,
            reference,
        });
        Ok(())
    }
}
