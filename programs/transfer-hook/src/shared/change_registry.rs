//! A registry, and somebody who changes its authority.

use anchor_lang::prelude::*;

/// A registry, and somebody who changes its authority.
#[derive(Accounts)]
pub struct ChangeRegistry<'info> {
    /// The authority who proposes, or the proposed one who accepts; the instruction tells which.
    pub signer: Signer<'info>,
    /// The registry.
    /// CHECK: a `Registry`, opened by `own::write`.
    #[account(mut)]
    pub registry: UncheckedAccount<'info>,
    /// With which this program signs its events.
    /// CHECK: `emit` signs for it, and for no other.
    pub event_authority: UncheckedAccount<'info>,
    /// This program, which `emit` calls.
    /// CHECK: `emit` calls it by its own id.
    pub program: UncheckedAccount<'info>,
}
