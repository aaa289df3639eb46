//! The rows of the file against the register, as the chain has it.

use anchor_lang::AccountDeserialize as _;
use anchor_lang::prelude::Pubkey;
use anyhow::Context as _;
use scrip_rules::holder::HolderKind;
use scrip_transfer_hook::HolderDetails;
use scrip_transfer_hook::state::Holder;

use super::fault::Fault;
use super::identity;
use super::node::Node;
use super::read::Row;
use crate::values::{class, country, time};

/// A row whose wallet is on the register with other facts.
#[derive(Clone, Debug)]
pub struct Different {
    /// The row.
    pub row: Row,
    /// What differs: "country is CH, not LI".
    pub how: String,
}

/// The rows by what is to be done with them.
#[derive(Clone, Debug, Default)]
pub struct Compared {
    /// Not on the register.
    pub absent: Vec<Row>,
    /// On the register with other facts.
    pub different: Vec<Different>,
    /// On the register as the file has them.
    pub same: Vec<Row>,
    /// What cannot be imported.
    pub faults: Vec<Fault>,
}

/// Compares every row with its record.
///
/// # Errors
/// If the node does not answer, or has an account that is no record.
pub async fn compare(node: Node<'_>, rows: &[Row]) -> anyhow::Result<Compared> {
    let records: Vec<Pubkey> = rows.iter().map(|row| row.record).collect();
    let mut compared = Compared::default();
    for (row, found) in rows.iter().zip(node.accounts(&records).await?) {
        // Anybody can send lamports to the address of a record that is not there.
        let Some((_, data)) = found.filter(|(owner, _)| *owner == scrip_transfer_hook::ID) else {
            compared.absent.push(*row);
            continue;
        };
        let holder = Holder::try_deserialize(&mut data.as_slice()).with_context(|| {
            format!(
                "line {}: the account at {} is no record that this version reads",
                row.line, row.record
            )
        })?;
        if holder.kind == HolderKind::Venue as u8 {
            let message = format!(
                "`{}` is on the register as a venue, which has no holder: leave it out",
                row.wallet
            );
            compared.faults.push(Fault::at(row.line, "wallet", message));
            continue;
        }
        match differences(&holder, &row.details) {
            how if how.is_empty() => compared.same.push(*row),
            how => compared.different.push(Different { row: *row, how: how.join(", ") }),
        }
    }
    Ok(compared)
}

/// Wallets that are accounts of programs other than the system's: a token account, a mint, a program.
///
/// # Errors
/// If the node does not answer.
pub async fn not_wallets(node: Node<'_>, rows: &[Row]) -> anyhow::Result<Vec<Fault>> {
    let wallets: Vec<Pubkey> = rows.iter().map(|row| row.wallet).collect();
    let found = node.accounts(&wallets).await?;
    let owned = rows.iter().zip(found).filter_map(|(row, found)| {
        let (owner, _) = found.filter(|(owner, _)| *owner != solana_sdk_ids::system_program::ID)?;
        let message = format!(
            "`{}` is an account of program {owner}, not a wallet: write the wallet that owns it, or add it with `scrip venue`",
            row.wallet
        );
        Some(Fault::at(row.line, "wallet", message))
    });
    Ok(owned.collect())
}

fn differences(holder: &Holder, wanted: &HolderDetails) -> Vec<String> {
    let facts = [
        ("country", country::shown(holder.jurisdiction), country::shown(wanted.jurisdiction)),
        ("classes", class::shown(holder.investor_classes), class::shown(wanted.investor_classes)),
        ("kyc_expires", time::shown(holder.kyc_expires_at), time::shown(wanted.kyc_expires_at)),
        ("locked_until", time::shown(holder.locked_until), time::shown(wanted.locked_until)),
        ("identity", identity::shown(&holder.identity), identity::shown(&wanted.identity)),
    ];
    let differing = facts.into_iter().filter(|(_, is, wanted)| is != wanted);
    differing.map(|(fact, is, wanted)| format!("{fact} is {is}, not {wanted}")).collect()
}
