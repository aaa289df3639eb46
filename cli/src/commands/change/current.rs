//! A setting as it stands, as the program reads it.

use anchor_lang::prelude::Pubkey;
use anyhow::Context as _;
use scrip_client::instructions::settings::Targets;
use scrip_client::rpc::fetch::{Share, find};
use scrip_issuer::change::Change;
use scrip_issuer::state::{Custodian, Issuer, Minter, PaymentMint};
use scrip_transfer_hook::PolicyTerms;
use spl_token_2022_interface::extension::transfer_hook::TransferHook;
use spl_token_2022_interface::extension::{BaseStateWithExtensions as _, StateWithExtensions};
use spl_token_2022_interface::state::Mint;

use crate::session::Session;

/// How a setting stands.
#[derive(Clone, Copy, Debug)]
pub struct Current {
    /// The setting with the value that it has; what was never opened stands for nothing.
    pub setting: Change,
    /// Whether its own account, if it needs one, must be opened first.
    pub is_to_be_opened: bool,
}

/// The setting that `change` is about.
///
/// # Errors
/// If the node does not answer.
pub async fn read(
    session: &Session,
    issuer: &Issuer,
    share: Option<&Share>,
    targets: &Targets<'_>,
    change: &Change,
) -> anyhow::Result<Current> {
    let account = targets.account_of(change).unwrap_or_default();
    let (setting, is_to_be_opened) = match *change {
        Change::Admin { .. } => (Change::Admin { proposed: issuer.pending_admin }, false),
        Change::Treasury { .. } => (Change::Treasury { owner: issuer.treasury }, false),
        Change::Timelock { .. } => (Change::Timelock { seconds: issuer.timelock }, false),
        Change::FourEyes { .. } => (Change::FourEyes { bits: issuer.four_eyes }, false),
        Change::Custodian { key, .. } => {
            let found = find::<Custodian>(&session.rpc, &account).await?;
            let approved = found.as_ref().is_some_and(|found| found.approved);
            (Change::Custodian { key, approved }, found.is_none())
        }
        Change::PaymentMint { mint, .. } => {
            let found = find::<PaymentMint>(&session.rpc, &account).await?;
            let accepted = found.as_ref().is_some_and(|found| found.accepted);
            (Change::PaymentMint { mint, accepted }, found.is_none())
        }
        Change::Minter { member, .. } => {
            let found = find::<Minter>(&session.rpc, &account).await?;
            let (cap, capacity, period) =
                found.as_ref().map_or((0, 0, 1), |found| (found.cap, found.capacity, found.period));
            (Change::Minter { member, cap, capacity, period }, found.is_none())
        }
        _ => {
            let share = share.context("this setting is about a share")?;
            let setting = match of_share(share, change) {
                Some(setting) => setting,
                None => {
                    Change::HookProgram { program: hook(session, &share.addresses.mint).await? }
                }
            };
            (setting, false)
        }
    };
    Ok(Current { setting, is_to_be_opened })
}

/// A setting as the accounts of a share hold it; `None` of one that they do not hold.
#[must_use]
pub fn of_share(share: &Share, change: &Change) -> Option<Change> {
    let asset = &share.asset;
    Some(match *change {
        Change::SupplyCap { .. } => Change::SupplyCap { raw: asset.supply_cap },
        Change::ActionLimits { .. } => Change::ActionLimits {
            min_notice: asset.min_notice,
            split_max: asset.split_max,
            reverse_split_max: asset.reverse_split_max,
            bonus_max_bps: asset.bonus_max_bps,
            dividend_max_bps: asset.dividend_max_bps,
        },
        Change::ReserveRule { .. } => Change::ReserveRule {
            mode: asset.reserve_mode,
            max_age: asset.reserve_max_age,
            min_custodians: asset.min_custodians,
            haircut_bps: asset.haircut_bps,
        },
        Change::MintFourEyes { .. } => Change::MintFourEyes { above: asset.four_eyes_above },
        Change::Fees { .. } => Change::Fees {
            purchase_bps: asset.purchase_fee_bps,
            redemption_bps: asset.redemption_fee_bps,
        },
        Change::PolicyTerms { .. } => Change::PolicyTerms { terms: PolicyTerms::of(&share.policy) },
        Change::DefaultElection { .. } => {
            Change::DefaultElection { choice: asset.default_election }
        }
        Change::SettlementWindow { .. } => {
            Change::SettlementWindow { seconds: asset.settlement_window }
        }
        _ => return None,
    })
}

async fn hook(session: &Session, mint: &Pubkey) -> anyhow::Result<Pubkey> {
    let data = session.rpc.get_account_data(mint).await?;
    let unreadable = || format!("mint {mint} cannot be read");
    let read = StateWithExtensions::<Mint>::unpack(&data).with_context(unreadable)?;
    let hook = read.get_extension::<TransferHook>().with_context(unreadable)?;
    Ok(Option::<Pubkey>::from(hook.program_id).unwrap_or_default())
}
