//! Terms, ISIN or a further field of a share, changed by staff with the permission for metadata.

use std::path::PathBuf;

use anyhow::{Context as _, bail};
use clap::Args;
use scrip_client::instructions::assets;
use scrip_issuer::MetadataChange;
use scrip_issuer::state::PERMISSION_METADATA;

use crate::plan::Plan;
use crate::session::Session;
use crate::values::reference::{Reference, hash_of};

/// `scrip asset update`
#[derive(Args, Debug)]
#[command(group = clap::ArgGroup::new("what").required(true).args(["uri", "isin", "field"]))]
pub struct Update {
    /// Symbol or mint of the share
    asset: String,
    /// Where the terms are from now on; with --terms or --terms-hash
    #[arg(long)]
    uri: Option<String>,
    /// The terms, which are hashed
    #[arg(long, value_name = "FILE", requires = "uri", conflicts_with = "terms_hash")]
    terms: Option<PathBuf>,
    /// SHA-256 of the terms, 64 hexadecimal digits
    #[arg(long, value_name = "HASH", requires = "uri")]
    terms_hash: Option<Reference>,
    /// ISIN of the share that the custodian holds
    #[arg(long)]
    isin: Option<String>,
    /// A further field of the token's metadata
    #[arg(long, value_name = "KEY=VALUE")]
    field: Option<String>,
    /// Case reference
    #[arg(long)]
    reference: Reference,
}

impl Update {
    /// Does it, and prints what came of it.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        let share = session.share(&self.asset).await?.addresses;
        let actor = session.staff(&share, PERMISSION_METADATA).await?;
        let payer = session.payer()?.address();
        let (change, detail) = self.change()?;
        let update = assets::update_metadata(actor, payer, &share, change, self.reference.0);
        let plan = Plan::new(format!("update {}", self.asset), vec![update]);
        session.carry_out(plan.detail("new", detail)).await.map(drop)
    }

    fn change(&self) -> anyhow::Result<(MetadataChange, String)> {
        if let Some(uri) = &self.uri {
            let hash = match (&self.terms, self.terms_hash) {
                (Some(file), _) => hash_of(file)?,
                (None, Some(hash)) => hash.0,
                (None, None) => bail!("--uri needs the terms: --terms FILE or --terms-hash HASH"),
            };
            return Ok((MetadataChange::Terms { uri: uri.clone(), hash }, uri.clone()));
        }
        if let Some(text) = &self.isin {
            let isin: Option<[u8; 12]> = text.as_bytes().try_into().ok();
            let isin = isin.filter(scrip_rules::isin::is_valid);
            let isin = isin.with_context(|| format!("--isin: `{text}` is no ISIN"))?;
            return Ok((MetadataChange::Isin { isin }, text.clone()));
        }
        let field = self.field.as_deref().and_then(|field| field.split_once('='));
        let (key, value) = field.context("--field: write it as KEY=VALUE")?;
        let change = MetadataChange::Field { key: key.to_owned(), value: value.to_owned() };
        Ok((change, format!("{key}: {value}")))
    }
}
