//! Appointing and dismissing registrars.

use clap::Args;
use scrip_client::instructions::{company, register as build};
use scrip_transfer_hook::GrantRegistrarArgs;

use crate::commands::register::registry;
use crate::plan::Plan;
use crate::session::{Session, keys};
use crate::values::permission;
use crate::values::time::{self, Moment};

/// `scrip registrar grant`
#[derive(Args, Debug)]
pub struct Grant {
    /// Address or keypair file of the registrar
    officer: String,
    /// What the registrar may do, separated by commas: onboard, suspend, venues
    #[arg(long, value_name = "NAMES", value_parser = permission::of_registrar)]
    permissions: u8,
    /// When the appointment ends: 2027-12-01T00:00:00Z, unix seconds, or so long from now, like +365d
    #[arg(long, value_name = "TIME", default_value = "+365d")]
    expires: Moment,
}

/// `scrip registrar revoke`
#[derive(Args, Debug)]
pub struct Revoke {
    /// Address or keypair file of the registrar
    officer: String,
    /// Who gets the appointment's rent [default: whoever pays]
    #[arg(long, value_name = "ADDRESS")]
    rent_to: Option<String>,
}

impl Grant {
    pub(super) async fn run(self, session: &Session) -> anyhow::Result<()> {
        let (authority, payer) = session.actor_and_payer()?;
        let expires_at = self.expires.resolve(session.now().await?);
        let officer = keys::address(&self.officer)?;
        let args = GrantRegistrarArgs { officer, permissions: self.permissions, expires_at };
        let registry = registry(session).await?;
        let instruction = company::grant_registrar(authority, payer, registry, args);
        let plan = Plan::new(format!("appoint {officer} as registrar"), vec![instruction])
            .detail("register", registry.to_string())
            .detail("permissions", permission::REGISTRAR.shown(self.permissions))
            .detail("until", time::shown(expires_at));
        session.carry_out(plan).await.map(drop)
    }
}

impl Revoke {
    pub(super) async fn run(self, session: &Session) -> anyhow::Result<()> {
        let (authority, payer) = session.actor_and_payer()?;
        let rent_to = self.rent_to.as_deref().map(keys::address).transpose()?.unwrap_or(payer);
        let (officer, registry) = (keys::address(&self.officer)?, registry(session).await?);
        let instruction = build::revoke_registrar(authority, registry, &officer, rent_to);
        let plan = Plan::new(format!("dismiss registrar {officer}"), vec![instruction])
            .detail("register", registry.to_string())
            .detail("rent goes to", rent_to.to_string());
        session.carry_out(plan).await.map(drop)
    }
}
