//! The accounts that the transfer hook asks for, where the asset moves its own shares.

use anchor_lang::prelude::*;
use anchor_spl::token_2022::Token2022;
use anchor_spl::token_interface::Mint;
use scrip_transfer_hook::program::ScripTransferHook;
use scrip_transfer_hook::state::Policy;

use super::tokens::Tokens;
use crate::state::Asset;

/// What Token-2022 hands to the transfer hook. The asset signs these transfers, which therefore pass halts
/// and need no live records: so no escrow can be stranded by a rule.
#[derive(Accounts)]
pub struct Hooked<'info> {
    /// The mint's validation account.
    /// CHECK: Token-2022 derives the address, the hook reads it.
    pub extra_account_metas: UncheckedAccount<'info>,
    /// The asset's policy.
    pub policy: AccountLoader<'info, Policy>,
    /// The record of the owner's wallet.
    /// CHECK: whoever needs it live reads it by the same function as the hook; Token-2022 derives its address.
    pub holder: UncheckedAccount<'info>,
    /// The address at which the asset would have a record.
    /// CHECK: Token-2022 derives it. There is none: the asset's escrows need no record.
    pub asset_holder: UncheckedAccount<'info>,
    /// Judges transfers.
    pub hook_program: Program<'info, ScripTransferHook>,
    /// Moves shares.
    pub token_program: Program<'info, Token2022>,
}

impl<'info> Hooked<'info> {
    /// Moves `amount` raw units, signed by the asset: as the owner of its escrow, or as the permanent
    /// delegate of a holder who has signed this instruction. `further` are accounts of another hook, should
    /// the mint have got one since.
    pub(crate) fn transfer(
        &self,
        asset: &Account<'info, Asset>,
        mint: &InterfaceAccount<'info, Mint>,
        from: AccountInfo<'info>,
        to: AccountInfo<'info>,
        amount: u64,
        further: &[AccountInfo<'info>],
    ) -> Result<()> {
        let own = [
            self.extra_account_metas.to_account_info(),
            self.policy.to_account_info(),
            self.holder.to_account_info(),
            self.asset_holder.to_account_info(),
            self.hook_program.to_account_info(),
        ];
        let extra = [&own, further].concat();
        let tokens = Tokens {
            from,
            mint: mint.to_account_info(),
            to,
            authority: asset.to_account_info(),
            program: anchor_spl::token_2022::ID,
            decimals: mint.decimals,
        };
        tokens.transfer(amount, &extra, Some(asset))
    }
}
