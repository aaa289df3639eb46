//! A member of staff who acts on an asset.

use anchor_lang::prelude::*;

use crate::seeds;
use crate::state::{Asset, Role};

/// A member of staff, with the role that the member has with the asset's issuer.
#[derive(Accounts)]
pub struct Staff<'info> {
    /// A member of staff with the permission that the instruction needs.
    pub actor: Signer<'info>,
    /// The member's role with the asset's issuer.
    #[account(
        seeds = [seeds::ROLE, asset.issuer.as_ref(), actor.key().as_ref()],
        bump = role.bump,
    )]
    pub role: Box<Account<'info, Role>>,
    /// The asset.
    pub asset: Box<Account<'info, Asset>>,
}
