//! Token accounts of any token program: moving tokens, and the escrows that the asset owns.

use anchor_lang::prelude::*;
use anchor_lang::solana_program::program::invoke_signed;
use anchor_lang::system_program;
use anchor_spl::associated_token;
use anchor_spl::token_2022::spl_token_2022::extension::transfer_fee::TransferFeeConfig;
use anchor_spl::token_2022::spl_token_2022::extension::transfer_hook::TransferHook;
use anchor_spl::token_2022::spl_token_2022::extension::{
    BaseStateWithExtensions, ExtensionType, StateWithExtensions,
};
use anchor_spl::token_2022::spl_token_2022::instruction as token;
use anchor_spl::token_2022::spl_token_2022::state::{Account as TokenState, Mint as MintState};
use anchor_spl::token_2022::{Burn, burn};
use anchor_spl::token_interface::Mint;

use super::rent::top_up;
use crate::error::IssuerError;
use crate::state::Asset;

/// Tokens of one mint, between two accounts.
pub(crate) struct Tokens<'info> {
    pub from: AccountInfo<'info>,
    pub mint: AccountInfo<'info>,
    pub to: AccountInfo<'info>,
    /// Who signs: a signer of this instruction, or the asset.
    pub authority: AccountInfo<'info>,
    pub program: Pubkey,
    pub decimals: u8,
}

impl<'info> Tokens<'info> {
    /// Moves `amount`. `extra` are accounts that a transfer hook asks for; `asset` signs if it is given.
    pub(crate) fn transfer(
        self,
        amount: u64,
        extra: &[AccountInfo<'info>],
        asset: Option<&Asset>,
    ) -> Result<()> {
        let mut transfer = token::transfer_checked(
            &self.program,
            self.from.key,
            self.mint.key,
            self.to.key,
            self.authority.key,
            &[],
            amount,
            self.decimals,
        )?;
        let mut accounts = vec![self.from, self.mint, self.to, self.authority];
        for account in extra {
            let (key, writable) = (*account.key, account.is_writable);
            transfer.accounts.push(AccountMeta {
                pubkey: key,
                is_signer: false,
                is_writable: writable,
            });
            accounts.push(account.clone());
        }
        match asset {
            Some(asset) => invoke_signed(&transfer, &accounts, &[&asset.signer_seeds()])?,
            None => invoke_signed(&transfer, &accounts, &[])?,
        }
        Ok(())
    }
}

/// Fails if a transfer of this mint's tokens calls a hook or takes a fee: what was paid would then not be
/// what arrives. Held against the mint each time that tokens are taken in.
pub(crate) fn require_plain(mint: &AccountInfo<'_>) -> Result<()> {
    if *mint.owner != anchor_spl::token_2022::ID {
        return Ok(());
    }
    let data = mint.try_borrow_data()?;
    let state = StateWithExtensions::<MintState>::unpack(&data)?;
    let hook = state
        .get_extension::<TransferHook>()
        .is_ok_and(|hook| Option::<Pubkey>::from(hook.program_id).is_some());
    let fee = state.get_extension::<TransferFeeConfig>().is_ok_and(|config| {
        [config.older_transfer_fee, config.newer_transfer_fee]
            .iter()
            .any(|fee| u16::from(fee.transfer_fee_basis_points) != 0)
    });
    let fixed = state.get_extension_types()?.contains(&ExtensionType::NonTransferable);
    require!(!hook && !fee && !fixed, IssuerError::PaymentMintHasHookOrFee);
    Ok(())
}

/// Burns raw units of a share, signed by the asset: as the owner of its escrow, or as the permanent delegate.
pub(crate) fn burn_shares<'info>(
    mint: &InterfaceAccount<'info, Mint>,
    from: AccountInfo<'info>,
    asset: &Account<'info, Asset>,
    amount: u64,
) -> Result<()> {
    let accounts = Burn { mint: mint.to_account_info(), from, authority: asset.to_account_info() };
    let seeds = asset.signer_seeds();
    let signer = &[&seeds[..]];
    burn(CpiContext::new_with_signer(anchor_spl::token_2022::ID, accounts, signer), amount)
}

