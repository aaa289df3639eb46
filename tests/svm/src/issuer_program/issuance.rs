//! Mints, and proposed mints.

use anchor_lang::prelude::{AccountMeta, Pubkey};
use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::{
    ID, MintBatchArgs, MintSharesArgs, ProposeMintArgs, Quantity, accounts, instruction,
};

use super::{REFERENCE, build, event_authority};
use crate::addresses::{self, SYSTEM};
use crate::cast::{Duty, Share, cast};
use crate::token_2022;

/// What every issue takes, by the company's minter and without a checker.
pub fn issue(share: &Share) -> accounts::Issue {
    accounts::Issue {
        role: share.company.role(Duty::Mint),
        asset: share.asset,
        minter: share.minter(),
        mint: share.mint,
        policy: share.policy,
        checker: None,
        checker_role: None,
        token_program: token_2022::ID,
    }
}

/// What every issue takes, with the company's checker signing as well.
pub fn checked_issue(share: &Share) -> accounts::Issue {
    accounts::Issue {
        checker: Some(share.company.member(Duty::Check)),
        checker_role: Some(share.company.role(Duty::Check)),
        ..issue(share)
    }
}

/// `mint_shares` of raw units to a wallet's token account
pub fn mint_shares(share: &Share, wallet: &Pubkey, amount: u64) -> Instruction {
    mint_quantity(share, wallet, Quantity::Raw { amount }, issue(share))
}

/// `mint_shares` of raw units, with the company's checker signing as well
pub fn mint_checked(share: &Share, wallet: &Pubkey, amount: u64) -> Instruction {
    mint_quantity(share, wallet, Quantity::Raw { amount }, checked_issue(share))
}

/// `mint_shares`
pub fn mint_quantity(
    share: &Share,
    wallet: &Pubkey,
    quantity: Quantity,
    issue: accounts::Issue,
) -> Instruction {
    let accounts = accounts::MintShares {
        actor: share.company.member(Duty::Mint),
        issue,
        holder: share.holder(wallet),
        destination: token_2022::account_of(wallet, &share.mint),
        event_authority: event_authority(),
        program: ID,
    };
    let args = MintSharesArgs { quantity, reference: REFERENCE };
    build(accounts, instruction::MintShares { args })
}

/// `mint_batch`
pub fn mint_batch(share: &Share, recipients: &[(Pubkey, u64)]) -> Instruction {
    let accounts = accounts::MintBatch {
        actor: share.company.member(Duty::Mint),
        issue: issue(share),
        event_authority: event_authority(),
        program: ID,
    };
    let amounts = recipients.iter().map(|(_, amount)| *amount).collect();
    let args = MintBatchArgs { amounts, reference: REFERENCE };
    let mut batch = build(accounts, instruction::MintBatch { args });
    for (wallet, _) in recipients {
        let account = token_2022::account_of(wallet, &share.mint);
        batch.accounts.push(AccountMeta::new_readonly(share.holder(wallet), false));
        batch.accounts.push(AccountMeta::new(account, false));
    }
    batch
}

/// `propose_mint` of raw units
pub fn propose_mint(share: &Share, wallet: &Pubkey, amount: u64, id: u64) -> Instruction {
    let maker = share.company.member(Duty::Mint);
    let accounts = accounts::ProposeMint {
        staff: accounts::Staff {
            actor: maker,
            role: share.company.role(Duty::Mint),
            asset: share.asset,
        },
        payer: cast().payer,
        mint: share.mint,
        destination: token_2022::account_of(wallet, &share.mint),
        mint_proposal: addresses::mint_proposal(&share.asset, &maker, id),
        token_program: token_2022::ID,
        system_program: SYSTEM,
        event_authority: event_authority(),
        program: ID,
    };
    let args = ProposeMintArgs { id, quantity: Quantity::Raw { amount }, reference: REFERENCE };
    build(accounts, instruction::ProposeMint { args })
}

/// `mint_proposed`, by the company's checker
pub fn mint_proposed(share: &Share, wallet: &Pubkey, id: u64) -> Instruction {
    let maker = share.company.member(Duty::Mint);
    let accounts = accounts::MintProposed {
        issue: checked_issue(share),
        holder: share.holder(wallet),
        destination: token_2022::account_of(wallet, &share.mint),
        mint_proposal: addresses::mint_proposal(&share.asset, &maker, id),
        rent_receiver: cast().payer,
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::MintProposed {})
}

/// `withdraw_mint_proposal`
pub fn withdraw_mint_proposal(share: &Share, id: u64, actor: Pubkey) -> Instruction {
    let maker = share.company.member(Duty::Mint);
    let accounts = accounts::WithdrawMintProposal {
        actor,
        rent_receiver: cast().payer,
        issuer: share.company.address,
        asset: share.asset,
        mint_proposal: addresses::mint_proposal(&share.asset, &maker, id),
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::WithdrawMintProposal {})
}
