//! Settings, roles, custodians, queue and proposals.

use scrip_issuer::state as issuer;
use scrip_svm_tests::{World, addresses};

use super::{Difference, multiplier, read, same};
use crate::invariant::Invariant::{Record, Timelock};
use crate::model::{ActionLimits, Model};
use crate::scene::scene;

/// Settings, roles, custodians, queue, proposals.
pub fn records(world: &World, model: &Model) -> Result<(), Difference> {
    let (scene, share) = (scene(), scene().share);
    let company = share.company.address;
    let state: Option<issuer::Issuer> = read(world, &company);
    let facts = state.map(|state| {
        (
            state.admin,
            state.pending_admin,
            state.treasury,
            state.timelock,
            state.four_eyes,
            state.change_count,
        )
    });
    let expected = (
        model.admin,
        model.pending_admin,
        model.treasury,
        model.timelock,
        model.four_eyes,
        model.changes,
    );
    same(Record, || "issuer".into(), Some(expected), facts)?;
    let asset: Option<issuer::Asset> = read(world, &share.asset);
    let facts = asset.as_ref().map(|asset| {
        let rule =
            (asset.reserve_mode, asset.reserve_max_age, asset.min_custodians, asset.haircut_bps);
        (asset.status, asset.supply_cap, asset.four_eyes_above, rule, asset.settlement_window)
    });
    let rule = model.rule;
    let rule = (rule.mode, rule.max_age, rule.min_custodians, rule.haircut_bps);
    let expected = (model.status, model.supply_cap, model.four_eyes_above, rule, model.window);
    same(Record, || "asset".into(), Some(expected), facts)?;
    let facts = asset.map(|asset| {
        let limits = ActionLimits {
            min_notice: asset.min_notice,
            split: asset.split_max,
            reverse_split: asset.reverse_split_max,
            bonus_bps: asset.bonus_max_bps,
            dividend_bps: asset.dividend_max_bps,
        };
        let fees = (asset.purchase_fee_bps, asset.redemption_fee_bps);
        (limits, asset.default_election, fees)
    });
    let expected = (model.limits, model.default_election, model.fees);
    same(Record, || "asset".into(), Some(expected), facts)?;
    multiplier(world, model)?;
    for member in &scene.staff {
        let state: Option<issuer::Role> = read(world, &addresses::role(&company, member));
        let starts_at = state.as_ref().map(|role| role.starts_at);
        let facts = state.map(|role| (role.permissions, role.expires_at));
        let role = model.roles.get(member);
        let begin = role.map(|role| role.starts_at);
        same(Timelock, || format!("beginning of the role of {member}"), begin, starts_at)?;
        let expected = role.map(|role| (role.permissions, role.expires_at));
        same(Record, || format!("role of {member}"), expected, facts)?;
    }
    for (key, custodian) in scene.custodians.iter().zip(&model.custodians) {
        let state: Option<issuer::Custodian> = read(world, &addresses::custodian(&company, key));
        let approved = state.map(|state| state.approved);
        same(Record, || format!("custodian {key}"), Some(custodian.approved), approved)?;
        let state: Option<issuer::ReserveAttestation> =
            read(world, &addresses::attestation(&share.asset, key));
        let facts = state.map(|state| (state.shares, state.as_of, state.actions_seen));
        let expected = custodian.attestation.as_ref();
        let expected = expected.map(|last| (last.shares, last.as_of, last.seen));
        same(Record, || format!("attestation of {key}"), expected, facts)?;
    }
    for (money, accepted) in scene.money.iter().zip(model.accepted) {
        let state: Option<issuer::PaymentMint> =
            read(world, &addresses::payment_listing(&share.asset, &money.mint));
        same(Record, || "payment mint".into(), Some(accepted), state.map(|state| state.accepted))?;
    }
    for (id, pending) in &model.queue {
        let state: Option<issuer::PendingChange> =
            read(world, &addresses::pending_change(&company, *id));
        let due = state.as_ref().map(|state| state.executable_at);
        same(Timelock, || format!("when change {id} is due"), Some(pending.executable_at), due)?;
        let facts = state.map(|state| (state.change, state.maker, state.checker));
        let expected = (pending.change, pending.maker, pending.checker.unwrap_or_default());
        same(Record, || format!("change {id}"), Some(expected), facts)?;
    }
    for ((maker, id), proposal) in &model.proposals {
        let address = addresses::mint_proposal(&share.asset, maker, *id);
        let state: Option<issuer::MintProposal> = read(world, &address);
        let facts = state.map(|state| (state.amount, state.multiplier, state.proposed_at));
        let expected = (proposal.amount, proposal.multiplier, proposal.proposed_at);
        same(Record, || format!("proposed mint {id}"), Some(expected), facts)?;
    }
    Ok(())
}
