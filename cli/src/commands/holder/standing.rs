//! Suspending, reinstating, revoking, sanctioning and barring.

use anyhow::{Context as _, ensure};
use clap::{Args, ValueEnum};
use scrip_rules::holder::HolderStatus;
use scrip_transfer_hook::StatusArgs;

use crate::commands::register::{desk, record, status_name};
use crate::plan::Plan;
use crate::session::{Session, keys};
use crate::values::reference::Reference;

/// `scrip holder suspend`, `reinstate`, `revoke`, `sanction`
#[derive(Args, Debug)]
pub struct Standing {
    /// Address or keypair file of the wallet or venue
    wallet: String,
    /// Why: a case reference, 1 to 32 bytes of text or 64 hexadecimal digits. It is public
    #[arg(long)]
    reference: Reference,
}

/// `scrip holder bar`
#[derive(Args, Debug)]
pub struct Bar {
    /// Address or keypair file of the wallet
    wallet: String,
    /// As what it comes onto the register
    #[arg(long = "as", value_enum, default_value_t = BarredAs::Suspended)]
    barred_as: BarredAs,
    /// Why: a case reference, 1 to 32 bytes of text or 64 hexadecimal digits. It is public
    #[arg(long)]
    reference: Reference,
}

/// The standings of who may not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum BarredAs {
    /// Until it is reinstated.
    Suspended,
    /// For good.
    Revoked,
    /// As a sanctions list names it.
    Sanctioned,
}

/// Why a revocation asks first.
const FINAL: &str = "a revoked record can never hold again";

impl Standing {
    pub(super) async fn run(self, session: &Session, status: HolderStatus) -> anyhow::Result<()> {
        let (desk, wallet) = (desk(session).await?, keys::address(&self.wallet)?);
        let holder = record(session, &desk.registry, &wallet).await?;
        let old = HolderStatus::from_byte(holder.status)
            .context("the record has no status that this version knows")?;
        let (is, wanted) = (status_name(holder.status), status_name(status as u8));
        ensure!(
            old.may_become(status),
            "{wallet} is {is}, and cannot become {wanted}: revoked records stay, sanctioned ones are suspended before they are reinstated, and nothing is changed to what it is"
        );
        let args = StatusArgs { status: status as u8, case_reference: self.reference.0 };
        let plan = Plan::new(
            format!("make {wallet} {wanted}"),
            vec![desk.set_holder_status(&wallet, args)],
        )
        .detail("was", is)
        .detail("case", crate::values::reference::shown(&self.reference.0));
        let plan = if status == HolderStatus::Revoked { plan.irreversible(FINAL) } else { plan };
        session.carry_out(plan).await.map(drop)
    }
}

impl Bar {
    pub(super) async fn run(self, session: &Session) -> anyhow::Result<()> {
        let (desk, wallet) = (desk(session).await?, keys::address(&self.wallet)?);
        let status = match self.barred_as {
            BarredAs::Suspended => HolderStatus::Suspended,
            BarredAs::Revoked => HolderStatus::Revoked,
            BarredAs::Sanctioned => HolderStatus::Sanctioned,
        };
        let args = StatusArgs { status: status as u8, case_reference: self.reference.0 };
        let title =
            format!("bar {wallet}, which is not on the register, as {}", status_name(args.status));
        let plan = Plan::new(title, vec![desk.bar_wallet(wallet, args)])
            .detail("case", crate::values::reference::shown(&self.reference.0));
        let plan = if status == HolderStatus::Revoked { plan.irreversible(FINAL) } else { plan };
        session.carry_out(plan).await.map(drop)
    }
}
