//! Credentials of the Solana Attestation Service whose attestations the register takes for records.

use anyhow::Context as _;
use clap::Args;
use scrip_client::instructions::register as build;
use scrip_client::rpc::fetch::fetch;
use scrip_transfer_hook::TrustCredentialArgs;
use scrip_transfer_hook::state::{Registry, TrustedCredential};
use serde_json::json;

use crate::commands::register::{all, registry};
use crate::output::Answer;
use crate::plan::Plan;
use crate::session::{Session, keys};

/// Where the register's address lies in the account of a trusted credential.
const REGISTRY_OFFSET: usize = 16;

/// `scrip registrar trust`
#[derive(Args, Debug)]
pub struct Trust {
    /// Address of the credential: who attests
    credential: String,
    /// Address of the schema: what is attested
    schema: String,
}

/// `scrip registrar distrust`
#[derive(Args, Debug)]
pub struct Distrust {
    /// Number of the credential, from `scrip registrar credentials`
    number: u8,
    /// Who gets the rent [default: whoever pays]
    #[arg(long, value_name = "ADDRESS")]
    rent_to: Option<String>,
}

impl Trust {
    pub(super) async fn run(self, session: &Session) -> anyhow::Result<()> {
        let (authority, payer) = session.actor_and_payer()?;
        let address = registry(session).await?;
        let registry: Registry = fetch(&session.rpc, &address).await?;
        let number = registry.credentials.checked_add(1);
        let number = number.with_context(|| {
            format!("register {address} has trusted 255 credentials, and there are no numbers left")
        })?;
        let (credential, schema) = (keys::address(&self.credential)?, keys::address(&self.schema)?);
        let args = TrustCredentialArgs { number, credential, schema };
        let instruction = build::trust_credential(authority, payer, address, args);
        let plan = Plan::new(format!("trust credential {credential}"), vec![instruction])
            .detail("register", address.to_string())
            .detail("number", number.to_string())
            .detail("schema", schema.to_string());
        session.carry_out(plan).await.map(drop)
    }
}

impl Distrust {
    pub(super) async fn run(self, session: &Session) -> anyhow::Result<()> {
        let (authority, payer) = session.actor_and_payer()?;
        let rent_to = self.rent_to.as_deref().map(keys::address).transpose()?.unwrap_or(payer);
        let registry = registry(session).await?;
        let instruction = build::distrust_credential(authority, registry, self.number, rent_to);
        let plan =
            Plan::new(format!("trust credential {} no longer", self.number), vec![instruction])
                .irreversible(
                    "a number is given once: trusting the credential again gives it another",
                );
        session.carry_out(plan).await.map(drop)
    }
}

pub(super) async fn list(session: &Session) -> anyhow::Result<()> {
    let mut found =
        all::<TrustedCredential>(session, &registry(session).await?, REGISTRY_OFFSET, None).await?;
    found.sort_by_key(|(_, trusted)| trusted.number);
    let row = |trusted: &TrustedCredential| {
        vec![
            json!(trusted.number),
            json!(trusted.credential.to_string()),
            json!(trusted.schema.to_string()),
        ]
    };
    session.answer(&Answer::Rows {
        columns: vec!["number", "credential", "schema"],
        rows: found.iter().map(|(_, trusted)| row(trusted)).collect(),
        empty: "no credential is trusted: records are made by registrars alone",
    });
    Ok(())
}
