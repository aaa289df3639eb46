//! Moving shares, and asking beforehand whether they may be moved.

use anchor_lang::prelude::*;
use anchor_lang::solana_program::program::{get_return_data, invoke_signed};
use scrip_issuer::state::ASSET_DECIMALS;
use scrip_transfer_hook::cpi::accounts::Transfer;
use spl_token_2022_interface::instruction::transfer_checked;

use super::{CpiError, HookAccounts};

/// A transfer of shares between two token accounts.
///
/// ```no_run
/// use anchor_lang::prelude::*;
/// use scrip_client::cpi::{HookAccounts, ShareTransfer};
///
/// # #[derive(Accounts)]
/// # pub struct Withdraw<'info> {
/// #     /// CHECK: an example.
/// #     pub vault: UncheckedAccount<'info>,
/// #     /// CHECK: an example.
/// #     pub share_mint: UncheckedAccount<'info>,
/// #     /// CHECK: an example.
/// #     pub share_account: UncheckedAccount<'info>,
/// #     /// CHECK: an example.
/// #     pub pool: UncheckedAccount<'info>,
/// # }
/// fn withdraw<'info>(ctx: Context<'info, Withdraw<'info>>, raw: u64, bump: u8) -> Result<()> {
///     let accounts = ctx.accounts;
///     let transfer = ShareTransfer {
///         from: accounts.vault.to_account_info(),
///         mint: accounts.share_mint.to_account_info(),
///         to: accounts.share_account.to_account_info(),
///         authority: accounts.pool.to_account_info(),
///         hook: HookAccounts::from_remaining(ctx.remaining_accounts)?,
///     };
///     // `raw` in raw units, not in shares. The pool's address signs.
///     transfer.send(raw, &[&[b"pool", &[bump]]])
/// }
/// # fn main() {}
/// ```
#[derive(Clone, Debug)]
pub struct ShareTransfer<'info> {
    /// The token account that raw units leave.
    pub from: AccountInfo<'info>,
    /// The mint of the share.
    pub mint: AccountInfo<'info>,
    /// The token account that they reach.
    pub to: AccountInfo<'info>,
    /// Owner of `from`, or its delegate: signs the instruction, or by the seeds.
    pub authority: AccountInfo<'info>,
    /// What the transfer hook asks for.
    pub hook: HookAccounts<'info>,
}

impl ShareTransfer<'_> {
    /// Moves `raw` units by Token-2022's `TransferChecked`, which calls the hook. `signer_seeds` are those of
    /// `authority` if it is an address of the calling program, and empty if it has signed the instruction. The
    /// instruction must have been given the Token-2022 program.
    ///
    /// # Errors
    /// The refusal of the hook, 6000 to 6399, or an error of Token-2022. Neither can be caught: the transaction
    /// fails.
    pub fn send(&self, raw: u64, signer_seeds: &[&[&[u8]]]) -> Result<()> {
        let mut instruction = transfer_checked(
            &spl_token_2022_interface::ID,
            self.from.key,
            self.mint.key,
            self.to.key,
            self.authority.key,
            &[],
            raw,
            ASSET_DECIMALS,
        )?;
        let own = [&self.from, &self.mint, &self.to, &self.authority];
        let mut accounts: Vec<_> = own.into_iter().cloned().collect();
        for account in self.hook.iter() {
            // Never as a signer: a hook has no business with anybody's signature.
            instruction.accounts.push(AccountMeta {
                pubkey: *account.key,
                is_signer: false,
                is_writable: account.is_writable,
            });
            accounts.push(account.clone());
        }
        Ok(invoke_signed(&instruction, &accounts, signer_seeds)?)
    }

    /// Asks the hook what it would say of a transfer of `raw` units now: 0 if it would allow it, or the code of its
    /// refusal, of which [`Refusal::from_code`](super::Refusal::from_code) has the sentence. For quotes, and for
    /// programs that go another way when shares stand still; a transfer that is sent anyway need not ask.
    ///
    /// It knows the hook's rules alone: balances, frozen accounts and a paused mint are Token-2022's.
    ///
    /// # Errors
    /// [`CpiError::NoAnswer`] if there is no answer, which the hook always gives.
    pub fn check(&self, raw: u64) -> Result<u16> {
        let accounts = Transfer {
            source: self.from.clone(),
            mint: self.mint.clone(),
            destination: self.to.clone(),
            authority: self.authority.clone(),
            extra_account_metas: self.hook.validation.clone(),
            policy: self.hook.policy.clone(),
            source_holder: self.hook.sender_record.clone(),
            destination_holder: self.hook.recipient_record.clone(),
        };
        let context = CpiContext::new(scrip_transfer_hook::ID, accounts);
        scrip_transfer_hook::cpi::check_transfer(context, raw)?;
        let answer = get_return_data().filter(|(program, _)| *program == scrip_transfer_hook::ID);
        let answer = answer.and_then(|(_, data)| data.first_chunk().copied());
        Ok(u16::from_le_bytes(answer.ok_or(CpiError::NoAnswer)?))
    }
}
