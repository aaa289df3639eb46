//! Opening a page of a distribution's claims.

use anchor_lang::prelude::*;
use scrip_rules::merkle::{self, Hash};

use crate::error::IssuerError;
use crate::seeds;
use crate::state::{CLAIM_PAGE_VERSION, ClaimPage, Payout};

/// Which page, and the proof of its root.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug)]
pub struct OpenClaimPageArgs {
    /// The how manieth page of the tree, from 0.
    pub index: u32,
    /// Root of the page's subtree.
    pub root: [u8; 32],
    /// Siblings from the page's root up to the tree's.
    pub proof: Vec<[u8; 32]>,
}

/// Opens a page of a distribution's claims, when holders are paid. Anybody can, and gets the rent back.
#[derive(Accounts)]
#[instruction(args: OpenClaimPageArgs)]
pub struct OpenClaimPage<'info> {
    /// Pays the rent.
    #[account(mut)]
    pub payer: Signer<'info>,
    /// The distribution.
    pub payout: Box<Account<'info, Payout>>,
    /// The page to create.
    #[account(
        init,
        payer = payer,
        space = ClaimPage::SPACE,
        seeds = [seeds::CLAIMS, payout.key().as_ref(), &args.index.to_le_bytes()],
        bump,
    )]
    pub page: AccountLoader<'info, ClaimPage>,
    /// Creates the account.
    pub system_program: Program<'info, System>,
}

impl OpenClaimPage<'_> {
    fn validate(&self, args: &OpenClaimPageArgs, now: i64) -> Result<()> {
        let payout = &self.payout;
        // Until then the payout may be withdrawn, and another root come in its place.
        payout.require_paying(now)?;
        let depth = merkle::depth(payout.leaves).ok_or(IssuerError::PayoutMismatch)?;
        let (root, index) = (&payout.root, args.index);
        let proved = index < merkle::pages(payout.leaves)
            && merkle::verify_page(&sha256, root, depth, index, &args.root, &args.proof);
        if !proved {
            msg!("page {}, proof of {} hashes, leaves {}", index, args.proof.len(), payout.leaves);
            return err!(IssuerError::ProofInvalid);
        }
        Ok(())
    }

    pub(crate) fn handle(ctx: Context<Self>, args: OpenClaimPageArgs) -> Result<()> {
        ctx.accounts.validate(&args, Clock::get()?.unix_timestamp)?;
        let mut page = ctx.accounts.page.load_init()?;
        page.version = CLAIM_PAGE_VERSION;
        page.bump = ctx.bumps.page;
        page.index = args.index;
        page.payout = ctx.accounts.payout.key();
        page.root = args.root;
        page.rent_payer = ctx.accounts.payer.key();
        Ok(())
    }
}

/// SHA-256 of all parts, one after the other, by the runtime.
pub(super) fn sha256(parts: &[&[u8]]) -> Hash {
    solana_sha256_hasher::hashv(parts).to_bytes()
}
