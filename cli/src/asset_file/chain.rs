//! What the chain already has of what a file asks for.

use std::path::Path;

use anchor_lang::prelude::Pubkey;
use anchor_lang::{AccountDeserialize as _, Discriminator as _};
use anyhow::{Context as _, bail, ensure};
use scrip_client::rpc::fetch::{Share, fetch_share, find};
use scrip_client::{ShareAddresses, addresses};
use scrip_issuer::change::Change;
use scrip_issuer::state::{Asset, Custodian, Issuer, Minter, PaymentMint, PendingChange};
use scrip_transfer_hook::PolicyTerms;
use solana_keypair::Keypair;
use solana_rpc_client_api::filter::{Memcmp, RpcFilterType};
use solana_signer::Signer as _;

use super::change::account_of;
use super::{AssetFile, mint_key};
use crate::session::Session;
use crate::session::shares::Listed;

/// Where the issuer's address lies in a pending change: after discriminator, version, bump and number.
const PENDING_ISSUER_OFFSET: usize = 14;

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
    let with_account = changes.iter().filter_map(|change| account_of(share, change));
    let accounts: Vec<Pubkey> = with_account.collect();
    let found = match accounts.as_slice() {
        [] => Vec::new(),
        some => session.rpc.get_multiple_accounts(some).await?,
    };
    let mut found = found.into_iter();
    for change in changes {
        let data = account_of(share, change).and_then(|_| found.next().flatten());
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
        (Change::ReserveRule { .. }, _) => match there {
            Some(Share { asset, .. }) => Change::ReserveRule {
                mode: asset.reserve_mode,
                max_age: asset.reserve_max_age,
                min_custodians: asset.min_custodians,
                haircut_bps: asset.haircut_bps,
            },
            None => Change::ReserveRule { mode: 1, max_age: 0, min_custodians: 0, haircut_bps: 0 },
        },
        (Change::MintFourEyes { .. }, _) => Change::MintFourEyes {
            above: there.map_or(u64::MAX, |share| share.asset.four_eyes_above),
        },
        (Change::Fees { .. }, _) => Change::Fees {
            purchase_bps: there.map_or(0, |share| share.asset.purchase_fee_bps),
            redemption_bps: there.map_or(0, |share| share.asset.redemption_fee_bps),
        },
        (Change::SettlementWindow { .. }, _) => Change::SettlementWindow {
            seconds: there.map_or(5 * 86_400, |share| share.asset.settlement_window),
        },
        (other, _) => match there {
            Some(share) => of_creation(share, other),
            None => other,
        },
    })
}

/// How a setting stands that `create_asset` wrote first.
fn of_creation(Share { asset, policy, .. }: &Share, change: Change) -> Change {
    match change {
        Change::SupplyCap { .. } => Change::SupplyCap { raw: asset.supply_cap },
        Change::ActionLimits { .. } => Change::ActionLimits {
            min_notice: asset.min_notice,
            split_max: asset.split_max,
            reverse_split_max: asset.reverse_split_max,
            bonus_max_bps: asset.bonus_max_bps,
            dividend_max_bps: asset.dividend_max_bps,
        },
        Change::PolicyTerms { .. } => Change::PolicyTerms { terms: PolicyTerms::of(policy) },
        other => other,
    }
}

/// The issuer's queue, without what has expired.
pub async fn queue(
    session: &Session,
    address: &Pubkey,
    issuer: &Issuer,
    now: i64,
) -> anyhow::Result<Vec<PendingChange>> {
    let filters = vec![
        RpcFilterType::Memcmp(Memcmp::new_raw_bytes(0, PendingChange::DISCRIMINATOR.to_vec())),
        RpcFilterType::Memcmp(Memcmp::new_raw_bytes(
            PENDING_ISSUER_OFFSET,
            address.to_bytes().to_vec(),
        )),
    ];
    let found = session.accounts_of(&scrip_issuer::ID, filters).await?;
    let read = found
        .iter()
        .filter_map(|(_, data)| PendingChange::try_deserialize(&mut data.as_slice()).ok());
    Ok(read.filter(|pending| now < pending.expires_at() && pending.maker == issuer.admin).collect())
}
