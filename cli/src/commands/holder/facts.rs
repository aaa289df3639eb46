//! What is found out about a holder: stated when a wallet comes onto the register, and replaced later.

use clap::Args;
use scrip_transfer_hook::HolderDetails;

use crate::commands::register::{desk, record};
use crate::holder_import::cell;
use crate::holder_import::identity::{self, Salt};
use crate::plan::Plan;
use crate::session::{Session, keys};
use crate::values::time::{self, Moment};
use crate::values::{class, country};

/// Facts, as far as they are named.
#[derive(Args, Debug)]
pub struct Facts {
    /// Country of residence: CH, CHE or 756
    #[arg(long, value_parser = country::numeric)]
    country: Option<u16>,
    /// Investor classes, joined with `+`: us-person, retail, professional, qualified
    #[arg(long, value_parser = class::bits)]
    classes: Option<u8>,
    /// When the know-your-customer check ends: a day like 2027-06-30 (its first second in UTC), with a time, unix
    /// seconds, or so long from now: +365d
    #[arg(long, value_name = "TIME", value_parser = moment)]
    kyc_expires: Option<Moment>,
    /// From when on the holder may send, written alike; 0 for always
    #[arg(long, value_name = "TIME", value_parser = moment)]
    locked_until: Option<Moment>,
    /// Whose wallet it is, the same for all wallets of one person: 32 hexadecimal digits, or a text with --identity-salt
    #[arg(long)]
    identity: Option<String>,
    /// File with the secret that a text in --identity is hashed with
    #[arg(long, value_name = "FILE", env = "SCRIP_IDENTITY_SALT")]
    identity_salt: Option<std::path::PathBuf>,
}

/// `scrip holder onboard`
#[derive(Args, Debug)]
pub struct Onboard {
    /// Address or keypair file of the wallet
    wallet: String,
    #[command(flatten)]
    facts: Facts,
}

/// `scrip holder update`
#[derive(Args, Debug)]
pub struct Update {
    /// Address or keypair file of the wallet
    wallet: String,
    #[command(flatten)]
    facts: Facts,
}

impl Facts {
    /// These facts, and for what is not named those of before.
    async fn details(
        &self,
        session: &Session,
        before: Option<HolderDetails>,
    ) -> anyhow::Result<HolderDetails> {
        let now = session.now().await?;
        let at = |moment: Moment| moment.resolve(now);
        let salt = self.identity_salt.as_deref().map(Salt::read).transpose()?;
        let identity = self.identity.as_deref().map(|text| identity::parse(text, salt.as_ref()));
        let identity =
            identity.transpose().map_err(|fault| anyhow::anyhow!("--identity: {fault}"))?;
        let old = before.as_ref();
        Ok(HolderDetails {
            jurisdiction: named("--country", self.country, old.map(|old| old.jurisdiction))?,
            investor_classes: named(
                "--classes",
                self.classes,
                old.map(|old| old.investor_classes),
            )?,
            kyc_expires_at: named(
                "--kyc-expires",
                self.kyc_expires.map(at),
                old.map(|old| old.kyc_expires_at),
            )?,
            locked_until: named(
                "",
                self.locked_until.map(at),
                old.map(|old| old.locked_until).or(Some(0)),
            )?,
            identity: named("--identity", identity, old.map(|old| old.identity))?,
        })
    }
}

/// A time as a line of an import has it, or so long from now.
fn moment(text: &str) -> Result<Moment, String> {
    if text.starts_with('+') { text.parse() } else { cell::time(text).map(Moment::At) }
}

fn named<T>(option: &str, value: Option<T>, before: Option<T>) -> anyhow::Result<T> {
    value.or(before).ok_or_else(|| {
        anyhow::anyhow!("a wallet comes onto the register with all facts: name {option}")
    })
}

fn plan(
    title: String,
    instruction: anchor_lang::solana_program::instruction::Instruction,
    facts: &HolderDetails,
) -> Plan {
    Plan::new(title, vec![instruction])
        .detail("country", country::shown(facts.jurisdiction))
        .detail("classes", class::shown(facts.investor_classes))
        .detail("check ends", time::shown(facts.kyc_expires_at))
        .detail("locked until", time::shown(facts.locked_until))
        .detail("identity", identity::shown(&facts.identity))
}

impl Onboard {
    pub(super) async fn run(self, session: &Session) -> anyhow::Result<()> {
        let (desk, wallet) = (desk(session).await?, keys::address(&self.wallet)?);
        let details = self.facts.details(session, None).await?;
        let instruction = desk.onboard_holder(wallet, details);
        session
            .carry_out(plan(format!("put {wallet} on the register"), instruction, &details))
            .await
            .map(drop)
    }
}

impl Update {
    pub(super) async fn run(self, session: &Session) -> anyhow::Result<()> {
        let (desk, wallet) = (desk(session).await?, keys::address(&self.wallet)?);
        let holder = record(session, &desk.registry, &wallet).await?;
        let before = HolderDetails {
            jurisdiction: holder.jurisdiction,
            investor_classes: holder.investor_classes,
            kyc_expires_at: holder.kyc_expires_at,
            locked_until: holder.locked_until,
            identity: holder.identity,
        };
        let details = self.facts.details(session, Some(before)).await?;
        let instruction = desk.update_holder(&wallet, details);
        session
            .carry_out(plan(format!("replace the facts of {wallet}"), instruction, &details))
            .await
            .map(drop)
    }
}
