//! A change of a setting: the instructions for it, and what it is in words.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use anchor_lang::{InstructionData as _, ToAccountMetas as _, system_program};
use scrip_client::{ShareAddresses, addresses};
use scrip_issuer::change::Change;
use scrip_issuer::state::PendingChange;
use scrip_issuer::{accounts, instruction};
use scrip_rules::multiplier::Multiplier;
use scrip_rules::reserves::ReserveMode;

use crate::values::amount::in_shares;

/// Case reference of the changes that a file asks for.
const REFERENCE: [u8; 32] = *b"asset file                      ";

/// The accounts that a change of this share, or of its issuer, is about.
fn targets(share: &ShareAddresses, change: &Change) -> accounts::ChangeTargets {
    let terms = matches!(change, Change::PolicyTerms { .. });
    let hook = matches!(change, Change::HookProgram { .. });
    accounts::ChangeTargets {
        issuer: share.issuer,
        asset: change.is_about_asset().then_some(share.asset),
        minter: account_of(share, change).filter(|_| matches!(change, Change::Minter { .. })),
        custodian: account_of(share, change).filter(|_| matches!(change, Change::Custodian { .. })),
        payment_listing: account_of(share, change)
            .filter(|_| matches!(change, Change::PaymentMint { .. })),
        policy: terms.then_some(share.policy),
        hook_event_authority: terms.then(|| addresses::event_authority(&scrip_transfer_hook::ID)),
        hook_program: terms.then_some(scrip_transfer_hook::ID),
        mint: hook.then_some(share.mint),
        token_program: hook.then_some(addresses::TOKEN_2022),
    }
}

/// The account of its own that a setting has, if it has one.
pub fn account_of(share: &ShareAddresses, change: &Change) -> Option<Pubkey> {
    match change {
        Change::Minter { member, .. } => Some(addresses::minter(&share.asset, member)),
        Change::Custodian { key, .. } => Some(addresses::custodian(&share.issuer, key)),
        Change::PaymentMint { mint, .. } => Some(addresses::payment_listing(&share.asset, mint)),
        _ => None,
    }
}

/// Made at once.
pub fn at_once(admin: Pubkey, share: &ShareAddresses, change: Change) -> Instruction {
    let accounts = accounts::ChangeSetting {
        admin,
        targets: targets(share, &change),
        event_authority: addresses::event_authority(&scrip_issuer::ID),
        program: scrip_issuer::ID,
    };
    let data = instruction::ChangeSetting { change, reference: REFERENCE }.data();
    let accounts = accounts.to_account_metas(None);
    Instruction { program_id: scrip_issuer::ID, accounts, data }
}

/// Put into the queue, as the issuer's change with this number.
pub fn proposed(
    admin: Pubkey,
    payer: Pubkey,
    share: &ShareAddresses,
    change: Change,
    id: u32,
) -> Instruction {
    let accounts = accounts::ProposeChange {
        admin,
        payer,
        targets: targets(share, &change),
        pending_change: addresses::pending_change(&share.issuer, id),
        system_program: system_program::ID,
        event_authority: addresses::event_authority(&scrip_issuer::ID),
        program: scrip_issuer::ID,
    };
    let data = instruction::ProposeChange { change, reference: REFERENCE }.data();
    let accounts = accounts.to_account_metas(None);
    Instruction { program_id: scrip_issuer::ID, accounts, data }
}

/// Carried out, once it is due.
pub fn executed(actor: Pubkey, share: &ShareAddresses, pending: &PendingChange) -> Instruction {
    let accounts = accounts::ExecuteChange {
        actor,
        rent_receiver: pending.rent_payer,
        targets: targets(share, &pending.change),
        pending_change: addresses::pending_change(&share.issuer, pending.id),
        event_authority: addresses::event_authority(&scrip_issuer::ID),
        program: scrip_issuer::ID,
    };
    let data = instruction::ExecuteChange {}.data();
    let accounts = accounts.to_account_metas(None);
    Instruction { program_id: scrip_issuer::ID, accounts, data }
}

/// What it does, in words; raw units also as shares at `multiplier`.
pub fn described(change: &Change, multiplier: Multiplier) -> String {
    let amount = |raw: u64| match raw {
        u64::MAX => "any number of shares".to_owned(),
        raw => format!("{} shares ({raw} raw units)", in_shares(raw, multiplier)),
    };
    match *change {
        Change::Custodian { key, .. } => format!("count what custodian {key} attests"),
        Change::PaymentMint { mint, .. } => format!("accept payment in {mint}"),
        Change::Minter { member, cap, capacity, period } => format!(
            "let {member} mint {} in all, {} at once, refilled in {period} seconds",
            amount(cap),
            amount(capacity)
        ),
        Change::SupplyCap { raw } => format!("cap the supply at {}", amount(raw)),
        Change::MintFourEyes { above: u64::MAX } => "ask no mint for a checker".to_owned(),
        Change::MintFourEyes { above } => {
            format!("ask for a checker above {} in one mint", amount(above))
        }
        Change::Fees { purchase_bps, redemption_bps } => format!(
            "take {purchase_bps} basis points of purchases and {redemption_bps} of redemptions"
        ),
        Change::SettlementWindow { seconds } => {
            format!("leave the issuer {seconds} seconds to settle escrows")
        }
        Change::ReserveRule { mode, max_age, min_custodians, haircut_bps } => {
            let mode = match ReserveMode::from_byte(mode) {
                Some(ReserveMode::Enforce) => "enforce",
                Some(ReserveMode::Warn) => "warn",
                _ => "off",
            };
            format!(
                "set reserves to {mode}: at least {min_custodians} custodians attested in the last {max_age} seconds, less \
                 {haircut_bps} basis points"
            )
        }
        Change::ActionLimits {
            min_notice,
            split_max,
            reverse_split_max,
            bonus_max_bps,
            dividend_max_bps,
        } => format!(
            "limit corporate actions to {min_notice} seconds of notice, splits to {split_max}, reverse splits to \
             {reverse_split_max}, bonus issues to {bonus_max_bps} and reinvested dividends to {dividend_max_bps} \
             basis points"
        ),
        Change::PolicyTerms { .. } => "change who may hold and transfer".to_owned(),
        ref other => format!("{other:?}"),
    }
}
