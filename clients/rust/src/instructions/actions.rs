//! Corporate actions, from announcement to settlement.
//!
//! A maker announces, a checker approves, the maker schedules, the clock makes it take effect, and anybody settles.
//! Until it is in force it can be amended or cancelled.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use anchor_lang::system_program;
use scrip_issuer::{AmendActionArgs, AnnounceActionArgs, accounts, instruction};

use super::{hook_events, issuer_events, of_issuer};
use crate::ShareAddresses;
use crate::addresses::{self, TOKEN_2022};

/// `announce_action`, as the asset's action with this sequence: the asset's `action_count`.
#[must_use]
pub fn announce_action(
    share: &ShareAddresses,
    actor: Pubkey,
    payer: Pubkey,
    sequence: u32,
    args: AnnounceActionArgs,
) -> Instruction {
    let accounts = accounts::AnnounceAction {
        actor,
        payer,
        role: share.role(&actor),
        asset: share.asset,
        action: addresses::action(&share.asset, sequence),
        system_program: system_program::ID,
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    of_issuer(accounts, instruction::AnnounceAction { args })
}

fn by_role(share: &ShareAddresses, actor: Pubkey, sequence: u32) -> accounts::ActionByRole {
    accounts::ActionByRole {
        actor,
        role: share.role(&actor),
        issuer: share.issuer,
        asset: share.asset,
        action: addresses::action(&share.asset, sequence),
        mint: share.mint,
        policy: share.policy,
        hook_event_authority: hook_events(),
        hook_program: scrip_transfer_hook::ID,
        token_program: TOKEN_2022,
    }
}

/// `amend_action`: announced anew, so that the notice begins again and an approval is gone.
#[must_use]
pub fn amend_action(
    share: &ShareAddresses,
    actor: Pubkey,
    sequence: u32,
    args: AmendActionArgs,
) -> Instruction {
    let accounts = accounts::AmendAction {
        by: by_role(share, actor, sequence),
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    of_issuer(accounts, instruction::AmendAction { args })
}

/// `approve_action`, as the checker has read it: amended so often.
#[must_use]
pub fn approve_action(
    share: &ShareAddresses,
    checker: Pubkey,
    sequence: u32,
    amendments: u16,
) -> Instruction {
    let accounts = accounts::ApproveAction {
        staff: staff(share, checker),
        action: addresses::action(&share.asset, sequence),
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    of_issuer(accounts, instruction::ApproveAction { amendments })
}

/// `schedule_action`. `expected_multiplier` is what the maker believes to be in force, 18 decimals.
#[must_use]
pub fn schedule_action(
    share: &ShareAddresses,
    actor: Pubkey,
    sequence: u32,
    expected_multiplier: u128,
) -> Instruction {
    let accounts = accounts::ScheduleAction {
        by: by_role(share, actor, sequence),
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    of_issuer(accounts, instruction::ScheduleAction { expected_multiplier })
}

/// `cancel_action`, for ever. `reason` is a case reference, not zeros.
#[must_use]
pub fn cancel_action(
    share: &ShareAddresses,
    actor: Pubkey,
    sequence: u32,
    reason: [u8; 32],
) -> Instruction {
    let accounts = accounts::CancelAction {
        by: by_role(share, actor, sequence),
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    of_issuer(accounts, instruction::CancelAction { reason })
}

/// `settle_action`. Anybody can.
#[must_use]
pub fn settle_action(share: &ShareAddresses, payer: Pubkey, sequence: u32) -> Instruction {
    let accounts = accounts::SettleAction {
        payer,
        asset: share.asset,
        action: addresses::action(&share.asset, sequence),
        mint: share.mint,
        token_program: TOKEN_2022,
        system_program: system_program::ID,
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    of_issuer(accounts, instruction::SettleAction {})
}

/// `assert_multiplier`, 18 decimals: put in front of a transaction, it stops it when another is in force.
#[must_use]
pub fn assert_multiplier(share: &ShareAddresses, expected: u128) -> Instruction {
    let accounts = accounts::AssertMultiplier { asset: share.asset, mint: share.mint };
    of_issuer(accounts, instruction::AssertMultiplier { expected })
}

/// A member of staff who acts on a share.
pub(super) fn staff(share: &ShareAddresses, actor: Pubkey) -> accounts::Staff {
    accounts::Staff { actor, role: share.role(&actor), asset: share.asset }
}
