//! Accepting to be the admin of an issuer: the second of two steps.

use anchor_lang::prelude::*;

use crate::error::IssuerError;
use crate::events::AdminAccepted;
use crate::shared::ChangeIssuer;

/// Makes the proposed one the admin. The old one has no power from now on; roles stay as they are.
pub(crate) fn accept_admin(ctx: Context<ChangeIssuer>) -> Result<()> {
    let accounts = &mut *ctx.accounts;
    let new = accounts.signer.key();
    require_keys_eq!(accounts.issuer.pending_admin, new, IssuerError::NotPendingAdmin);
    accounts.issuer.pending_admin = Pubkey::default();
    let old = core::mem::replace(&mut accounts.issuer.admin, new);
    emit_cpi!(AdminAccepted { issuer: ctx.accounts.issuer.key(), old_admin: old, new_admin: new });
    Ok(())
}
