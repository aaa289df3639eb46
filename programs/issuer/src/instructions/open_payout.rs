//! Opening what an action pays in one token.

use anchor_lang::prelude::*;
use anchor_spl::token_interface::{Mint, TokenInterface};
use scrip_rules::entitlement::other_shares;
use scrip_rules::merkle;
use scrip_rules::multiplier::Rounding;
use scrip_rules::settlement::SHARE;

use crate::error::IssuerError;
use crate::events::PayoutOpened;
use crate::seeds;
use crate::shared::tokens::{NewEscrow, require_plain};
use crate::shared::*;
use crate::state::{
    ActionTerms, Asset, AssetStatus, CLAIM_SECONDS, CorporateAction, Issuer, PAYOUT_VERSION,
    PERMISSION_CORPORATE_ACTIONS, PaymentMint, Payout,
};

/// What is paid.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug)]
pub struct OpenPayoutArgs {
    /// Base units of the token that must be in the vault before anybody is paid: of a distribution, the sum of
    /// what its claims bring.
    pub total: u64,
    /// Of a distribution, the root of the tree of its claims; else all zeros.
    pub root: [u8; 32],
    /// How many claims the tree has; 0: no distribution.
    pub leaves: u32,
    /// Base units withheld of what all claims bring.
    pub withheld: u64,
    /// SHA-256 of the snapshot's file of leaves.
    pub snapshot_hash: [u8; 32],
    /// From this second on the rest may go to the treasury: 30 days to ten years after it opens, unix seconds.
    pub deadline: i64,
}

/// Opens the vault that an action pays from in one token, and of a distribution publishes the root of its
/// claims.
#[event_cpi]
#[derive(Accounts)]
pub struct OpenPayout<'info> {
    /// A member of staff with the permission for corporate actions.
    pub staff: Staff<'info>,
    /// Pays the rent.
    #[account(mut)]
    pub payer: Signer<'info>,
    /// The asset's issuer, who says whether a checker is needed.
    #[account(address = staff.asset.issuer)]
    pub issuer: Box<Account<'info, Issuer>>,
    /// The asset's mint.
    #[account(address = staff.asset.mint)]
    pub mint: Box<InterfaceAccount<'info, Mint>>,
    /// The action.
    #[account(
        mut,
        constraint = action.asset == staff.asset.key() @ IssuerError::ActionMismatch,
    )]
    pub action: Box<Account<'info, CorporateAction>>,
    /// The token's mint.
    #[account(mint::token_program = payment_token_program)]
    pub payment_mint: Box<InterfaceAccount<'info, Mint>>,
    /// For cash: that the asset is paid with this token.
    #[account(
        constraint = payment_listing.asset == staff.asset.key() @ ErrorCode::ConstraintHasOne,
        constraint = payment_listing.mint == payment_mint.key() @ ErrorCode::ConstraintHasOne,
        constraint = payment_listing.accepted @ IssuerError::PaymentMintNotAccepted,
    )]
    pub payment_listing: Option<Box<Account<'info, PaymentMint>>>,
    /// For shares: the asset that the token is, of the same issuer.
    #[account(
        constraint = share_asset.mint == payment_mint.key() @ IssuerError::PayoutMismatch,
        constraint = share_asset.issuer == staff.asset.issuer @ IssuerError::PayoutMismatch,
    )]
    pub share_asset: Option<Box<Account<'info, Asset>>>,
    /// The payout to create.
    #[account(
        init,
        payer = payer,
        space = 8 + Payout::INIT_SPACE,
        seeds = [seeds::PAYOUT, action.key().as_ref(), payment_mint.key().as_ref()],
        bump,
    )]
    pub payout: Box<Account<'info, Payout>>,
    /// The vault to create.
    /// CHECK: created here, at its own address.
    #[account(mut, seeds = [seeds::ESCROW, payout.key().as_ref()], bump)]
    pub vault: UncheckedAccount<'info>,
    /// Token or Token-2022.
    pub payment_token_program: Interface<'info, TokenInterface>,
    /// Creates the accounts.
    pub system_program: Program<'info, System>,
}

