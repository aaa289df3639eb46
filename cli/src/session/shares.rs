//! A share by its mint or its symbol, and what every command asks about it.

use anchor_lang::prelude::Pubkey;
use anchor_lang::{AccountDeserialize as _, Discriminator as _};
use anyhow::{Context as _, bail};
use scrip_client::addresses;
use scrip_client::rpc::fetch::{Share, fetch, fetch_share, find};
use scrip_client::rpc::program_accounts;
use scrip_issuer::state::{Asset, Issuer};
use scrip_rules::multiplier::Multiplier;
use solana_rpc_client_api::filter::{Memcmp, RpcFilterType};
use spl_token_2022_interface::extension::pausable::PausableConfig;
use spl_token_2022_interface::extension::{BaseStateWithExtensions as _, StateWithExtensions};
use spl_token_2022_interface::state::Mint;
use spl_token_metadata_interface::state::TokenMetadata;

use super::{Session, keys};

/// The clock, and where its unix time lies.
const CLOCK: Pubkey = solana_sdk_ids::sysvar::clock::ID;
/// Where the issuer's address lies in the account of an asset: after discriminator, version and bump.
const ASSET_ISSUER_OFFSET: usize = 10;
/// Accounts that a node returns in one call.
const AT_ONCE: usize = 100;

/// A share of the issuer, as a list shows it.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The mint.
    pub mint: Pubkey,
    /// The issuer program's account.
    pub asset: Asset,
    /// Raw units there are.
    pub supply: u64,
    /// Name and symbol, as the mint has them.
    pub name: String,
    /// The symbol.
    pub symbol: String,
    /// Where terms and description are.
    pub uri: String,
    /// Whether Token-2022 lets nothing move.
    pub paused: bool,
}

impl Session {
    /// The issuer that was named, or the first that whoever acts created.
    ///
    /// # Errors
    /// If the key or the address cannot be read.
    pub fn issuer_address(&self) -> anyhow::Result<Pubkey> {
        match &self.options.issuer {
            Some(named) => {
                named.parse().with_context(|| format!("--issuer: `{named}` is no address"))
            }
            None => Ok(addresses::issuer(&self.actor()?.address(), 0)),
        }
    }

    /// The issuer's address and account.
    ///
    /// # Errors
    /// If there is none there.
    pub async fn issuer(&self) -> anyhow::Result<(Pubkey, Issuer)> {
        let address = self.issuer_address()?;
        let found = find::<Issuer>(&self.rpc, &address).await?;
        let issuer = found.with_context(|| {
            format!("there is no issuer at {address}: name it with --issuer or SCRIP_ISSUER, or `scrip issuer create`")
        })?;
        Ok((address, issuer))
    }

    /// The share with this mint, or with this symbol among those of the issuer.
    ///
    /// # Errors
    /// If there is none, or the symbol is not unique.
    pub async fn share(&self, named: &str) -> anyhow::Result<Share> {
        let mint = match named.parse() {
            Ok(mint) => mint,
            Err(_) => self.mint_of(named).await?,
        };
        fetch_share(&self.rpc, &mint)
            .await
            .with_context(|| format!("`{named}` is no share of Scrip"))
    }

    async fn mint_of(&self, symbol: &str) -> anyhow::Result<Pubkey> {
        let (issuer, _) = self.issuer().await.with_context(|| {
            format!("`{symbol}` is no address, and to find a share by its symbol its issuer must be known")
        })?;
        let listed = self.shares_of(&issuer).await?;
        let mut mints =
            listed.iter().filter(|share| share.symbol == symbol).map(|share| share.mint);
        match (mints.next(), mints.next()) {
            (Some(mint), None) => Ok(mint),
            (Some(first), Some(second)) => {
                bail!(
                    "issuer {issuer} has more than one {symbol} ({first}, {second}, ...): name the mint"
                )
            }
            (None, _) => bail!(
                "issuer {issuer} has no share with the symbol {symbol}: `scrip asset list` shows them"
            ),
        }
    }

