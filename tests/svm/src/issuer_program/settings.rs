//! Settings and their queue.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::change::Change;
use scrip_issuer::{ID, accounts, instruction};
use scrip_transfer_hook::PolicyTerms;

use super::{REFERENCE, build, event_authority};
use crate::addresses::{self, SYSTEM};
use crate::cast::{Company, Duty, Share, cast};
use crate::{hook_program, token_2022};

/// The accounts that a change is about: no more than it needs.
pub fn targets(
    company: &Company,
    share: Option<&Share>,
    change: &Change,
) -> accounts::ChangeTargets {
    let asset = share.map(|share| share.asset);
    let of_terms = matches!(change, Change::PolicyTerms { .. });
    let of_hook = matches!(change, Change::HookProgram { .. });
    accounts::ChangeTargets {
        issuer: company.address,
        asset,
        minter: match change {
            Change::Minter { member, .. } => asset.map(|asset| addresses::minter(&asset, member)),
            _ => None,
        },
        custodian: match change {
            Change::Custodian { key, .. } => Some(addresses::custodian(&company.address, key)),
            _ => None,
        },
        payment_listing: match change {
            Change::PaymentMint { mint, .. } => {
                asset.map(|asset| addresses::payment_listing(&asset, mint))
            }
            _ => None,
        },
        policy: share.filter(|_| of_terms).map(|share| share.policy),
        hook_event_authority: of_terms.then(hook_program::event_authority),
        hook_program: of_terms.then_some(scrip_transfer_hook::ID),
        mint: share.filter(|_| of_hook).map(|share| share.mint),
        token_program: of_hook.then_some(token_2022::ID),
    }
}

/// `change_setting` of an asset
pub fn change_asset(share: &Share, change: Change) -> Instruction {
    change_setting(&share.company, Some(share), change)
}

/// `change_setting` of the issuer itself
pub fn change_company(company: &Company, change: Change) -> Instruction {
    change_setting(company, None, change)
}

fn change_setting(company: &Company, share: Option<&Share>, change: Change) -> Instruction {
    let accounts = accounts::ChangeSetting {
        admin: company.admin,
        targets: targets(company, share, &change),
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::ChangeSetting { change, reference: REFERENCE })
}

/// `propose_change`, as the issuer's change with this id
pub fn propose_change(
    company: &Company,
    share: Option<&Share>,
    change: Change,
    id: u32,
) -> Instruction {
    let accounts = accounts::ProposeChange {
        admin: company.admin,
        payer: cast().payer,
        targets: targets(company, share, &change),
        pending_change: addresses::pending_change(&company.address, id),
        system_program: SYSTEM,
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::ProposeChange { change, reference: REFERENCE })
}

/// `approve_change`, by the company's checker
pub fn approve_change(company: &Company, id: u32) -> Instruction {
    let accounts = accounts::ApproveChange {
        checker: company.member(Duty::Check),
        role: company.role(Duty::Check),
        pending_change: addresses::pending_change(&company.address, id),
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::ApproveChange {})
}

/// `execute_change`, by anybody
pub fn execute_change(
    company: &Company,
    share: Option<&Share>,
    change: Change,
    id: u32,
    actor: Pubkey,
) -> Instruction {
    let accounts = accounts::ExecuteChange {
        actor,
        rent_receiver: cast().payer,
        targets: targets(company, share, &change),
        pending_change: addresses::pending_change(&company.address, id),
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::ExecuteChange {})
}

/// `cancel_change`
pub fn cancel_change(company: &Company, id: u32, actor: Pubkey) -> Instruction {
    let accounts = accounts::CancelChange {
        actor,
        rent_receiver: cast().payer,
        issuer: company.address,
        pending_change: addresses::pending_change(&company.address, id),
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::CancelChange {})
}

/// `change_setting` of the proposed admin; `None` takes the proposal back
pub fn propose_admin(company: &Company, proposed: Option<Pubkey>) -> Instruction {
    change_company(company, Change::Admin { proposed: proposed.unwrap_or_default() })
}

/// `change_setting` of the terms
pub fn update_policy(share: &Share, terms: PolicyTerms) -> Instruction {
    change_asset(share, Change::PolicyTerms { terms })
}

/// `change_setting` of what the company's minter may mint
pub fn allow(share: &Share, cap: u64, capacity: u64, period: u32) -> Instruction {
    let member = share.company.member(Duty::Mint);
    change_asset(share, Change::Minter { member, cap, capacity, period })
}

/// `add_minter`
pub fn add_minter(share: &Share, member: Pubkey) -> Instruction {
    let accounts = accounts::AddMinter {
        admin: share.company.admin,
        payer: cast().payer,
        issuer: share.company.address,
        asset: share.asset,
        minter: addresses::minter(&share.asset, &member),
        system_program: SYSTEM,
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::AddMinter { member })
}

/// `add_custodian`
pub fn add_custodian(company: &Company, key: Pubkey) -> Instruction {
    let accounts = accounts::AddCustodian {
        admin: company.admin,
        payer: cast().payer,
        issuer: company.address,
        custodian: addresses::custodian(&company.address, &key),
        system_program: SYSTEM,
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::AddCustodian { key })
}

/// `add_payment_mint`
pub fn add_payment_mint(share: &Share, mint: Pubkey) -> Instruction {
    let accounts = accounts::AddPaymentMint {
        admin: share.company.admin,
        payer: cast().payer,
        issuer: share.company.address,
        asset: share.asset,
        payment_mint: mint,
        payment_listing: addresses::payment_listing(&share.asset, &mint),
        system_program: SYSTEM,
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::AddPaymentMint {})
}
