//! What would stop an import half-way, asked before the first transaction.

use anyhow::{bail, ensure};
use scrip_client::addresses;
use scrip_client::rpc::fetch::find;
use scrip_transfer_hook::state::{Holder, PERMISSION_ONBOARD, Registrar};
use solana_hash::Hash;
use solana_rpc_client_api::config::RpcSimulateTransactionConfig;
use solana_signature::Signature;
use solana_transaction::versioned::VersionedTransaction;

use super::batch::{Batch, Deed, Frame};
use crate::session::{Session, failure};
use crate::values::amount::format_decimal;
use crate::values::time;

/// What an import costs, in lamports.
#[derive(Clone, Copy, Debug)]
pub struct Cost {
    /// What the records must have, and give back when they are closed.
    pub rent: u64,
    /// Fees of the transactions, with what is paid for priority.
    pub fees: u64,
}

impl Cost {
    /// Rent and fees of these batches.
    ///
    /// # Errors
    /// If the node does not answer.
    pub async fn of(session: &Session, frame: &Frame, batches: &[Batch]) -> anyhow::Result<Self> {
        let bytes = size_of::<Holder>().saturating_add(8);
        let each = session.rpc.get_minimum_balance_for_rent_exemption(bytes).await?;
        let new = batches
            .iter()
            .filter(|batch| batch.deed == Deed::Onboard)
            .map(|batch| batch.rows.len());
        let new = u64::try_from(new.sum::<usize>())?;
        Ok(Self { rent: each.saturating_mul(new), fees: frame.fees(batches) })
    }

    /// Fails if the payer has less.
    ///
    /// # Errors
    /// If so, or the node does not answer.
    pub async fn require(&self, session: &Session, frame: &Frame) -> anyhow::Result<()> {
        let payer = frame.desk.payer;
        let needed = self.rent.saturating_add(self.fees);
        let balance = session.rpc.get_balance(&payer).await?;
        ensure!(
            balance >= needed,
            "{payer} pays for the import and has {} SOL, and it takes {} SOL ({} of it rent for the records): send it some, or name another with --fee-payer",
            in_sol(balance),
            in_sol(needed),
            in_sol(self.rent)
        );
        Ok(())
    }
}

/// Lamports in SOL.
#[must_use]
pub fn in_sol(lamports: u64) -> String {
    format_decimal(lamports.into(), 9)
}

/// Fails unless the officer may put wallets on the register at `now`, unix seconds.
///
/// # Errors
/// If so, or the node does not answer.
pub async fn require_registrar(session: &Session, frame: &Frame, now: i64) -> anyhow::Result<()> {
    let (officer, registry) = (frame.desk.officer, frame.desk.registry);
    let appointment =
        find::<Registrar>(&session.rpc, &addresses::registrar(&registry, &officer)).await?;
    let Some(registrar) = appointment else {
        bail!(
            "{officer} is no registrar of register {registry}: name a registrar's key with --keypair, or let the register's authority appoint it by `scrip registrar grant {officer} --permissions onboard`"
        );
    };
    ensure!(
        registrar.permissions & PERMISSION_ONBOARD != 0,
        "{officer} is a registrar without the permission `onboard`: use another registrar's key"
    );
    ensure!(
        registrar.expires_at > now,
        "the appointment of {officer} ended at {}: let the register's authority revoke and grant it again",
        time::shown(registrar.expires_at)
    );
    Ok(())
}

/// Fails if a node says that the batch would fail.
///
/// # Errors
/// If so, or the node does not answer.
pub async fn simulate(session: &Session, frame: &Frame, batch: &Batch) -> anyhow::Result<()> {
    let message = frame.message(batch, Hash::default())?;
    let signatures =
        vec![Signature::default(); usize::from(message.header().num_required_signatures)];
    let config = RpcSimulateTransactionConfig {
        replace_recent_blockhash: true,
        commitment: Some(session.rpc.commitment()),
        ..Default::default()
    };
    let transaction = VersionedTransaction { signatures, message };
    let simulated = session.rpc.simulate_transaction_with_config(&transaction, config).await?.value;
    if let Some(error) = simulated.err {
        let logs = simulated.logs.unwrap_or_default();
        bail!(
            "the first of the transactions would fail, so none was sent: {}",
            failure::explain(&error.into(), &logs)
        );
    }
    Ok(())
}
