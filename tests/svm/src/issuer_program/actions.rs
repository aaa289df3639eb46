//! Corporate actions: announced, approved, scheduled, amended, cancelled, settled.

use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::state::{ActionDates, ActionTerms};
use scrip_issuer::{AmendActionArgs, AnnounceActionArgs, ID, accounts, instruction};

use super::{REFERENCE, build, event_authority};
use crate::addresses::{self, SYSTEM};
use crate::cast::{Duty, Share, cast};
use crate::{hook_program, token_2022};

/// `announce_action`, as the asset's action with this sequence
pub fn announce_action(share: &Share, sequence: u32, args: AnnounceActionArgs) -> Instruction {
    let accounts = accounts::AnnounceAction {
        actor: share.company.member(Duty::CorporateActions),
        payer: cast().payer,
        role: share.company.role(Duty::CorporateActions),
        asset: share.asset,
        action: addresses::action(&share.asset, sequence),
        system_program: SYSTEM,
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::AnnounceAction { args })
}

fn action_by_role(share: &Share, sequence: u32) -> accounts::ActionByRole {
    accounts::ActionByRole {
        actor: share.company.member(Duty::CorporateActions),
        role: share.company.role(Duty::CorporateActions),
        issuer: share.company.address,
        asset: share.asset,
        action: addresses::action(&share.asset, sequence),
        mint: share.mint,
        policy: share.policy,
        hook_event_authority: hook_program::event_authority(),
        hook_program: scrip_transfer_hook::ID,
        token_program: token_2022::ID,
    }
}

/// `schedule_action`
pub fn schedule_action(share: &Share, sequence: u32, expected_multiplier: u128) -> Instruction {
    let accounts = accounts::ScheduleAction {
        by: action_by_role(share, sequence),
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::ScheduleAction { expected_multiplier })
}

/// `amend_action`
pub fn amend_action(
    share: &Share,
    sequence: u32,
    dates: ActionDates,
    terms: ActionTerms,
) -> Instruction {
    let accounts = accounts::AmendAction {
        by: action_by_role(share, sequence),
        event_authority: event_authority(),
        program: ID,
    };
    let args = AmendActionArgs { dates, terms, document_hash: [6; 32], reason: REFERENCE };
    build(accounts, instruction::AmendAction { args })
}

/// `cancel_action`
pub fn cancel_action(share: &Share, sequence: u32) -> Instruction {
    let accounts = accounts::CancelAction {
        by: action_by_role(share, sequence),
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::CancelAction { reason: REFERENCE })
}

/// The member of staff who checks.
pub(super) fn checker(share: &Share) -> accounts::Staff {
    accounts::Staff {
        actor: share.company.member(Duty::Check),
        role: share.company.role(Duty::Check),
        asset: share.asset,
    }
}

/// `approve_action`, as amended so often
pub fn approve_action(share: &Share, sequence: u32, amendments: u16) -> Instruction {
    let accounts = accounts::ApproveAction {
        staff: checker(share),
        action: addresses::action(&share.asset, sequence),
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::ApproveAction { amendments })
}

/// `settle_action`
pub fn settle_action(share: &Share, sequence: u32) -> Instruction {
    let accounts = accounts::SettleAction {
        payer: cast().payer,
        asset: share.asset,
        action: addresses::action(&share.asset, sequence),
        mint: share.mint,
        token_program: token_2022::ID,
        system_program: SYSTEM,
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::SettleAction {})
}

/// `assert_multiplier`
pub fn assert_multiplier(share: &Share, expected: u128) -> Instruction {
    let accounts = accounts::AssertMultiplier { asset: share.asset, mint: share.mint };
    build(accounts, instruction::AssertMultiplier { expected })
}
