//! Accounts that three settings have of their own: of a minter, a custodian, a payment mint. They are opened once.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use anchor_lang::system_program;
use scrip_issuer::change::Change;
use scrip_issuer::{accounts, instruction};

use super::super::{issuer_events, of_issuer};
use super::Targets;
use crate::{ShareAddresses, addresses};

/// What opens the account that `change` needs of its own; `None` if it needs none. It goes in front of the change
/// when there is no account at [`Targets::account_of`].
#[must_use]
pub fn opening(
    targets: &Targets<'_>,
    admin: Pubkey,
    payer: Pubkey,
    change: &Change,
) -> Option<Instruction> {
    match *change {
        Change::Minter { member, .. } => {
            targets.share.map(|share| add_minter(share, admin, payer, member))
        }
        Change::Custodian { key, .. } => Some(add_custodian(targets.issuer, admin, payer, key)),
        Change::PaymentMint { mint, .. } => {
            targets.share.map(|share| add_payment_mint(share, admin, payer, mint))
        }
        _ => None,
    }
}

/// `add_minter`: the account may mint nothing until the setting `Minter` says so.
#[must_use]
pub fn add_minter(
    share: &ShareAddresses,
    admin: Pubkey,
    payer: Pubkey,
    member: Pubkey,
) -> Instruction {
    let accounts = accounts::AddMinter {
        admin,
        payer,
        issuer: share.issuer,
        asset: share.asset,
        minter: addresses::minter(&share.asset, &member),
        system_program: system_program::ID,
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    of_issuer(accounts, instruction::AddMinter { member })
}

/// `add_custodian`: attestations count once the setting `Custodian` says so.
#[must_use]
pub fn add_custodian(issuer: Pubkey, admin: Pubkey, payer: Pubkey, key: Pubkey) -> Instruction {
    let accounts = accounts::AddCustodian {
        admin,
        payer,
        issuer,
        custodian: addresses::custodian(&issuer, &key),
        system_program: system_program::ID,
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    of_issuer(accounts, instruction::AddCustodian { key })
}

/// `add_payment_mint`: new business may name it once the setting `PaymentMint` says so.
#[must_use]
pub fn add_payment_mint(
    share: &ShareAddresses,
    admin: Pubkey,
    payer: Pubkey,
    mint: Pubkey,
) -> Instruction {
    let accounts = accounts::AddPaymentMint {
        admin,
        payer,
        issuer: share.issuer,
        asset: share.asset,
        payment_mint: mint,
        payment_listing: addresses::payment_listing(&share.asset, &mint),
        system_program: system_program::ID,
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    of_issuer(accounts, instruction::AddPaymentMint {})
}
