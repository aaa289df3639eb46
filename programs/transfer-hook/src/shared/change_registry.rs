//! A registry, and somebody who changes its authority.

use anchor_lang::prelude::*;

use crate::state::Registry;

/// A registry, and somebody who changes its authority.
#[event_cpi]
#[derive(Accounts)]
pub struct ChangeRegistry<'info> {
    /// The authority who proposes, or the proposed one who accepts; the instruction tells which.
    pub signer: Signer<'info>,
    /// The registry.
    #[account(mut)]
    pub registry: AccountLoader<'info, Registry>,
}
