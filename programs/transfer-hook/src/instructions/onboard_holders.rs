//! Putting several wallets on the register at once.

use anchor_lang::prelude::*;

use super::onboard_holder::{HolderDetails, onboard};
use crate::error::{HookError, ensure};
use crate::shared::NewRecord;
use crate::state::PERMISSION_ONBOARD;

/// A further wallet of a batch.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug)]
pub struct FurtherHolder {
    /// The wallet: the owner of the token accounts.
    pub wallet: Pubkey,
    /// What was found out about its holder.
    pub details: HolderDetails,
}

/// Puts a wallet and further ones on the register. The records of the further ones follow as remaining
/// accounts, writable, in the same order.
pub(crate) fn onboard_holders<'info>(
    ctx: Context<'info, NewRecord<'info>>,
    wallet: Pubkey,
    details: HolderDetails,
    further: Vec<FurtherHolder>,
) -> Result<()> {
    let accounts = ctx.accounts;
    let now = accounts.require(PERMISSION_ONBOARD)?;
    ensure!(further.len() == ctx.remaining_accounts.len(), HookError::BatchMismatch);
    onboard(accounts, &accounts.holder, wallet, &details, now)?;
    for (next, target) in further.iter().zip(ctx.remaining_accounts) {
        onboard(accounts, target, next.wallet, &next.details, now)?;
    }
    accounts.count(further.len().saturating_add(1))
}
