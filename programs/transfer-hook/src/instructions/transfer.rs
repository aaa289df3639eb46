//! The two questions about a transfer, as the IDL shows them.
//!
//! Both are answered by the program's entrypoint (see `scrip_transfer_judge`); Anchor's dispatcher only sees
//! calls that lack the amount, which do not deserialise. The handlers refuse, so that no other way in exists.

use anchor_lang::prelude::*;

use crate::error::HookError;

/// The accounts of a transfer, under way or planned.
#[derive(Accounts)]
pub struct Transfer<'info> {
    /// The token account that tokens leave.
    /// CHECK: read by `judge`.
    pub source: UncheckedAccount<'info>,
    /// The mint.
    /// CHECK: read by `judge`.
    pub mint: UncheckedAccount<'info>,
    /// The token account that tokens reach.
    /// CHECK: read by `judge`.
    pub destination: UncheckedAccount<'info>,
    /// The owner or delegate that signs the transfer.
    /// CHECK: read by `judge`.
    pub authority: UncheckedAccount<'info>,
    /// The validation account.
    /// CHECK: read by Token-2022.
    pub extra_account_metas: UncheckedAccount<'info>,
    /// The mint's policy.
    /// CHECK: read by `judge`.
    pub policy: UncheckedAccount<'info>,
    /// The record of the source's owner.
    /// CHECK: read by `judge`.
    pub source_holder: UncheckedAccount<'info>,
    /// The record of the destination's owner.
    /// CHECK: read by `judge`.
    pub destination_holder: UncheckedAccount<'info>,
}

pub(crate) fn transfer(_ctx: Context<Transfer>, _amount: u64) -> Result<()> {
    Err(HookError::AnsweredByEntrypoint.into())
}
