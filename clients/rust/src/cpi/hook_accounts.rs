//! The accounts that the transfer hook asks for, on their way through a venue.

use anchor_lang::prelude::*;

use super::CpiError;

/// How many accounts there are before further ones.
const OWN: usize = 5;

/// What a transfer of a share takes beyond Token-2022's own accounts. A venue checks none of them: Token-2022 derives
/// each address anew and fails if it is not among them.
///
/// Taken from the accounts that follow the named ones, where clients append them:
///
/// ```no_run
/// use anchor_lang::prelude::*;
/// use scrip_client::cpi::HookAccounts;
///
/// # #[derive(Accounts)]
/// # pub struct Swap<'info> { pub trader: Signer<'info> }
/// fn swap<'info>(ctx: Context<'info, Swap<'info>>) -> Result<()> {
///     let hook = HookAccounts::from_remaining(ctx.remaining_accounts)?;
/// #   let _ = hook;
///     Ok(())
/// }
/// # fn main() {}
/// ```
///
/// or put together from accounts that the instruction names, which its interface description then shows:
///
/// ```no_run
/// use anchor_lang::prelude::*;
/// use scrip_client::cpi::{HookAccounts, ScripTransferHook};
///
/// #[derive(Accounts)]
/// pub struct Deposit<'info> {
///     /// CHECK: passed on to Token-2022, which checks it.
///     pub policy: UncheckedAccount<'info>,
///     /// CHECK: passed on to Token-2022, which checks it.
///     pub depositor_record: UncheckedAccount<'info>,
///     /// CHECK: passed on to Token-2022, which checks it.
///     pub venue_record: UncheckedAccount<'info>,
///     pub hook_program: Program<'info, ScripTransferHook>,
///     /// CHECK: passed on to Token-2022, which checks it.
///     pub validation: UncheckedAccount<'info>,
/// }
///
/// fn hook<'info>(accounts: &Deposit<'info>) -> HookAccounts<'info> {
///     HookAccounts {
///         policy: accounts.policy.to_account_info(),
///         sender_record: accounts.depositor_record.to_account_info(),
///         recipient_record: accounts.venue_record.to_account_info(),
///         hook_program: accounts.hook_program.to_account_info(),
///         validation: accounts.validation.to_account_info(),
///         further: vec![],
///     }
/// }
/// # fn main() {}
/// ```
#[derive(Clone, Debug)]
pub struct HookAccounts<'info> {
    /// The policy of the share.
    pub policy: AccountInfo<'info>,
    /// The record of the wallet or venue that owns the sending token account. There may be none at the address.
    pub sender_record: AccountInfo<'info>,
    /// The record of the wallet or venue that owns the receiving token account. There may be none at the address.
    pub recipient_record: AccountInfo<'info>,
    /// The transfer-hook program.
    pub hook_program: AccountInfo<'info>,
    /// The validation account of the mint.
    pub validation: AccountInfo<'info>,
    /// What another hook asks for, should the issuer have given the share one since. Passed on as it is, so that
    /// shares in a venue stay within reach without an upgrade of it.
    pub further: Vec<AccountInfo<'info>>,
}

impl<'info> HookAccounts<'info> {
    /// Takes them from the accounts that follow an instruction's own, in the order of Token-2022's resolver and of
    /// [`hook_accounts`](crate::hook::hook_accounts). What follows the five becomes `further`.
    ///
    /// # Errors
    /// [`CpiError::HookAccountsMissing`] if there are fewer than five.
    pub fn from_remaining(remaining: &[AccountInfo<'info>]) -> Result<Self> {
        let Some((own, further)) = remaining.split_first_chunk::<OWN>() else {
            msg!("{} accounts for the transfer hook, at least {}", remaining.len(), OWN);
            return err!(CpiError::HookAccountsMissing);
        };
        let [policy, sender_record, recipient_record, hook_program, validation] = own.clone();
        let further = further.to_vec();
        Ok(Self { policy, sender_record, recipient_record, hook_program, validation, further })
    }

    /// All of them, in the order of Token-2022's resolver.
    pub(super) fn iter(&self) -> impl Iterator<Item = &AccountInfo<'info>> {
        let own = [
            &self.policy,
            &self.sender_record,
            &self.recipient_record,
            &self.hook_program,
            &self.validation,
        ];
        own.into_iter().chain(&self.further)
    }
}
