//! Roles of the issuer's staff.

use anchor_lang::{AccountDeserialize as _, Discriminator as _};
use clap::{Args, Subcommand};
use scrip_client::instructions::company;
use scrip_issuer::GrantRoleArgs;
use scrip_issuer::state::{self, Role};
use serde_json::json;
use solana_rpc_client_api::filter::{Memcmp, RpcFilterType};

use crate::output::Answer;
use crate::plan::Plan;
use crate::session::{Session, keys};
use crate::values::permission;
use crate::values::time::{self, Moment};

/// Where the issuer's address lies in a role: after discriminator, version, bump, permissions and two times.
const ISSUER_OFFSET: usize = 30;

/// The commands of `scrip role`.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Give a member of staff a role. To change one, revoke it and grant another
    Grant(Grant),
    /// Take a role away, at once
    Revoke {
        /// Address or keypair file of the member
        member: String,
    },
    /// List the roles of the issuer's staff
    List,
}

/// `scrip role grant`
#[derive(Args, Debug)]
pub struct Grant {
    /// Address or keypair file of the member
    member: String,
    /// What the member may do, separated by commas: mint, redeem, pause, unpause, halt, resume, corporate-actions,
    /// check, metadata
    #[arg(long, value_name = "NAMES", value_parser = permission::of_staff)]
    permissions: u32,
    /// When the role ends by itself [default: never]
    #[arg(long, value_name = "TIME")]
    expires: Option<Moment>,
}

impl Command {
    /// Does it, and prints what came of it.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        match self {
            Self::Grant(grant) => grant.run(session).await,
            Self::Revoke { member } => revoke(session, &member).await,
            Self::List => list(session).await,
        }
    }
}

impl Grant {
    async fn run(self, session: &Session) -> anyhow::Result<()> {
        let (address, issuer) = session.issuer().await?;
        let (admin, payer) = session.actor_and_payer()?;
        let member = keys::address(&self.member)?;
        let permissions = self.permissions;
        let now = session.now().await?;
        let expires_at = self.expires.map_or(0, |until| until.resolve(now));
        let args = GrantRoleArgs { member, permissions, expires_at };
        let stops = permissions & !state::PERMISSIONS_STOPPING == 0;
        let wait = if stops { 0 } else { issuer.timelock };
        let title =
            format!("let {member} {}", permission::STAFF.shown(permissions).replace(',', ", "));
        let grant = company::grant_role(admin, payer, address, args);
        let plan = Plan::new(title, vec![grant])
            .detail("begins", time::shown(now.saturating_add(wait.into())))
            .detail("ends", time::shown(expires_at));
        session.carry_out(plan).await.map(drop)
    }
}

async fn revoke(session: &Session, member: &str) -> anyhow::Result<()> {
    let (address, _) = session.issuer().await?;
    let (admin, payer) = session.actor_and_payer()?;
    let member = keys::address(member)?;
    let revoke = company::revoke_role(admin, payer, address, &member);
    let plan = Plan::new(format!("take the role of {member} away"), vec![revoke]);
    session.carry_out(plan).await.map(drop)
}

async fn list(session: &Session) -> anyhow::Result<()> {
    let address = session.issuer_address()?;
    let filters = vec![
        RpcFilterType::Memcmp(Memcmp::new_raw_bytes(0, Role::DISCRIMINATOR.to_vec())),
        RpcFilterType::Memcmp(Memcmp::new_raw_bytes(ISSUER_OFFSET, address.to_bytes().to_vec())),
    ];
    let now = session.now().await?;
    let found = session.accounts_of(&scrip_issuer::ID, filters).await?;
    let roles =
        found.iter().filter_map(|(_, data)| Role::try_deserialize(&mut data.as_slice()).ok());
    let rows = roles.map(|role| {
        let standing = match role {
            _ if now < role.starts_at => "not begun",
            _ if role.expires_at != 0 && now >= role.expires_at => "ended",
            _ => "in force",
        };
        vec![
            json!(role.member.to_string()),
            json!(permission::STAFF.shown(role.permissions)),
            json!(time::shown(role.starts_at)),
            json!(time::shown(role.expires_at)),
            json!(standing),
        ]
    });
    let columns = vec!["member", "permissions", "begins", "ends", "standing"];
    let empty = "nobody has a role: `scrip role grant` gives one";
    session.answer(&Answer::Rows { columns, rows: rows.collect(), empty });
    Ok(())
}
