//! What the chain already has of what a file asks for.

use std::path::Path;

use anchor_lang::AccountDeserialize as _;
use anchor_lang::prelude::Pubkey;
use anyhow::{Context as _, bail, ensure};
use scrip_client::instructions::settings::Targets;
use scrip_client::rpc::fetch::{Share, fetch_share, find};
use scrip_client::{ShareAddresses, addresses};
use scrip_issuer::change::Change;
use scrip_issuer::state::{Asset, Custodian, Minter, PaymentMint};
use solana_keypair::Keypair;
use solana_signer::Signer as _;

use super::{AssetFile, mint_key};
use crate::commands::change::current::of_share;
use crate::session::Session;
use crate::session::shares::Listed;

/// Shares that an issuer has, by which a share is never created a second time.
#[derive(Debug, Default)]
pub struct Known(Vec<Listed>);

impl Known {
    /// All shares of the issuer.
    pub async fn of(session: &Session, issuer: &Pubkey) -> anyhow::Result<Self> {
        Ok(Self(session.shares_of(issuer).await?))
    }

    /// The mint of the share that the file describes, if it is there.
    fn mint_of(&self, file: &AssetFile) -> anyhow::Result<Option<Pubkey>> {
        let (symbol, isin) = (&file.create.symbol, &file.create.isin);
        let same = |share: &&Listed| share.symbol == *symbol || share.asset.isin == *isin;
        let Some(share) = self.0.iter().find(same) else { return Ok(None) };
        ensure!(
            share.symbol == *symbol && share.asset.isin == *isin,
            "the issuer has {} with the ISIN {} already (mint {}), and the file says {symbol} with the ISIN {}: \
             change the file, or name another mint's key with --mint-key",
            share.symbol,
            String::from_utf8_lossy(&share.asset.isin),
            share.mint,
            String::from_utf8_lossy(isin)
        );
        Ok(Some(share.mint))
    }
}

/// The share of a file, on the chain or about to be.
pub enum Located {
    /// It is there.
    There(Box<Share>, Box<Listed>),
    /// It is not; the key of its mint, if there is one already.
    Absent(Option<Box<Keypair>>),
}

/// Finds the share: by the key of its mint, else by symbol and ISIN.
pub async fn locate(
    session: &Session,
    file: &AssetFile,
    key: &Path,
    known: &Known,
    issuer: &Pubkey,
) -> anyhow::Result<Located> {
    let key = mint_key::read(key)?;
    let mut mint = None;
    if let Some(key) = &key {
        let asset = find::<Asset>(&session.rpc, &addresses::asset(&key.pubkey())).await?;
        mint = asset.map(|asset| asset.mint);
    }
    let mint = match mint {
        Some(mint) => mint,
        None => match known.mint_of(file)? {
            Some(mint) => mint,
            None => return Ok(Located::Absent(key.map(Box::new))),
        },
    };
    let share = fetch_share(&session.rpc, &mint).await?;
    let listed = session.listed(&share).await?;
    if share.addresses.issuer != *issuer {
        bail!("the share with mint {mint} is of issuer {}, not {issuer}", share.addresses.issuer);
    }
    if listed.symbol != file.create.symbol || listed.name != file.create.name {
        bail!(
            "the share with mint {mint} is {} ({}), and the file says {} ({}): neither can be changed",
            listed.symbol,
            listed.name,
            file.create.symbol,
            file.create.name
        );
    }
    Ok(Located::There(Box::new(share), Box::new(listed)))
}

/// How each setting stands, and whether the account that it needs is open.
pub async fn standing(
    session: &Session,
    share: &ShareAddresses,
    there: Option<&Share>,
    changes: &[Change],
) -> anyhow::Result<Vec<(bool, Change)>> {
    let mut standing = Vec::with_capacity(changes.len());
    let targets = Targets::share(share);
    let with_account = changes.iter().filter_map(|change| targets.account_of(change));
    let accounts: Vec<Pubkey> = with_account.collect();
    let found = match accounts.as_slice() {
        [] => Vec::new(),
        some => session.rpc.get_multiple_accounts(some).await?,
    };
    let mut found = found.into_iter();
    for change in changes {
        let data = targets.account_of(change).and_then(|_| found.next().flatten());
        let data = data.map(|account| account.data);
        standing.push((data.is_some(), current(there, change, data.as_deref())?));
    }
    Ok(standing)
}

/// The same setting as it stands, or as it would in a new share.
fn current(there: Option<&Share>, change: &Change, data: Option<&[u8]>) -> anyhow::Result<Change> {
    let unreadable = "the account of a setting cannot be read";
    Ok(match (*change, data) {
        (Change::Minter { member, .. }, Some(mut data)) => {
            let minter = Minter::try_deserialize(&mut data).context(unreadable)?;
            let (cap, capacity, period) = (minter.cap, minter.capacity, minter.period);
            Change::Minter { member, cap, capacity, period }
        }
        (Change::Minter { member, .. }, None) => {
            Change::Minter { member, cap: 0, capacity: 0, period: 1 }
        }
        (Change::Custodian { key, .. }, data) => {
            let read = data.map(|mut data| Custodian::try_deserialize(&mut data)).transpose();
            let approved = read.context(unreadable)?.is_some_and(|custodian| custodian.approved);
            Change::Custodian { key, approved }
        }
        (Change::PaymentMint { mint, .. }, data) => {
            let read = data.map(|mut data| PaymentMint::try_deserialize(&mut data)).transpose();
            let accepted = read.context(unreadable)?.is_some_and(|listing| listing.accepted);
            Change::PaymentMint { mint, accepted }
        }
        (change, _) => match there {
            Some(share) => of_share(share, &change).unwrap_or(change),
            None => of_new(change),
        },
    })
}

/// A setting as a new share has it, to which `create_asset` gives what the file says.
const fn of_new(change: Change) -> Change {
    match change {
        Change::ReserveRule { .. } => {
            Change::ReserveRule { mode: 1, max_age: 0, min_custodians: 0, haircut_bps: 0 }
        }
        Change::MintFourEyes { .. } => Change::MintFourEyes { above: u64::MAX },
        Change::Fees { .. } => Change::Fees { purchase_bps: 0, redemption_bps: 0 },
        Change::SettlementWindow { .. } => Change::SettlementWindow { seconds: 5 * 86_400 },
        other => other,
    }
}