impl OpenPayout<'_> {
    fn validate(&self, args: &OpenPayoutArgs, now: i64) -> Result<()> {
        self.staff.role.require(PERMISSION_CORPORATE_ACTIONS)?;
        let action = &self.action;
        action.basis()?;
        let own = self.staff.asset.mint;
        require!(action.terms.pays_with(self.payment_mint.key(), own), IssuerError::PayoutMismatch);
        // Cash is one of the tokens that the asset is paid with; shares are of an asset of the same issuer.
        match (&self.payment_listing, &self.share_asset) {
            (Some(_), None) => require_plain(&self.payment_mint.to_account_info())?,
            (None, Some(_)) => {
                let cash = action.terms.price().map(|(mint, _)| mint);
                require!(cash != Some(self.payment_mint.key()), IssuerError::PayoutMismatch);
            }
            _ => return err!(IssuerError::PayoutMismatch),
        }
        self.validate_tree(args, now)?;
        self.validate_total(args.total)?;
        let opens_at = action.dates.facts().pays_from();
        let seconds = args.deadline.saturating_sub(opens_at.max(now));
        if !CLAIM_SECONDS.contains(&seconds) {
            msg!("deadline {}, opens at {}, now {}", args.deadline, opens_at, now);
            return err!(IssuerError::ClaimWindow);
        }
        Ok(())
    }

    /// A distribution has a tree, of who held at the end of the record date and of what they chose.
    fn validate_tree(&self, args: &OpenPayoutArgs, now: i64) -> Result<()> {
        let none = args.leaves == 0 && args.root == [0; 32] && args.withheld == 0;
        if !self.action.terms.form().is_distribution() {
            require!(none, IssuerError::TreeMalformed);
            return Ok(());
        }
        let sound = merkle::depth(args.leaves).is_some() && args.root != [0; 32];
        require!(sound, IssuerError::TreeMalformed);
        let (record_at, elect_by) = (self.action.dates.record_at, self.action.dates.elect_by);
        if now <= record_at || now < elect_by {
            msg!("now {}, record at {}, elect by {}", now, record_at, elect_by);
            return err!(IssuerError::RecordNotReached);
        }
        Ok(())
    }

    /// Whoever must or may give shares up must find the money there.
    fn validate_total(&self, total: u64) -> Result<()> {
        let kind = self.action.kind()?;
        if kind.ends_asset() {
            let winding = self.staff.asset.status == AssetStatus::WindingDown as u8;
            require!(winding, IssuerError::NotWindingDown);
        }
        let least = match self.action.terms {
            ActionTerms::Offer { max_raw, .. } => self.due(max_raw)?,
            _ if kind.ends_asset() => self.due(self.mint.supply)?,
            _ => 1,
        };
        if total < least {
            msg!("total {}, at least {}", total, least);
            return err!(IssuerError::PayoutTotal);
        }
        Ok(())
    }

    /// What `raw` units bring in this token, and at least one unit.
    fn due(&self, raw: u64) -> Result<u64> {
        let basis = self.action.basis()?;
        let due = match &self.share_asset {
            Some(asset) => {
                let (_, ratio) =
                    self.action.terms.other_shares().ok_or(IssuerError::PayoutMismatch)?;
                let multiplier = asset.track()?.at(Clock::get()?.unix_timestamp);
                other_shares(raw, basis, ratio, multiplier)
            }
            None => {
                let (_, price) = self.action.terms.price().ok_or(IssuerError::PayoutMismatch)?;
                basis.value_of(raw, price, SHARE, Rounding::Down)
            }
        };
        Ok(due.ok_or(IssuerError::AmountOverflow)?.max(1))
    }

    pub(crate) fn handle(ctx: Context<Self>, args: OpenPayoutArgs) -> Result<()> {
        let now = Clock::get()?.unix_timestamp;
        let accounts = &mut *ctx.accounts;
        accounts.validate(&args, now)?;
        let checked = accounts.issuer.checks_actions() || accounts.action.kind()?.ends_asset();
        let (paying_asset, multiplier) = match &accounts.share_asset {
            Some(asset) => (asset.key(), asset.track()?.at(now).scaled()),
            None => (accounts.staff.asset.key(), 0),
        };
        let payout = accounts.payout.key();
        accounts.payout.set_inner(Payout {
            version: PAYOUT_VERSION,
            bump: ctx.bumps.payout,
            swept: false,
            approved: !checked,
            action: accounts.action.key(),
            asset: accounts.staff.asset.key(),
            payment_mint: accounts.payment_mint.key(),
            paying_asset,
            vault: accounts.vault.key(),
            multiplier,
            total: args.total,
            funded: 0,
            paid: 0,
            root: args.root,
            leaves: args.leaves,
            withheld: args.withheld,
            snapshot_hash: args.snapshot_hash,
            opens_at: accounts.action.dates.facts().pays_from(),
            deadline: args.deadline,
            maker: accounts.staff.actor.key(),
            checker: Pubkey::default(),
            rent_payer: accounts.payer.key(),
        });
        let action = &mut accounts.action;
        action.payouts = action.payouts.checked_add(1).ok_or(IssuerError::InvariantViolated)?;
        action.open_payouts =
            action.open_payouts.checked_add(1).ok_or(IssuerError::InvariantViolated)?;
        action.invariant()?;
        accounts.payout.invariant()?;
        let vault = NewEscrow {
            payer: accounts.payer.to_account_info(),
            escrow: accounts.vault.to_account_info(),
            mint: accounts.payment_mint.to_account_info(),
            owner: paying_asset,
            program: accounts.payment_token_program.key(),
            seeds: &[seeds::ESCROW, payout.as_ref(), &[ctx.bumps.vault]],
        };
        vault.open()?;
        emit_cpi!(PayoutOpened {
            asset: ctx.accounts.staff.asset.key(),
            action: ctx.accounts.action.key(),
            payout,
            actor: ctx.accounts.staff.actor.key(),
            payment_mint: ctx.accounts.payment_mint.key(),
            total: args.total,
            root: args.root,
            leaves: args.leaves,
            withheld: args.withheld,
            snapshot_hash: args.snapshot_hash,
            opens_at: ctx.accounts.payout.opens_at,
            deadline: args.deadline,
            approved: !checked,
        });
        Ok(())
    }
}
