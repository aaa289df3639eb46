//! Asking for redemption.

use anchor_lang::prelude::*;
use anchor_spl::token_interface::{Mint, TokenAccount};
use scrip_rules::issuance;
use scrip_rules::settlement::check_deadline;

use super::mint_shares::Quantity;
use crate::error::IssuerError;
use crate::events::RedemptionRequested;
use crate::seeds;
use crate::shared::register::admit_giver;
use crate::shared::tokens::NewEscrow;
use crate::shared::*;
use crate::state::{Asset, PaymentMint, REDEMPTION_VERSION, Redemption};

/// What a holder asks for.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug)]
pub struct RequestRedemptionArgs {
    /// Chosen by the owner: each open redemption of an asset has another.
    pub id: u64,
    /// How much.
    pub quantity: Quantity,
    /// The least for one whole share as it is now, base units of the payment token, before the fee; 0 only
    /// if it is paid off chain. A split divides it.
    pub min_price: u64,
    /// From this second on the owner may take back what is left, unix seconds.
    pub deadline: i64,
}

/// Puts a holder's shares into escrow, for the issuer to pay for. A trading halt does not stop it, a blackout
/// or a pause does.
#[event_cpi]
#[derive(Accounts)]
#[instruction(args: RequestRedemptionArgs)]
pub struct RequestRedemption<'info> {
    /// The holder, who owns the token account.
    pub owner: Signer<'info>,
    /// Pays the rent, and gets it back.
    #[account(mut)]
    pub payer: Signer<'info>,
    /// The asset.
    #[account(
        has_one = mint,
        constraint = asset.policy == hooked.policy.key() @ ErrorCode::ConstraintHasOne,
    )]
    pub asset: Box<Account<'info, Asset>>,
    /// The asset's mint.
    pub mint: Box<InterfaceAccount<'info, Mint>>,
    /// The holder's token account.
    #[account(
        mut,
        token::mint = mint,
        token::token_program = hooked.token_program,
        has_one = owner @ IssuerError::NotTokenAccountOwner,
    )]
    pub source: Box<InterfaceAccount<'info, TokenAccount>>,
    /// That the asset is paid with this token; without it the holder is paid off chain.
    #[account(
        has_one = asset,
        constraint = payment_listing.accepted @ IssuerError::PaymentMintNotAccepted,
    )]
    pub payment_listing: Option<Box<Account<'info, PaymentMint>>>,
    /// The redemption to create.
    #[account(
        init,
        payer = payer,
        space = 8 + Redemption::INIT_SPACE,
        seeds = [
            seeds::REDEMPTION,
            asset.key().as_ref(),
            owner.key().as_ref(),
            &args.id.to_le_bytes(),
        ],
        bump,
    )]
    pub redemption: Box<Account<'info, Redemption>>,
    /// The escrow to create, which the asset owns.
    /// CHECK: created here, at its own address.
    #[account(mut, seeds = [seeds::ESCROW, redemption.key().as_ref()], bump)]
    pub share_escrow: UncheckedAccount<'info>,
    /// What the transfer hook asks for.
    pub hooked: Hooked<'info>,
    /// Creates the accounts.
    pub system_program: Program<'info, System>,
}

impl RequestRedemption<'_> {
    /// Returns the raw units.
    fn validate(&self, args: &RequestRedemptionArgs, now: i64) -> Result<u64> {
        self.asset.require_open()?;
        let multiplier = self.asset.track()?.at(now);
        let quantity = issuance::Quantity::from(args.quantity);
        let raw = quantity.to_raw(multiplier).map_err(IssuerError::from)?;
        let window = self.asset.settlement_window;
        check_deadline(args.deadline, window, now).map_err(IssuerError::from)?;
        // Without a least price the shares could be burnt for nothing.
        match self.payment_listing {
            Some(_) => require!(args.min_price > 0, IssuerError::ZeroAmount),
            None => require!(args.min_price == 0, IssuerError::PaidOffChain),
        }
        admit_giver(&self.hooked.policy, &self.hooked.holder, self.owner.key, now)?;
        Ok(raw)
    }

    pub(crate) fn handle(ctx: Context<Self>, args: RequestRedemptionArgs) -> Result<()> {
        let now = Clock::get()?.unix_timestamp;
        let accounts = &mut *ctx.accounts;
        let raw = accounts.validate(&args, now)?;
        let redemption = accounts.redemption.key();
        let listing = accounts.payment_listing.as_ref();
        let payment_mint = listing.map(|listing| listing.mint).unwrap_or_default();
        accounts.redemption.set_inner(Redemption {
            version: REDEMPTION_VERSION,
            bump: ctx.bumps.redemption,
            asset: accounts.asset.key(),
            owner: accounts.owner.key(),
            id: args.id,
            payment_mint,
            escrow_bump: ctx.bumps.share_escrow,
            min_price: args.min_price,
            multiplier: accounts.asset.track()?.at(now).scaled(),
            fee_bps: accounts.asset.redemption_fee_bps,
            deposited: raw,
            settled: 0,
            paid: 0,
            deadline: args.deadline,
            rent_payer: accounts.payer.key(),
        });
        let escrow = NewEscrow {
            payer: accounts.payer.to_account_info(),
            escrow: accounts.share_escrow.to_account_info(),
            mint: accounts.mint.to_account_info(),
            owner: accounts.asset.key(),
            program: anchor_spl::token_2022::ID,
            seeds: &[seeds::ESCROW, redemption.as_ref(), &[ctx.bumps.share_escrow]],
        };
        escrow.open()?;
        let (source, escrow) = (&accounts.source, &accounts.share_escrow);
        let (from, to) = (source.to_account_info(), escrow.to_account_info());
        accounts.hooked.transfer(&accounts.asset, &accounts.mint, from, to, raw, &[])?;
        emit_cpi!(RedemptionRequested {
            asset: ctx.accounts.asset.key(),
            redemption,
            owner: ctx.accounts.owner.key(),
            payment_mint,
            amount: raw,
            min_price: args.min_price,
            fee_bps: ctx.accounts.redemption.fee_bps,
            deadline: args.deadline,
        });
        Ok(())
    }
}
