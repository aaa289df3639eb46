//! Which tokens a pool takes as payment: those of which what is sent is what arrives.

use anchor_lang::prelude::*;
use anchor_spl::token_2022::spl_token_2022::extension::transfer_fee::TransferFeeConfig;
use anchor_spl::token_2022::spl_token_2022::extension::transfer_hook::TransferHook;
use anchor_spl::token_2022::spl_token_2022::extension::{
    BaseStateWithExtensions, ExtensionType, StateWithExtensions,
};
use anchor_spl::token_2022::spl_token_2022::state::Mint;

use crate::error::PoolError;

/// Fails if a transfer of this mint's tokens calls a hook, takes a fee or is not possible. Asked each time that
/// payment is taken in, because the authority of a mint may switch a fee or a hook on later. Another share, whose
/// transfers call a hook, is no payment either.
pub(crate) fn require_plain(mint: &AccountInfo<'_>) -> Result<()> {
    if *mint.owner != anchor_spl::token_2022::ID {
        return Ok(());
    }
    let data = mint.try_borrow_data()?;
    let state = StateWithExtensions::<Mint>::unpack(&data)?;
    let hook = state
        .get_extension::<TransferHook>()
        .is_ok_and(|hook| Option::<Pubkey>::from(hook.program_id).is_some());
    let fee = state.get_extension::<TransferFeeConfig>().is_ok_and(|config| {
        [config.older_transfer_fee, config.newer_transfer_fee]
            .iter()
            .any(|fee| u16::from(fee.transfer_fee_basis_points) != 0)
    });
    let fixed = state.get_extension_types()?.contains(&ExtensionType::NonTransferable);
    require!(!hook && !fee && !fixed, PoolError::PaymentMintNotPlain);
    Ok(())
}
