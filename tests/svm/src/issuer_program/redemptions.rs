//! Shares back, against payment. The payment is in the dollars of the cast, of the Token program.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::{
    ID, RejectArgs, RequestRedemptionArgs, SettleOffChainArgs, SettleRedemptionArgs, accounts,
    instruction,
};

use super::{REFERENCE, build, event_authority};
use crate::addresses::{self, SYSTEM};
use crate::cast::{Duty, Share, cast};
use crate::payment::{self, TOKEN_PROGRAM};
use crate::token_2022;

/// What the transfer hook asks for, where the asset moves the shares of an owner.
pub fn hooked(share: &Share, owner: &Pubkey) -> accounts::Hooked {
    accounts::Hooked {
        extra_account_metas: share.metas,
        policy: share.policy,
        holder: share.holder(owner),
        asset_holder: share.holder(&share.asset),
        hook_program: scrip_transfer_hook::ID,
        token_program: token_2022::ID,
    }
}

/// `request_redemption` against dollars, or off chain if the least price is 0
pub fn request_redemption(
    share: &Share,
    owner: &Pubkey,
    args: RequestRedemptionArgs,
) -> Instruction {
    let redemption = addresses::redemption(&share.asset, owner, args.id);
    let listing = addresses::payment_listing(&share.asset, &cast().usd);
    let accounts = accounts::RequestRedemption {
        owner: *owner,
        payer: cast().payer,
        asset: share.asset,
        mint: share.mint,
        source: token_2022::account_of(owner, &share.mint),
        payment_listing: (args.min_price > 0).then_some(listing),
        redemption,
        share_escrow: addresses::escrow(&redemption),
        hooked: hooked(share, owner),
        system_program: SYSTEM,
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::RequestRedemption { args })
}

fn burn_escrow(share: &Share, owner: &Pubkey, id: u64) -> accounts::BurnEscrow {
    let redemption = addresses::redemption(&share.asset, owner, id);
    accounts::BurnEscrow {
        actor: share.company.member(Duty::Redeem),
        role: share.company.role(Duty::Redeem),
        asset: share.asset,
        mint: share.mint,
        policy: share.policy,
        holder: share.holder(owner),
        redemption,
        share_escrow: addresses::escrow(&redemption),
        rent_receiver: cast().payer,
        token_program: token_2022::ID,
    }
}

/// `settle_redemption`, paid by the treasury
pub fn settle_redemption(
    share: &Share,
    owner: &Pubkey,
    id: u64,
    args: SettleRedemptionArgs,
) -> Instruction {
    let treasury = share.company.treasury();
    let treasury_account = payment::account_of(&treasury, &cast().usd);
    let accounts = accounts::SettleRedemption {
        escrowed: burn_escrow(share, owner, id),
        payment_authority: treasury,
        issuer: share.company.address,
        payment_mint: cast().usd,
        payment_source: treasury_account,
        payment_destination: payment::account_of(owner, &cast().usd),
        treasury_account,
        payment_token_program: TOKEN_PROGRAM,
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::SettleRedemption { args })
}

/// `settle_redemption_off_chain`
pub fn settle_off_chain(share: &Share, owner: &Pubkey, id: u64, amount: u64) -> Instruction {
    let accounts = accounts::SettleRedemptionOffChain {
        escrowed: burn_escrow(share, owner, id),
        event_authority: event_authority(),
        program: ID,
    };
    let args = SettleOffChainArgs { amount, payment_reference: [9; 32] };
    build(accounts, instruction::SettleRedemptionOffChain { args })
}

fn return_shares(share: &Share, owner: &Pubkey, id: u64) -> accounts::ReturnShares {
    let redemption = addresses::redemption(&share.asset, owner, id);
    accounts::ReturnShares {
        asset: share.asset,
        mint: share.mint,
        redemption,
        share_escrow: addresses::escrow(&redemption),
        destination: token_2022::account_of(owner, &share.mint),
        rent_receiver: cast().payer,
        hooked: hooked(share, owner),
    }
}

/// `reject_redemption`
pub fn reject_redemption(share: &Share, owner: &Pubkey, id: u64) -> Instruction {
    let accounts = accounts::RejectRedemption {
        actor: share.company.member(Duty::Redeem),
        role: share.company.role(Duty::Redeem),
        escrowed: return_shares(share, owner, id),
        event_authority: event_authority(),
        program: ID,
    };
    let args = RejectArgs { reason: 3, reference: REFERENCE };
    build(accounts, instruction::RejectRedemption { args })
}

/// `reclaim_redemption`
pub fn reclaim_redemption(share: &Share, owner: &Pubkey, id: u64) -> Instruction {
    let accounts = accounts::ReclaimRedemption {
        owner: *owner,
        escrowed: return_shares(share, owner, id),
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::ReclaimRedemption {})
}
