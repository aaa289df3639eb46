//! Subscriptions: a payment in escrow, against new shares. Token accounts are the associated ones, of investors and the
//! treasury alike.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use anchor_lang::system_program;
use scrip_issuer::state::Subscription;
use scrip_issuer::{FillSubscriptionArgs, RejectArgs, SubscribeArgs, accounts, instruction};

use super::issuance::Issuance;
use super::reserves::backed_by;
use super::{issuer_events, of_issuer};
use crate::token::Token;
use crate::{ShareAddresses, addresses};

/// `subscribe`, from the investor's account.
#[must_use]
pub fn subscribe(
    investor: Pubkey,
    payer: Pubkey,
    share: &ShareAddresses,
    token: Token,
    args: SubscribeArgs,
) -> Instruction {
    let subscription = addresses::subscription(&share.asset, &investor, args.id);
    let accounts = accounts::Subscribe {
        investor,
        payer,
        asset: share.asset,
        policy: share.policy,
        holder: share.record(&investor),
        payment_listing: addresses::payment_listing(&share.asset, &token.mint),
        payment_mint: token.mint,
        payment_source: token.account(&investor),
        subscription,
        payment_escrow: addresses::escrow(&subscription),
        payment_token_program: token.program,
        system_program: system_program::ID,
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    of_issuer(accounts, instruction::Subscribe { args })
}

/// `fill_subscription`, paid to the account of `treasury`.
#[must_use]
pub fn fill_subscription(
    issuance: Issuance<'_>,
    subscribed: &Subscription,
    token_program: Pubkey,
    treasury: &Pubkey,
    args: FillSubscriptionArgs,
) -> Instruction {
    let (share, investor) = (issuance.share, subscribed.investor);
    let token = Token { mint: subscribed.payment_mint, program: token_program };
    let subscription = addresses::subscription(&share.asset, &investor, subscribed.id);
    let accounts = accounts::FillSubscription {
        actor: issuance.member,
        issue: issuance.accounts(),
        issuer: share.issuer,
        holder: share.record(&investor),
        destination: share.account(&investor),
        subscription,
        payment_escrow: addresses::escrow(&subscription),
        payment_mint: token.mint,
        treasury_account: token.account(treasury),
        refund: token.account(&investor),
        rent_receiver: subscribed.rent_payer,
        payment_token_program: token.program,
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    backed_by(
        of_issuer(accounts, instruction::FillSubscription { args }),
        share,
        issuance.custodians,
    )
}

/// `reject_subscription`: what is left goes back.
#[must_use]
pub fn reject_subscription(
    actor: Pubkey,
    share: &ShareAddresses,
    subscribed: &Subscription,
    token_program: Pubkey,
    args: RejectArgs,
) -> Instruction {
    let accounts = accounts::RejectSubscription {
        actor,
        role: share.role(&actor),
        escrowed: return_payment(share, subscribed, token_program),
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    of_issuer(accounts, instruction::RejectSubscription { args })
}

/// `cancel_subscription`, by the investor: what is left goes back.
#[must_use]
pub fn cancel_subscription(
    share: &ShareAddresses,
    subscribed: &Subscription,
    token_program: Pubkey,
) -> Instruction {
    let accounts = accounts::CancelSubscription {
        investor: subscribed.investor,
        escrowed: return_payment(share, subscribed, token_program),
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    of_issuer(accounts, instruction::CancelSubscription {})
}

fn return_payment(
    share: &ShareAddresses,
    subscribed: &Subscription,
    token_program: Pubkey,
) -> accounts::ReturnPayment {
    let token = Token { mint: subscribed.payment_mint, program: token_program };
    let subscription = addresses::subscription(&share.asset, &subscribed.investor, subscribed.id);
    accounts::ReturnPayment {
        asset: share.asset,
        subscription,
        payment_escrow: addresses::escrow(&subscription),
        payment_mint: token.mint,
        refund: token.account(&subscribed.investor),
        rent_receiver: subscribed.rent_payer,
        payment_token_program: token.program,
    }
}
