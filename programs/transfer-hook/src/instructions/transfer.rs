//! The two questions about a transfer, as the IDL shows them.
//!
//! Both are answered by the program's entrypoint (see [`crate::hook`]); Anchor's dispatcher never sees
//! them on chain. The handlers refuse, so that no other way in exists.

use anchor_lang::prelude::*;

use crate::error::HookError;

macro_rules! transfer_accounts {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Accounts)]
        pub struct $name<'info> {
            /// The token account that tokens leave.
            /// CHECK: read by `hook::judge`.
            pub source: UncheckedAccount<'info>,
            /// The mint.
            /// CHECK: read by `hook::judge`.
            pub mint: UncheckedAccount<'info>,
            /// The token account that tokens reach.
            /// CHECK: read by `hook::judge`.
            pub destination: UncheckedAccount<'info>,
            /// The owner or delegate that signs the transfer.
            /// CHECK: read by `hook::judge`.
            pub authority: UncheckedAccount<'info>,
            /// The validation account.
            /// CHECK: read by `hook::judge`.
            pub extra_account_metas: UncheckedAccount<'info>,
            /// The mint's policy.
            /// CHECK: read by `hook::judge`.
            pub policy: UncheckedAccount<'info>,
            /// The record of the source's owner.
            /// CHECK: read by `hook::judge`.
            pub source_holder: UncheckedAccount<'info>,
            /// The record of the destination's owner.
            /// CHECK: read by `hook::judge`.
            pub destination_holder: UncheckedAccount<'info>,
        }

        impl $name<'_> {
            pub(crate) fn handle(_ctx: Context<Self>, _amount: u64) -> Result<()> {
                err!(HookError::AnsweredByEntrypoint)
            }
        }
    };
}

transfer_accounts!(
    /// The accounts of a transfer under way.
    Execute
);
transfer_accounts!(
    /// The accounts of a planned transfer: the same.
    CheckTransfer
);
