//! What holders make of an action: tenders to an offer, exchanges for what a merger or a liquidation brings, and
//! elections between cash and shares. Amounts are raw units.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use anchor_lang::system_program;
use scrip_issuer::{accounts, instruction};

use super::super::{hooked, issuer_events, of_issuer};
use super::{PaidWith, PayoutOf};
use crate::ShareAddresses;
use crate::addresses::{self, TOKEN_2022};

/// `elect`: cash (1) or shares (2).
#[must_use]
pub fn elect(
    share: &ShareAddresses,
    sequence: u32,
    owner: Pubkey,
    payer: Pubkey,
    choice: u8,
) -> Instruction {
    let action = addresses::action(&share.asset, sequence);
    let accounts = accounts::Elect {
        owner,
        payer,
        asset: share.asset,
        policy: share.policy,
        holder: share.record(&owner),
        action,
        election: addresses::election(&action, &owner),
        system_program: system_program::ID,
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    of_issuer(accounts, instruction::Elect { choice })
}

/// `withdraw_election`, while holders choose, or for its rent when the action is over.
#[must_use]
pub fn withdraw_election(action: Pubkey, owner: Pubkey, rent_receiver: Pubkey) -> Instruction {
    let accounts = accounts::WithdrawElection {
        owner,
        action,
        election: addresses::election(&action, &owner),
        rent_receiver,
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    of_issuer(accounts, instruction::WithdrawElection {})
}

/// `tender_shares`, from the owner's associated token account into escrow.
#[must_use]
pub fn tender_shares(
    share: &ShareAddresses,
    sequence: u32,
    owner: Pubkey,
    payer: Pubkey,
    amount: u64,
) -> Instruction {
    let action = addresses::action(&share.asset, sequence);
    let tender = addresses::tender(&action, &owner);
    let accounts = accounts::TenderShares {
        owner,
        payer,
        asset: share.asset,
        mint: share.mint,
        source: share.account(&owner),
        action,
        tender,
        share_escrow: addresses::escrow(&tender),
        hooked: hooked(share, &owner),
        system_program: system_program::ID,
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    of_issuer(accounts, instruction::TenderShares { amount })
}

fn returned(
    share: &ShareAddresses,
    sequence: u32,
    owner: &Pubkey,
    rent_receiver: Pubkey,
) -> accounts::ReturnTender {
    let action = addresses::action(&share.asset, sequence);
    let tender = addresses::tender(&action, owner);
    accounts::ReturnTender {
        asset: share.asset,
        mint: share.mint,
        action,
        tender,
        share_escrow: addresses::escrow(&tender),
        share_destination: share.account(owner),
        rent_receiver,
        hooked: hooked(share, owner),
    }
}

/// `withdraw_tender`, by its owner.
#[must_use]
pub fn withdraw_tender(
    share: &ShareAddresses,
    sequence: u32,
    owner: Pubkey,
    rent_receiver: Pubkey,
) -> Instruction {
    let accounts = accounts::WithdrawTender {
        owner,
        back: returned(share, sequence, &owner, rent_receiver),
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    of_issuer(accounts, instruction::WithdrawTender {})
}

/// `settle_tender`, by anybody: buys what the offer takes and returns the rest, to the owner's associated token
/// accounts, which must be open.
#[must_use]
pub fn settle_tender(of: &PayoutOf<'_>, owner: Pubkey, rent_receiver: Pubkey) -> Instruction {
    let accounts = accounts::SettleTender {
        back: returned(of.share, of.sequence, &owner, rent_receiver),
        from: of.vault_accounts(),
        cash_destination: of.with.account_of(&owner),
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    of_issuer(accounts, instruction::SettleTender {})
}

/// What an exchange brings: cash, shares, or both.
#[derive(Clone, Copy, Debug, Default)]
pub struct Brings<'a> {
    /// The payment token.
    pub cash: Option<PaidWith<'a>>,
    /// The other share.
    pub shares: Option<&'a ShareAddresses>,
}

/// `exchange_shares`, signed by the owner, or brought to a wallet that does not sign for all that it holds. The
/// owner's associated token accounts for what it brings must be open.
#[must_use]
pub fn exchange_shares(
    share: &ShareAddresses,
    sequence: u32,
    owner: Pubkey,
    signs: bool,
    brings: &Brings<'_>,
    amount: u64,
) -> Instruction {
    let cash = brings.cash.map(|with| PayoutOf { share, sequence, with });
    let other = brings.shares.map(PaidWith::Shares);
    let shares = other.map(|with| PayoutOf { share, sequence, with });
    let accounts = accounts::ExchangeShares {
        owner,
        asset: share.asset,
        mint: share.mint,
        policy: share.policy,
        holder: share.record(&owner),
        source: share.account(&owner),
        action: addresses::action(&share.asset, sequence),
        cash_payout: cash.map(|of| of.address()),
        cash_mint: cash.map(|of| of.with.mint()),
        cash_vault: cash.map(|of| of.vault()),
        cash_destination: cash.map(|of| of.with.account_of(&owner)),
        cash_token_program: cash.map(|of| of.with.program()),
        share_payout: shares.map(|of| of.address()),
        share_asset: brings.shares.map(|other| other.asset),
        share_policy: brings.shares.map(|other| other.policy),
        share_mint: brings.shares.map(|other| other.mint),
        share_vault: shares.map(|of| of.vault()),
        share_destination: shares.map(|of| of.with.account_of(&owner)),
        token_program: TOKEN_2022,
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    let mut exchange = of_issuer(accounts, instruction::ExchangeShares { amount });
    // The IDL has the owner as one who need not sign.
    if let Some(first) = exchange.accounts.first_mut() {
        first.is_signer = signs;
    }
    if let Some(with) = other {
        exchange.accounts.extend(with.further(&owner));
    }
    exchange
}
