//! What a distribution pays to each holder: pages opened, claims paid, pages closed.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use anchor_lang::system_program;
use scrip_issuer::{ClaimArgs, OpenClaimPageArgs, accounts, instruction};
use scrip_rules::merkle::{self, Hash, Leaf};

use super::super::{issuer_events, of_issuer};
use super::PayoutOf;
use crate::addresses::{self, ASSOCIATED_TOKEN};

/// `open_claim_page`. Anybody can, when the payout pays, and gets the rent back.
#[must_use]
pub fn open_claim_page(payout: Pubkey, payer: Pubkey, args: OpenClaimPageArgs) -> Instruction {
    let accounts = accounts::OpenClaimPage {
        payer,
        payout,
        page: addresses::claim_page(&payout, args.index),
        system_program: system_program::ID,
    };
    of_issuer(accounts, instruction::OpenClaimPage { args })
}

/// `close_claim_page`, when the payout is swept. Anybody can; the rent goes to who paid it.
#[must_use]
pub fn close_claim_page(payout: Pubkey, index: u32, rent_receiver: Pubkey) -> Instruction {
    let accounts = accounts::CloseClaimPage {
        payout,
        page: addresses::claim_page(&payout, index),
        rent_receiver,
    };
    of_issuer(accounts, instruction::CloseClaimPage {})
}

/// `claim`, for the owner of a leaf, into the owner's associated token account, which must be open. Nobody but the
/// fee payer has to sign.
#[must_use]
pub fn claim(of: &PayoutOf<'_>, leaf: &Leaf, proof: Vec<Hash>) -> Instruction {
    let owner = Pubkey::new_from_array(leaf.owner);
    let (payout, paying) = (of.address(), of.paying());
    let (mint, program) = (of.with.mint(), of.with.program());
    let seeds = [owner.as_ref(), program.as_ref(), mint.as_ref()];
    let (destination, destination_bump) = Pubkey::find_program_address(&seeds, &ASSOCIATED_TOKEN);
    let accounts = accounts::Claim {
        owner,
        payout,
        page: addresses::claim_page(&payout, merkle::page_of(leaf.index)),
        paying_asset: paying.asset,
        policy: paying.policy,
        holder: paying.record(&owner),
        payment_mint: mint,
        vault: of.vault(),
        destination,
        payment_token_program: program,
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    let Leaf { index, raw, gross, withheld, .. } = *leaf;
    let args = ClaimArgs { index, raw, gross, withheld, destination_bump, proof };
    let mut claim = of_issuer(accounts, instruction::Claim { args });
    claim.accounts.extend(of.with.further(&owner));
    claim
}
