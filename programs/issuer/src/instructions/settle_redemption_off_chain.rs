//! Burning shares in escrow that are paid for off chain.

use anchor_lang::prelude::*;

use crate::error::IssuerError;
use crate::events::RedemptionSettled;
use crate::shared::*;

/// How much is settled, and by which payment.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug)]
pub struct SettleOffChainArgs {
    /// Raw units to burn.
    pub amount: u64,
    /// Hash of the payment order that the owner is paid by.
    pub payment_reference: [u8; 32],
}

/// Burns shares in escrow against a payment off chain. Only for a redemption whose owner asked for that.
#[event_cpi]
#[derive(Accounts)]
pub struct SettleRedemptionOffChain<'info> {
    /// What is burnt, and who says so.
    pub escrowed: BurnEscrow<'info>,
}

impl SettleRedemptionOffChain<'_> {
    fn validate(&self, args: &SettleOffChainArgs, now: i64) -> Result<()> {
        self.escrowed.validate(args.amount, now)?;
        let off_chain = self.escrowed.redemption.payment_mint == Pubkey::default();
        require!(off_chain, IssuerError::PaidOnChain);
        require!(args.payment_reference != [0; 32], IssuerError::ReasonMissing);
        Ok(())
    }

    pub(crate) fn handle(ctx: Context<Self>, args: SettleOffChainArgs) -> Result<()> {
        let now = Clock::get()?.unix_timestamp;
        ctx.accounts.validate(&args, now)?;
        let old_supply = ctx.accounts.escrowed.mint.supply;
        let (burnt, last) = ctx.accounts.escrowed.burn(args.amount)?;
        let escrowed = &ctx.accounts.escrowed;
        emit_cpi!(RedemptionSettled {
            asset: escrowed.asset.key(),
            redemption: escrowed.redemption.key(),
            owner: escrowed.redemption.owner,
            actor: escrowed.actor.key(),
            payment_mint: Pubkey::default(),
            amount: args.amount,
            price: 0,
            value: 0,
            fee: 0,
            last,
            old_supply,
            // The burn has succeeded, so the supply was at least that.
            new_supply: old_supply.saturating_sub(burnt),
            multiplier: escrowed.asset.track()?.at(now).scaled(),
            reference: args.payment_reference,
        });
        Ok(())
    }
}
