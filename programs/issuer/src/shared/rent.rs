//! Lamports for an account that is created or grows.

use anchor_lang::prelude::*;
use anchor_lang::system_program;

/// Moves what `account` lacks of the rent for `len` bytes; somebody may have sent lamports ahead.
pub(crate) fn top_up<'info>(
    payer: &AccountInfo<'info>,
    account: &AccountInfo<'info>,
    len: usize,
) -> Result<()> {
    let missing = Rent::get()?.minimum_balance(len).saturating_sub(account.lamports());
    if missing == 0 {
        return Ok(());
    }
    let accounts = system_program::Transfer { from: payer.clone(), to: account.clone() };
    system_program::transfer(CpiContext::new(system_program::ID, accounts), missing)
}
