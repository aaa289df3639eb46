//! The sixteen settings, as they are written on the command line.

use clap::{Args, Subcommand, ValueEnum};

use super::policy::Policy;
use crate::values::fraction::Percent;
use crate::values::limit::Limit;
use crate::values::time::seconds;

/// A setting with its value. Limits are in shares, as raw:N in raw units, or `unlimited`; durations like 2d or 12h.
#[derive(Debug, Subcommand)]
#[command(subcommand_help_heading = "Settings", subcommand_value_name = "SETTING")]
pub enum Setting {
    /// Who may accept to be the admin; `none` takes a proposal back
    Admin { address: String },
    /// Who owns the token accounts that purchases and fees are paid into
    Treasury { address: String },
    /// How long a loosening change waits, 30d at most
    Timelock {
        #[arg(value_parser = seconds)]
        duration: i64,
    },
    /// Which changes need a checker: reserve-rule, loosening, actions, joined with commas; or none
    FourEyes { which: String },
    /// Whether a custodian's attestations count
    Custodian { key: String, verdict: Verdict },
    /// What the supply may not pass
    SupplyCap { asset: String, limit: Limit },
    /// How soon and how far corporate actions move the multiplier; what is left out stays
    ActionLimits(ActionLimits),
    /// What a share demands of its reserves; what is left out stays
    ReserveRule(ReserveRule),
    /// The amount above which one mint needs a checker
    MintFourEyes { asset: String, above: Limit },
    /// What purchases and redemptions cost; what is left out stays
    Fees(Fees),
    /// How long whoever opens an escrow leaves the issuer to settle it, 90d at most
    SettlementWindow {
        asset: String,
        #[arg(value_parser = seconds)]
        duration: i64,
    },
    /// Whether new business may be paid with a token
    PaymentMint { asset: String, mint: String, verdict: Acceptance },
    /// How much a member of staff may mint; what is left out stays, and is 0 at first
    Minter(Minter),
    /// On what terms a share may be transferred; what is left out stays
    Policy(Policy),
    /// Which program Token-2022 asks about transfers; `none` for none
    HookProgram { asset: String, program: String },
    /// What holders get of a dividend with a choice who do not choose
    DefaultElection { asset: String, choice: Choice },
}

/// Whether a custodian counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Verdict {
    /// It counts.
    Approve,
    /// It does not count any more.
    Disapprove,
}

/// Whether a token may be paid with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Acceptance {
    /// It may.
    Accept,
    /// It may not any more.
    Refuse,
}

/// What a missing backing means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Mode {
    /// Nothing.
    Off,
    /// An event.
    Warn,
    /// Nothing is minted.
    Enforce,
}

/// What holders get who do not choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Choice {
    /// Cash.
    Cash,
    /// Shares.
    Shares,
}

/// `action-limits`
#[derive(Args, Debug)]
pub struct ActionLimits {
    /// The share: its symbol or mint
    pub asset: String,
    /// Time between announcing an action and its effect, at least
    #[arg(long, value_name = "DURATION", value_parser = seconds)]
    pub min_notice: Option<i64>,
    /// Greatest split, new shares for one
    #[arg(long, value_name = "SHARES")]
    pub split_max: Option<u16>,
    /// Greatest reverse split, old shares for one
    #[arg(long, value_name = "SHARES")]
    pub reverse_split_max: Option<u16>,
    /// Greatest growth by one bonus issue or dividend in shares
    #[arg(long, value_name = "PERCENT")]
    pub bonus_max: Option<Percent>,
    /// Greatest growth by one reinvested dividend
    #[arg(long, value_name = "PERCENT")]
    pub dividend_max: Option<Percent>,
}

/// `reserve-rule`
#[derive(Args, Debug)]
pub struct ReserveRule {
    /// The share: its symbol or mint
    pub asset: String,
    /// What a missing backing means
    pub mode: Mode,
    /// How old an attestation may be
    #[arg(long, value_name = "DURATION", value_parser = seconds)]
    pub max_age: Option<i64>,
    /// How many custodians must have attested lately
    #[arg(long, value_name = "COUNT")]
    pub custodians: Option<u8>,
    /// What is taken off the attested shares
    #[arg(long, value_name = "PERCENT")]
    pub haircut: Option<Percent>,
}

/// `fees`
#[derive(Args, Debug)]
pub struct Fees {
    /// The share: its symbol or mint
    pub asset: String,
    /// Of what a purchase costs, 10% at most
    #[arg(long, value_name = "PERCENT")]
    pub purchase: Option<Percent>,
    /// Of what a redemption brings, 10% at most
    #[arg(long, value_name = "PERCENT")]
    pub redemption: Option<Percent>,
}

/// `minter`
#[derive(Args, Debug)]
pub struct Minter {
    /// The share: its symbol or mint
    pub asset: String,
    /// The member of staff
    pub member: String,
    /// In all
    #[arg(long, value_name = "LIMIT")]
    pub cap: Option<Limit>,
    /// At once: what a full bucket holds
    #[arg(long, value_name = "LIMIT")]
    pub capacity: Option<Limit>,
    /// In which time an empty bucket fills
    #[arg(long, value_name = "DURATION", value_parser = seconds)]
    pub period: Option<i64>,
}
