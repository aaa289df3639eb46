//! A message, simulated: what it uses, what the programs say that it changes, and what becomes of balances.

use std::str::FromStr as _;

use anchor_lang::prelude::Pubkey;
use anyhow::bail;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use solana_account_decoder_client_types::{UiAccount, UiAccountEncoding};
use solana_message::VersionedMessage;
use solana_rpc_client_api::config::{
    RpcSimulateTransactionAccountsConfig, RpcSimulateTransactionConfig,
};
use solana_signature::Signature;
use solana_transaction::versioned::VersionedTransaction;
use solana_transaction_status_client_types::{
    UiInnerInstructions, UiInstruction, UiParsedInstruction,
};

use super::{Session, budget, failure};
use crate::describe::event::{self, Event};
use crate::describe::{account, balance};

/// Accounts that a node reads at once.
const MOST_ACCOUNTS: usize = 100;

/// What a message would do.
#[derive(Clone, Debug, Default)]
pub struct Simulated {
    /// Compute units.
    pub units: u64,
    /// What the programs say.
    pub events: Vec<Event>,
    /// Where they say nothing: how their accounts differ.
    pub differences: Vec<String>,
    /// Token balances that move.
    pub balances: Vec<String>,
    /// Accounts that are opened, and lamports that are locked in them.
    pub opened: (u32, u64),
    /// Accounts that are closed, and lamports that were locked in them.
    pub closed: (u32, u64),
}

impl Session {
    /// Simulates a message that nobody has signed, at a recent blockhash.
    ///
    /// # Errors
    /// If the node does not answer, or the message would fail: why, as a sentence that begins with `title`.
    pub async fn simulate(
        &self,
        title: &str,
        message: VersionedMessage,
    ) -> anyhow::Result<Simulated> {
        let signatures =
            vec![Signature::default(); usize::from(message.header().num_required_signatures)];
        self.simulate_signed(title, &VersionedTransaction { signatures, message }, true).await
    }

    /// Simulates a transaction; with its own blockhash or nonce unless `recent`.
    ///
    /// # Errors
    /// As [`Session::simulate`].
    pub async fn simulate_signed(
        &self,
        title: &str,
        transaction: &VersionedTransaction,
        recent: bool,
    ) -> anyhow::Result<Simulated> {
        let mut written = budget::written(&transaction.message);
        written.truncate(MOST_ACCOUNTS);
        let before = self.rpc.get_multiple_accounts(&written).await?;
        let accounts = RpcSimulateTransactionAccountsConfig {
            encoding: Some(UiAccountEncoding::Base64),
            addresses: written.iter().map(Pubkey::to_string).collect(),
        };
        let config = RpcSimulateTransactionConfig {
            sig_verify: false,
            replace_recent_blockhash: recent,
            commitment: Some(self.rpc.commitment()),
            inner_instructions: true,
            accounts: Some(accounts),
            ..Default::default()
        };
        let simulated = self.rpc.simulate_transaction_with_config(transaction, config).await?.value;
        if let Some(error) = simulated.err {
            let logs = simulated.logs.unwrap_or_default();
            let payer = transaction.message.static_account_keys().first();
            let balance =
                before.first().and_then(Option::as_ref).map_or(0, |account| account.lamports);
            bail!(
                "cannot {title}: {}",
                failure::explain_for(&error.into(), &logs, payer.zip(Some(balance)))
            );
        }
        let keys = transaction.message.static_account_keys();
        let events = events(&simulated.inner_instructions.unwrap_or_default(), keys);
        let mut found = Simulated {
            units: simulated.units_consumed.unwrap_or_default(),
            events,
            ..Simulated::default()
        };
        for (before, after) in before.iter().zip(simulated.accounts.unwrap_or_default()) {
            let old = before.as_ref().map_or((0, [].as_slice()), |old| (old.lamports, &old.data));
            found.compare(old, after.as_ref());
        }
        Ok(found)
    }
}

impl Simulated {
    fn compare(&mut self, (had, old): (u64, &[u8]), after: Option<&UiAccount>) {
        let has = after.map_or(0, |after| after.lamports);
        let counter = match (had, has) {
            (0, 1..) => &mut self.opened,
            (1.., 0) => &mut self.closed,
            _ => &mut (0, 0),
        };
        *counter = (counter.0.saturating_add(1), counter.1.saturating_add(had.max(has)));
        let new =
            after.and_then(|after| Pubkey::from_str(&after.owner).ok().zip(after.data.decode()));
        let Some((owner, new)) = new else { return };
        self.balances.extend(balance::difference(&owner, old, &new));
        if self.events.is_empty() {
            self.differences.extend(account::difference(&owner, old, &new));
        }
    }

    /// What changes, for people.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let events = self.events.iter().flat_map(Event::lines);
        events.chain(self.differences.iter().chain(&self.balances).cloned()).collect()
    }
}

/// The events among the instructions that programs called. Nodes give these in either of two forms.
#[must_use]
pub fn events(called: &[UiInnerInstructions], keys: &[Pubkey]) -> Vec<Event> {
    let called = called.iter().flat_map(|inner| &inner.instructions);
    let events = called.filter_map(|instruction| {
        let (program, data) = match instruction {
            UiInstruction::Compiled(compiled) => {
                (*keys.get(usize::from(compiled.program_id_index))?, &compiled.data)
            }
            UiInstruction::Parsed(UiParsedInstruction::PartiallyDecoded(called)) => {
                (called.program_id.parse().ok()?, &called.data)
            }
            UiInstruction::Parsed(UiParsedInstruction::Parsed(_)) => return None,
        };
        event::decode(&program, &bs58::decode(data).into_vec().ok()?)
    });
    events.collect()
}

/// A transaction as its bytes in base 64, as nodes take it.
///
/// # Errors
/// If it cannot be written.
pub fn wire(transaction: &VersionedTransaction) -> anyhow::Result<String> {
    Ok(BASE64_STANDARD.encode(bincode::serialize(transaction)?))
}
