//! For the benchmark: a transfer hook that does what the reference hook of the Solana Program Library does,
//! and nothing else: it looks for the flags of a transfer under way, derives the address of the validation
//! account again, and resolves the extra accounts again from the list in it.

use solana_account_info::AccountInfo;
use solana_program_entrypoint::{ProgramResult, entrypoint};
use solana_program_error::ProgramError;
use solana_pubkey::Pubkey;
use spl_tlv_account_resolution::state::ExtraAccountMetaList;
use spl_token_2022_interface::extension::transfer_hook::TransferHookAccount;
use spl_token_2022_interface::extension::{BaseStateWithExtensions, StateWithExtensions};
use spl_token_2022_interface::state::Account;
use spl_transfer_hook_interface::error::TransferHookError;
use spl_transfer_hook_interface::get_extra_account_metas_address;
use spl_transfer_hook_interface::instruction::{ExecuteInstruction, TransferHookInstruction};

entrypoint!(process);

fn process(program: &Pubkey, accounts: &[AccountInfo], data: &[u8]) -> ProgramResult {
    let TransferHookInstruction::Execute { .. } = TransferHookInstruction::unpack(data)? else {
        return Err(ProgramError::InvalidInstructionData);
    };
    let [source, mint, destination, _authority, validation, ..] = accounts else {
        return Err(ProgramError::NotEnoughAccountKeys);
    };
    check_transferring(source)?;
    check_transferring(destination)?;
    if *validation.key != get_extra_account_metas_address(mint.key, program) {
        return Err(ProgramError::InvalidSeeds);
    }
    let list = validation.try_borrow_data()?;
    ExtraAccountMetaList::check_account_infos::<ExecuteInstruction>(accounts, data, program, &list)
}

fn check_transferring(token_account: &AccountInfo) -> ProgramResult {
    let data = token_account.try_borrow_data()?;
    let account = StateWithExtensions::<Account>::unpack(&data)?;
    if bool::from(account.get_extension::<TransferHookAccount>()?.transferring) {
        Ok(())
    } else {
        Err(TransferHookError::ProgramCalledOutsideOfTransfer.into())
    }
}
