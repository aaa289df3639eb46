//! New shares: minted, proposed, sold against payment.
//!
//! Token accounts are the associated ones, of recipients, investors and the treasury alike.

use anchor_lang::prelude::{AccountMeta, Pubkey};
use anchor_lang::solana_program::instruction::Instruction;
use anchor_lang::system_program;
use scrip_issuer::state::{MintProposal, Subscription};
use scrip_issuer::{
    FillSubscriptionArgs, MintBatchArgs, MintSharesArgs, ProposeMintArgs, RejectArgs,
    SubscribeArgs, accounts, instruction,
};

use super::reserves::backed_by;
use super::{issuer_events, of_issuer};
use crate::{ShareAddresses, addresses};

/// Who issues what, and what stands behind it.
#[derive(Clone, Copy, Debug)]
pub struct Issuance<'a> {
    /// The share.
    pub share: &'a ShareAddresses,
    /// The member of staff whose allowance is drawn on.
    pub member: Pubkey,
    /// Another member, who may check: above the asset's four-eyes threshold.
    pub checker: Option<Pubkey>,
    /// Keys of the custodians who are counted, where the asset looks at reserves. Any order.
    pub custodians: &'a [Pubkey],
}

impl Issuance<'_> {
    fn accounts(&self) -> accounts::Issue {
        let share = self.share;
        accounts::Issue {
            role: share.role(&self.member),
            asset: share.asset,
            minter: addresses::minter(&share.asset, &self.member),
            mint: share.mint,
            policy: share.policy,
            checker: self.checker,
            checker_role: self.checker.map(|checker| share.role(&checker)),
            token_program: addresses::TOKEN_2022,
        }
    }
}

/// A token that shares are paid with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PaymentToken {
    /// Its mint.
    pub mint: Pubkey,
    /// The program it belongs to: Token or Token-2022.
    pub program: Pubkey,
}

impl PaymentToken {
    /// The token account that a wallet opens by default.
    #[must_use]
    pub fn account(&self, owner: &Pubkey) -> Pubkey {
        addresses::associated_token(owner, &self.mint, &self.program)
    }
}

/// Opens a wallet's associated token account, if it is not open yet.
#[must_use]
pub fn open_account(payer: Pubkey, owner: Pubkey, token: PaymentToken) -> Instruction {
    const CREATE_IDEMPOTENT: u8 = 1;
    Instruction {
        program_id: addresses::ASSOCIATED_TOKEN,
        accounts: vec![
            AccountMeta::new(payer, true),
            AccountMeta::new(token.account(&owner), false),
            AccountMeta::new_readonly(owner, false),
            AccountMeta::new_readonly(token.mint, false),
            AccountMeta::new_readonly(system_program::ID, false),
            AccountMeta::new_readonly(token.program, false),
        ],
        data: vec![CREATE_IDEMPOTENT],
    }
}

/// Opens a wallet's associated token account of a share, if it is not open yet.
#[must_use]
pub fn open_share_account(payer: Pubkey, owner: Pubkey, mint: Pubkey) -> Instruction {
    open_account(payer, owner, PaymentToken { mint, program: addresses::TOKEN_2022 })
}

/// `mint_shares` to a wallet, whose token account is open.
#[must_use]
pub fn mint_shares(issuance: Issuance<'_>, wallet: Pubkey, args: MintSharesArgs) -> Instruction {
    let share = issuance.share;
    let accounts = accounts::MintShares {
        actor: issuance.member,
        issue: issuance.accounts(),
        holder: share.record(&wallet),
        destination: share.account(&wallet),
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    backed_by(of_issuer(accounts, instruction::MintShares { args }), share, issuance.custodians)
}

/// `mint_batch` to wallets, whose token accounts are open; amounts in raw units.
#[must_use]
pub fn mint_batch(
    issuance: Issuance<'_>,
    recipients: &[(Pubkey, u64)],
    reference: [u8; 32],
) -> Instruction {
    let share = issuance.share;
    let accounts = accounts::MintBatch {
        actor: issuance.member,
        issue: issuance.accounts(),
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    let amounts = recipients.iter().map(|(_, amount)| *amount).collect();
    let args = MintBatchArgs { amounts, reference };
    let mut batch = of_issuer(accounts, instruction::MintBatch { args });
    for (wallet, _) in recipients {
        batch.accounts.push(AccountMeta::new_readonly(share.record(wallet), false));
        batch.accounts.push(AccountMeta::new(share.account(wallet), false));
    }
    backed_by(batch, share, issuance.custodians)
}

/// `propose_mint` to a wallet, whose token account is open.
#[must_use]
pub fn propose_mint(
    maker: Pubkey,
    payer: Pubkey,
    share: &ShareAddresses,
    wallet: Pubkey,
    args: ProposeMintArgs,
) -> Instruction {
    let role = share.role(&maker);
    let accounts = accounts::ProposeMint {
        staff: accounts::Staff { actor: maker, role, asset: share.asset },
        payer,
        mint: share.mint,
        destination: share.account(&wallet),
        mint_proposal: addresses::mint_proposal(&share.asset, &maker, args.id),
        token_program: addresses::TOKEN_2022,
        system_program: system_program::ID,
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    of_issuer(accounts, instruction::ProposeMint { args })
}

/// `mint_proposed`, which `issuance.checker` carries out; `issuance.member` made it. `owner` owns its destination.
#[must_use]
pub fn mint_proposed(
    issuance: Issuance<'_>,
    proposal: &MintProposal,
    owner: &Pubkey,
) -> Instruction {
    let share = issuance.share;
    let accounts = accounts::MintProposed {
        issue: issuance.accounts(),
        holder: share.record(owner),
        destination: proposal.destination,
        mint_proposal: addresses::mint_proposal(&share.asset, &proposal.maker, proposal.id),
        rent_receiver: proposal.rent_payer,
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    backed_by(of_issuer(accounts, instruction::MintProposed {}), share, issuance.custodians)
}

/// `withdraw_mint_proposal`, by its maker or the admin.
#[must_use]
pub fn withdraw_mint_proposal(
    actor: Pubkey,
    share: &ShareAddresses,
    proposal: &MintProposal,
) -> Instruction {
    let accounts = accounts::WithdrawMintProposal {
        actor,
        rent_receiver: proposal.rent_payer,
        issuer: share.issuer,
        asset: share.asset,
        mint_proposal: addresses::mint_proposal(&share.asset, &proposal.maker, proposal.id),
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    of_issuer(accounts, instruction::WithdrawMintProposal {})
}

/// `subscribe`, from the investor's account.
#[must_use]
pub fn subscribe(
    investor: Pubkey,
    payer: Pubkey,
    share: &ShareAddresses,
    token: PaymentToken,
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
    let token = PaymentToken { mint: subscribed.payment_mint, program: token_program };
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
    let token = PaymentToken { mint: subscribed.payment_mint, program: token_program };
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
