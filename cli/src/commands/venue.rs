//! Venues on the register: pools, lenders, escrows. They are suspended and closed as holders are: `scrip holder`.

mod seeds;

use anchor_lang::prelude::Pubkey;
use clap::{Args, Subcommand};
use scrip_client::instructions::register as build;
use scrip_rules::holder::HolderKind;
use scrip_transfer_hook::state::{Holder, VenueProgram, first_half};
use serde_json::json;

use super::register::{all, desk, registry, status_name};
use crate::output::Answer;
use crate::plan::Plan;
use crate::session::{Session, keys};

/// Where the register's address and the kind lie in a record, and the register's in an approval.
const RECORD_REGISTRY_OFFSET: usize = 64;
const KIND_OFFSET: usize = 10;
const APPROVAL_REGISTRY_OFFSET: usize = 16;

/// The commands of `scrip venue`.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Approve of a program: anybody may then register its accounts as venues.
    ApproveProgram(Named),
    /// Approve of a program no longer. Its venues can then be suspended by anybody.
    RevokeProgram(RevokeProgram),
    /// Add a venue that is a bare address, like the authority of all pools of a program.
    Add(Named),
    /// Register an account of an approved program. Anybody can.
    Register(Register),
    /// Suspend a venue whose program is approved no longer. Anybody can.
    SuspendOrphan(SuspendOrphan),
    /// Show venues, and programs that are approved.
    List,
}

/// `scrip venue approve-program`, `add`
#[derive(Args, Debug)]
pub struct Named {
    /// The address
    address: String,
}

/// `scrip venue revoke-program`
#[derive(Args, Debug)]
pub struct RevokeProgram {
    /// The program
    program: String,
    /// Who gets the approval's rent [default: whoever pays]
    #[arg(long, value_name = "ADDRESS")]
    rent_to: Option<String>,
}

/// `scrip venue register`
#[derive(Args, Debug)]
pub struct Register {
    /// The account, which belongs to the program and holds data
    venue: String,
    /// The program
    #[arg(long)]
    program: String,
    /// Seeds of the account's address in their order, without the bump: text:pool, hex:00ff, key:ADDRESS, u8:1,
    /// u16:1, u32:1 or u64:1 (little-endian)
    #[arg(long = "seed", value_name = "SEED", required = true, value_parser = seeds::parse)]
    seeds: Vec<seeds::Seed>,
}

/// `scrip venue suspend-orphan`
#[derive(Args, Debug)]
pub struct SuspendOrphan {
    /// The venue
    venue: String,
    /// The program that was approved once
    #[arg(long)]
    program: String,
}

impl Command {
    /// Does it, and prints what came of it.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        let plan = match self {
            Self::ApproveProgram(named) => {
                let program = keys::address(&named.address)?;
                let instruction = desk(session).await?.approve_venue_program(program);
                Plan::new(format!("approve of program {program} for venues"), vec![instruction])
            }
            Self::RevokeProgram(revoke) => {
                let (desk, program) = (desk(session).await?, keys::address(&revoke.program)?);
                let rent_to =
                    revoke.rent_to.as_deref().map(keys::address).transpose()?.unwrap_or(desk.payer);
                let instruction = desk.revoke_venue_program(&program, rent_to);
                Plan::new(format!("approve of program {program} no longer"), vec![instruction])
            }
            Self::Add(named) => {
                let venue = keys::address(&named.address)?;
                Plan::new(format!("add venue {venue}"), vec![desk(session).await?.add_venue(venue)])
            }
            Self::Register(register) => register.plan(session).await?,
            Self::SuspendOrphan(orphan) => {
                let (venue, program) =
                    (keys::address(&orphan.venue)?, keys::address(&orphan.program)?);
                let instruction =
                    build::suspend_orphaned_venue(registry(session).await?, program, &venue);
                Plan::new(format!("suspend venue {venue}"), vec![instruction])
            }
            Self::List => return list(session).await,
        };
        session.carry_out(plan).await.map(drop)
    }
}

impl Register {
    async fn plan(self, session: &Session) -> anyhow::Result<Plan> {
        let (venue, program) = (keys::address(&self.venue)?, keys::address(&self.program)?);
        let seeds = seeds::with_bump(&self.seeds, &venue, &program)?;
        let (registry, payer) = (registry(session).await?, session.payer()?.address());
        let instruction = build::register_venue(registry, payer, &program, venue, seeds);
        Ok(Plan::new(format!("register venue {venue}"), vec![instruction])
            .detail("program", program.to_string()))
    }
}

async fn list(session: &Session) -> anyhow::Result<()> {
    let registry = registry(session).await?;
    let mut approvals =
        all::<VenueProgram>(session, &registry, APPROVAL_REGISTRY_OFFSET, None).await?;
    let mut venues = all::<Holder>(
        session,
        &registry,
        RECORD_REGISTRY_OFFSET,
        Some((KIND_OFFSET, HolderKind::Venue as u8)),
    )
    .await?;
    approvals.sort_by_cached_key(|(_, approval)| approval.program.to_string());
    venues.sort_by_cached_key(|(_, venue)| venue.wallet.to_string());
    let program_of = |venue: &Holder| {
        let approval = approvals.iter().find(|(address, _)| first_half(address) == venue.identity);
        approval.map(|(_, approval)| approval.program.to_string())
    };
    let program = |(_, approval): &(Pubkey, VenueProgram)| {
        vec![json!(approval.program.to_string()), json!("program"), json!("approved"), json!(null)]
    };
    let venue = |(_, venue): &(Pubkey, Holder)| {
        vec![
            json!(venue.wallet.to_string()),
            json!("venue"),
            json!(status_name(venue.status)),
            json!(program_of(venue)),
        ]
    };
    session.answer(&Answer::Rows {
        columns: vec!["address", "kind", "status", "program"],
        rows: approvals.iter().map(program).chain(venues.iter().map(venue)).collect(),
        empty: "there are none: `scrip venue approve-program` or `scrip venue add`",
    });
    Ok(())
}
