//! Trading halts, pauses and blackouts.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::{HaltTradingArgs, accounts, instruction};
use scrip_transfer_hook::BlackoutArgs;

use super::{hook_events, issuer_events, of_issuer};
use crate::{ShareAddresses, addresses};

/// `halt`. `args.until` in unix seconds, 0 until it is resumed.
#[must_use]
pub fn halt(actor: Pubkey, share: &ShareAddresses, args: HaltTradingArgs) -> Instruction {
    of_issuer(policy_by_role(actor, share), instruction::Halt { args })
}

/// `resume`
#[must_use]
pub fn resume(actor: Pubkey, share: &ShareAddresses) -> Instruction {
    of_issuer(policy_by_role(actor, share), instruction::Resume {})
}

/// `set_blackout`, in unix seconds; `args.until` is the first second after it.
#[must_use]
pub fn set_blackout(actor: Pubkey, share: &ShareAddresses, args: BlackoutArgs) -> Instruction {
    of_issuer(policy_by_role(actor, share), instruction::SetBlackout { args })
}

/// `clear_blackout`
#[must_use]
pub fn clear_blackout(actor: Pubkey, share: &ShareAddresses) -> Instruction {
    of_issuer(policy_by_role(actor, share), instruction::ClearBlackout {})
}

fn policy_by_role(actor: Pubkey, share: &ShareAddresses) -> accounts::PolicyByRole {
    accounts::PolicyByRole {
        actor,
        role: share.role(&actor),
        asset: share.asset,
        policy: share.policy,
        hook_event_authority: hook_events(),
        hook_program: scrip_transfer_hook::ID,
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    }
}

/// `pause`: Token-2022 itself stops transfers, minting and burning.
#[must_use]
pub fn pause(actor: Pubkey, share: &ShareAddresses) -> Instruction {
    let accounts = accounts::Pause {
        actor,
        role: share.role(&actor),
        asset: share.asset,
        mint: share.mint,
        token_program: addresses::TOKEN_2022,
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    of_issuer(accounts, instruction::Pause {})
}

/// `unpause`
#[must_use]
pub fn unpause(actor: Pubkey, share: &ShareAddresses) -> Instruction {
    let accounts = accounts::Unpause {
        actor,
        role: share.role(&actor),
        asset: share.asset,
        mint: share.mint,
        token_program: addresses::TOKEN_2022,
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    of_issuer(accounts, instruction::Unpause {})
}