    /// All shares of an issuer, by their symbols.
    ///
    /// # Errors
    /// If the node does not answer.
    pub async fn shares_of(&self, issuer: &Pubkey) -> anyhow::Result<Vec<Listed>> {
        let filters = vec![
            RpcFilterType::Memcmp(Memcmp::new_raw_bytes(0, Asset::DISCRIMINATOR.to_vec())),
            RpcFilterType::Memcmp(Memcmp::new_raw_bytes(
                ASSET_ISSUER_OFFSET,
                issuer.to_bytes().to_vec(),
            )),
        ];
        let found = self.accounts_of(&scrip_issuer::ID, filters).await?;
        let assets =
            found.iter().filter_map(|(_, data)| Asset::try_deserialize(&mut data.as_slice()).ok());
        let assets: Vec<Asset> = assets.collect();
        let mut shares = Vec::with_capacity(assets.len());
        for some in assets.chunks(AT_ONCE) {
            let mints: Vec<Pubkey> = some.iter().map(|asset| asset.mint).collect();
            let accounts = self.rpc.get_multiple_accounts(&mints).await?;
            for (asset, account) in some.iter().zip(accounts) {
                let account = account.with_context(|| format!("mint {} is gone", asset.mint))?;
                shares.push(listed(asset.clone(), &account.data)?);
            }
        }
        shares.sort_by(|left, right| left.symbol.cmp(&right.symbol));
        Ok(shares)
    }

    /// Accounts of a program with their data, by filters.
    ///
    /// # Errors
    /// If the node does not answer.
    pub async fn accounts_of(
        &self,
        program: &Pubkey,
        filters: Vec<RpcFilterType>,
    ) -> anyhow::Result<Vec<(Pubkey, Vec<u8>)>> {
        Ok(program_accounts(&self.rpc, program, filters).await?)
    }

    /// Name, symbol and supply of a share, from its mint.
    ///
    /// # Errors
    /// If the node does not answer.
    pub async fn listed(&self, share: &Share) -> anyhow::Result<Listed> {
        let data = self.rpc.get_account_data(&share.addresses.mint).await?;
        listed(share.asset.clone(), &data)
    }

    /// The chain's time, unix seconds.
    ///
    /// # Errors
    /// If the node does not answer.
    pub async fn now(&self) -> anyhow::Result<i64> {
        let data =
            self.rpc.get_account_data(&CLOCK).await.context("cannot read the chain's clock")?;
        let clock: solana_clock::Clock =
            bincode::deserialize(&data).context("cannot read the chain's clock")?;
        Ok(clock.unix_timestamp)
    }

    /// The account of this type at this address.
    ///
    /// # Errors
    /// With `what` it is, and what to do, if there is none.
    pub async fn expect<T: anchor_lang::AccountDeserialize + anchor_lang::Owner>(
        &self,
        address: &Pubkey,
        what: &str,
    ) -> anyhow::Result<T> {
        fetch(&self.rpc, address).await.with_context(|| what.to_owned())
    }
}

/// The multiplier that is in force at `now`.
///
/// # Errors
/// If the account carries none, which the program does not let happen.
pub fn multiplier_at(asset: &Asset, now: i64) -> anyhow::Result<Multiplier> {
    let track =
        asset.track().map_err(|error| anyhow::anyhow!("asset of mint {}: {error}", asset.mint))?;
    Ok(track.at(now))
}

/// A wallet or keypair file on the command line.
///
/// # Errors
/// If it is neither.
pub fn wallet(named: &str) -> anyhow::Result<Pubkey> {
    keys::address(named)
}

fn listed(asset: Asset, mint_data: &[u8]) -> anyhow::Result<Listed> {
    let unreadable = || format!("mint {} cannot be read", asset.mint);
    let mint = StateWithExtensions::<Mint>::unpack(mint_data).with_context(unreadable)?;
    let metadata = mint.get_variable_len_extension::<TokenMetadata>().with_context(unreadable)?;
    let paused = mint.get_extension::<PausableConfig>().is_ok_and(|config| config.paused.into());
    let TokenMetadata { name, symbol, uri, .. } = metadata;
    let supply = mint.base.supply;
    Ok(Listed { mint: asset.mint, asset, supply, name, symbol, uri, paused })
}
