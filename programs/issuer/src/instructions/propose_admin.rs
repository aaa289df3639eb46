//! Proposing another admin of an issuer: the first of two steps.

use anchor_lang::prelude::*;

use crate::error::IssuerError;
use crate::events::AdminProposed;
use crate::shared::ChangeIssuer;

/// Proposes an admin, replaces the one proposed, or takes the proposal back (all zeros).
pub(crate) fn propose_admin(ctx: Context<ChangeIssuer>, proposed: Pubkey) -> Result<()> {
    let accounts = &mut *ctx.accounts;
    let admin = accounts.signer.key();
    require_keys_eq!(accounts.issuer.admin, admin, IssuerError::NotAdmin);
    let old = core::mem::replace(&mut accounts.issuer.pending_admin, proposed);
    emit_cpi!(AdminProposed {
        issuer: ctx.accounts.issuer.key(),
        admin,
        old_pending: old,
        new_pending: proposed,
    });
    Ok(())
}
