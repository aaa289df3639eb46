//! How a setting stands, read from the accounts.

use anchor_lang::prelude::Pubkey;
use scrip_issuer::change::Change;
use scrip_issuer::state::{Asset, Custodian, Issuer, Minter, PaymentMint};
use scrip_svm_tests::{World, addresses, cast, token_2022};
use scrip_transfer_hook::PolicyTerms;
use scrip_transfer_hook::state::Policy;
use spl_token_2022_interface::extension::transfer_hook::TransferHook;

/// The same setting as it stands.
pub fn standing(world: &World, change: &Change) -> Change {
    let (company, share) = (cast().company, cast().share);
    let issuer: Issuer = world.read(&company.address);
    let asset: Asset = world.read(&share.asset);
    match *change {
        Change::Admin { .. } => Change::Admin { proposed: issuer.pending_admin },
        Change::Treasury { .. } => Change::Treasury { owner: issuer.treasury },
        Change::Timelock { .. } => Change::Timelock { seconds: issuer.timelock },
        Change::FourEyes { .. } => Change::FourEyes { bits: issuer.four_eyes },
        Change::Custodian { key, .. } => {
            let address = addresses::custodian(&company.address, &key);
            Change::Custodian { key, approved: world.read::<Custodian>(&address).approved }
        }
        Change::PaymentMint { mint, .. } => {
            let address = addresses::payment_listing(&share.asset, &mint);
            Change::PaymentMint { mint, accepted: world.read::<PaymentMint>(&address).accepted }
        }
        Change::Minter { member, .. } => {
            let address = addresses::minter(&share.asset, &member);
            let Minter { cap, capacity, period, .. } = world.read(&address);
            Change::Minter { member, cap, capacity, period }
        }
        Change::PolicyTerms { .. } => Change::PolicyTerms { terms: terms(world) },
        Change::HookProgram { .. } => Change::HookProgram { program: hook(world) },
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
        Change::DefaultElection { .. } => {
            Change::DefaultElection { choice: asset.default_election }
        }
        Change::SettlementWindow { .. } => {
            Change::SettlementWindow { seconds: asset.settlement_window }
        }
    }
}

fn terms(world: &World) -> PolicyTerms {
    let data = world.data(&cast().share.policy);
    PolicyTerms::of(bytemuck::from_bytes::<Policy>(&data[8..]))
}

fn hook(world: &World) -> Pubkey {
    let hook: TransferHook = token_2022::mint_extension(world, &cast().share.mint);
    Option::<Pubkey>::from(hook.program_id).unwrap_or_default()
}