/// Fails unless `account` is the associated token account of `owner`, which has this bump.
///
/// The program for associated accounts creates them at no other bump, so the address with a wrong one is no
/// token account; deriving it without a bump would cost up to ten times as much.
pub(crate) fn require_associated(
    account: &Pubkey,
    owner: &Pubkey,
    mint: &Pubkey,
    program: &Pubkey,
    bump: u8,
) -> Result<()> {
    let seeds = [owner.as_ref(), program.as_ref(), mint.as_ref(), &[bump]];
    let address = Pubkey::create_program_address(&seeds, &associated_token::ID);
    require!(address == Ok(*account), IssuerError::NotAssociatedAccount);
    Ok(())
}

/// Fails unless `account` is the associated token account of `owner`.
pub(crate) fn require_canonical(
    account: &Pubkey,
    owner: &Pubkey,
    mint: &Pubkey,
    program: &Pubkey,
) -> Result<()> {
    let seeds = [owner.as_ref(), program.as_ref(), mint.as_ref()];
    let (address, _) = Pubkey::find_program_address(&seeds, &associated_token::ID);
    require_keys_eq!(address, *account, IssuerError::NotAssociatedAccount);
    Ok(())
}

/// An escrow to open: a token account at an address of this program, which the asset owns.
pub(crate) struct NewEscrow<'a, 'info> {
    pub payer: AccountInfo<'info>,
    pub escrow: AccountInfo<'info>,
    pub mint: AccountInfo<'info>,
    pub owner: Pubkey,
    pub program: Pubkey,
    pub seeds: &'a [&'a [u8]],
}

impl NewEscrow<'_, '_> {
    /// Opens it: top up, allocate, assign, as somebody may have sent lamports ahead.
    pub(crate) fn open(self) -> Result<()> {
        let len = token_account_len(&self.mint)?;
        top_up(&self.payer, &self.escrow, len)?;
        let system = system_program::ID;
        let signer = &[self.seeds];
        let allocate = system_program::Allocate { account_to_allocate: self.escrow.clone() };
        let context = CpiContext::new_with_signer(system, allocate, signer);
        system_program::allocate(context, u64::try_from(len).unwrap_or(u64::MAX))?;
        let assign = system_program::Assign { account_to_assign: self.escrow.clone() };
        let context = CpiContext::new_with_signer(system, assign, signer);
        system_program::assign(context, &self.program)?;
        let initialize =
            token::initialize_account3(&self.program, self.escrow.key, self.mint.key, &self.owner)?;
        Ok(invoke_signed(&initialize, &[self.escrow, self.mint], &[])?)
    }
}

/// Closes an empty escrow; its rent goes to `rent_receiver`.
pub(crate) fn close_escrow<'info>(
    escrow: AccountInfo<'info>,
    rent_receiver: AccountInfo<'info>,
    asset: &Account<'info, Asset>,
    program: &Pubkey,
) -> Result<()> {
    let close = token::close_account(program, escrow.key, rent_receiver.key, &asset.key(), &[])?;
    let accounts = [escrow, rent_receiver, asset.to_account_info()];
    Ok(invoke_signed(&close, &accounts, &[&asset.signer_seeds()])?)
}

fn token_account_len(mint: &AccountInfo<'_>) -> Result<usize> {
    if *mint.owner != anchor_spl::token_2022::ID {
        return Ok(<TokenState as anchor_lang::solana_program::program_pack::Pack>::LEN);
    }
    let data = mint.try_borrow_data()?;
    let state = StateWithExtensions::<MintState>::unpack(&data)?;
    let extensions =
        ExtensionType::get_required_init_account_extensions(&state.get_extension_types()?);
    Ok(ExtensionType::try_calculate_account_len::<TokenState>(&extensions)?)
}
