//! Shares against payment. The payment is in the dollars of the cast, of the Token program.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::{
    FillSubscriptionArgs, ID, PurchaseSharesArgs, RejectArgs, SubscribeArgs, accounts, instruction,
};

use super::{REFERENCE, build, event_authority, issue};
use crate::addresses::{self, SYSTEM};
use crate::cast::{Duty, Share, cast};
use crate::payment::{self, TOKEN_PROGRAM};
use crate::token_2022;

/// `subscribe`
pub fn subscribe(share: &Share, investor: &Pubkey, args: SubscribeArgs) -> Instruction {
    let subscription = addresses::subscription(&share.asset, investor, args.id);
    let accounts = accounts::Subscribe {
        investor: *investor,
        payer: cast().payer,
        asset: share.asset,
        policy: share.policy,
        holder: share.holder(investor),
        payment_listing: addresses::payment_listing(&share.asset, &cast().usd),
        payment_mint: cast().usd,
        payment_source: payment::account_of(investor, &cast().usd),
        subscription,
        payment_escrow: addresses::escrow(&subscription),
        payment_token_program: TOKEN_PROGRAM,
        system_program: SYSTEM,
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::Subscribe { args })
}

/// `fill_subscription`
pub fn fill_subscription(
    share: &Share,
    investor: &Pubkey,
    id: u64,
    args: FillSubscriptionArgs,
) -> Instruction {
    let subscription = addresses::subscription(&share.asset, investor, id);
    let accounts = accounts::FillSubscription {
        actor: share.company.member(Duty::Mint),
        issue: issue(share),
        issuer: share.company.address,
        holder: share.holder(investor),
        destination: token_2022::account_of(investor, &share.mint),
        subscription,
        payment_escrow: addresses::escrow(&subscription),
        payment_mint: cast().usd,
        treasury_account: payment::account_of(&share.company.treasury(), &cast().usd),
        refund: payment::account_of(investor, &cast().usd),
        rent_receiver: cast().payer,
        payment_token_program: TOKEN_PROGRAM,
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::FillSubscription { args })
}

fn return_payment(share: &Share, investor: &Pubkey, id: u64) -> accounts::ReturnPayment {
    let subscription = addresses::subscription(&share.asset, investor, id);
    accounts::ReturnPayment {
        asset: share.asset,
        subscription,
        payment_escrow: addresses::escrow(&subscription),
        payment_mint: cast().usd,
        refund: payment::account_of(investor, &cast().usd),
        rent_receiver: cast().payer,
        payment_token_program: TOKEN_PROGRAM,
    }
}

/// `cancel_subscription`
pub fn cancel_subscription(share: &Share, investor: &Pubkey, id: u64) -> Instruction {
    let accounts = accounts::CancelSubscription {
        investor: *investor,
        escrowed: return_payment(share, investor, id),
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::CancelSubscription {})
}

/// `reject_subscription`
pub fn reject_subscription(share: &Share, investor: &Pubkey, id: u64) -> Instruction {
    let accounts = accounts::RejectSubscription {
        actor: share.company.member(Duty::Mint),
        role: share.company.role(Duty::Mint),
        escrowed: return_payment(share, investor, id),
        event_authority: event_authority(),
        program: ID,
    };
    let args = RejectArgs { reason: 3, reference: REFERENCE };
    build(accounts, instruction::RejectSubscription { args })
}

/// `purchase_shares`
pub fn purchase_shares(share: &Share, investor: &Pubkey, args: PurchaseSharesArgs) -> Instruction {
    let accounts = accounts::PurchaseShares {
        actor: share.company.member(Duty::Mint),
        investor: *investor,
        issue: issue(share),
        issuer: share.company.address,
        holder: share.holder(investor),
        destination: token_2022::account_of(investor, &share.mint),
        payment_listing: addresses::payment_listing(&share.asset, &cast().usd),
        payment_mint: cast().usd,
        payment_source: payment::account_of(investor, &cast().usd),
        treasury_account: payment::account_of(&share.company.treasury(), &cast().usd),
        payment_token_program: TOKEN_PROGRAM,
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::PurchaseShares { args })
}
