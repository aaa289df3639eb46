//! Shares back: escrowed, settled, rejected, reclaimed, burned. Token accounts are the associated ones.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use anchor_lang::system_program;
use scrip_issuer::state::Redemption;
use scrip_issuer::{
    RedeemSharesArgs, RejectArgs, RequestRedemptionArgs, SettleOffChainArgs, SettleRedemptionArgs,
    accounts, instruction,
};

use super::{hooked, issuer_events, of_issuer};
use crate::token::Token;
use crate::{ShareAddresses, addresses};

/// `redeem_shares`: burned at once. `actor`, of the staff, and `owner` sign.
#[must_use]
pub fn redeem_shares(
    actor: Pubkey,
    owner: Pubkey,
    share: &ShareAddresses,
    args: RedeemSharesArgs,
) -> Instruction {
    let accounts = accounts::RedeemShares {
        actor,
        owner,
        role: share.role(&actor),
        asset: share.asset,
        mint: share.mint,
        policy: share.policy,
        holder: share.record(&owner),
        source: share.account(&owner),
        token_program: addresses::TOKEN_2022,
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    of_issuer(accounts, instruction::RedeemShares { args })
}

/// `request_redemption`, against a payment token or, without one, off chain.
#[must_use]
pub fn request_redemption(
    owner: Pubkey,
    payer: Pubkey,
    share: &ShareAddresses,
    payment_mint: Option<Pubkey>,
    args: RequestRedemptionArgs,
) -> Instruction {
    let redemption = addresses::redemption(&share.asset, &owner, args.id);
    let accounts = accounts::RequestRedemption {
        owner,
        payer,
        asset: share.asset,
        mint: share.mint,
        source: share.account(&owner),
        payment_listing: payment_mint.map(|mint| addresses::payment_listing(&share.asset, &mint)),
        redemption,
        share_escrow: addresses::escrow(&redemption),
        hooked: hooked(share, &owner),
        system_program: system_program::ID,
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    of_issuer(accounts, instruction::RequestRedemption { args })
}

/// `settle_redemption`: `payment_authority` pays from its account, the fee to the account of `treasury`.
#[must_use]
pub fn settle_redemption(
    actor: Pubkey,
    payment_authority: Pubkey,
    share: &ShareAddresses,
    requested: &Redemption,
    token_program: Pubkey,
    treasury: &Pubkey,
    args: SettleRedemptionArgs,
) -> Instruction {
    let token = Token { mint: requested.payment_mint, program: token_program };
    let accounts = accounts::SettleRedemption {
        escrowed: burn_escrow(actor, share, requested),
        payment_authority,
        issuer: share.issuer,
        payment_mint: token.mint,
        payment_source: token.account(&payment_authority),
        payment_destination: token.account(&requested.owner),
        treasury_account: token.account(treasury),
        payment_token_program: token.program,
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    of_issuer(accounts, instruction::SettleRedemption { args })
}

/// `settle_redemption_off_chain`
#[must_use]
pub fn settle_redemption_off_chain(
    actor: Pubkey,
    share: &ShareAddresses,
    requested: &Redemption,
    args: SettleOffChainArgs,
) -> Instruction {
    let accounts = accounts::SettleRedemptionOffChain {
        escrowed: burn_escrow(actor, share, requested),
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    of_issuer(accounts, instruction::SettleRedemptionOffChain { args })
}

/// `reject_redemption`: what is left goes back.
#[must_use]
pub fn reject_redemption(
    actor: Pubkey,
    share: &ShareAddresses,
    requested: &Redemption,
    args: RejectArgs,
) -> Instruction {
    let accounts = accounts::RejectRedemption {
        actor,
        role: share.role(&actor),
        escrowed: return_shares(share, requested),
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    of_issuer(accounts, instruction::RejectRedemption { args })
}

/// `reclaim_redemption`, by the owner from the deadline on: what is left goes back.
#[must_use]
pub fn reclaim_redemption(share: &ShareAddresses, requested: &Redemption) -> Instruction {
    let accounts = accounts::ReclaimRedemption {
        owner: requested.owner,
        escrowed: return_shares(share, requested),
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    of_issuer(accounts, instruction::ReclaimRedemption {})
}

fn burn_escrow(
    actor: Pubkey,
    share: &ShareAddresses,
    requested: &Redemption,
) -> accounts::BurnEscrow {
    let redemption = addresses::redemption(&share.asset, &requested.owner, requested.id);
    accounts::BurnEscrow {
        actor,
        role: share.role(&actor),
        asset: share.asset,
        mint: share.mint,
        policy: share.policy,
        holder: share.record(&requested.owner),
        redemption,
        share_escrow: addresses::escrow(&redemption),
        rent_receiver: requested.rent_payer,
        token_program: addresses::TOKEN_2022,
    }
}

fn return_shares(share: &ShareAddresses, requested: &Redemption) -> accounts::ReturnShares {
    let redemption = addresses::redemption(&share.asset, &requested.owner, requested.id);
    accounts::ReturnShares {
        asset: share.asset,
        mint: share.mint,
        redemption,
        share_escrow: addresses::escrow(&redemption),
        destination: share.account(&requested.owner),
        rent_receiver: requested.rent_payer,
        hooked: hooked(share, &requested.owner),
    }
}
