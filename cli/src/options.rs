//! What every command may be told: where the node is, whose key signs, how to answer.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// Options that stand before or after any command.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Options of every command")]
pub struct Options {
    /// Configuration file of the Solana command line [default: the Solana command line's own]
    #[arg(
        short = 'C',
        long,
        global = true,
        value_name = "FILE",
        env = "SCRIP_CONFIG",
        hide_short_help = true
    )]
    pub config: Option<PathBuf>,
    /// URL of the node, or mainnet-beta, testnet, devnet, localhost [default: from the configuration]
    #[arg(short, long, global = true, value_name = "URL", env = "SCRIP_RPC_URL")]
    pub url: Option<String>,
    /// Keypair file of whoever acts [default: from the configuration]. A bare address when the key is elsewhere,
    /// with --sign-only or --propose
    #[arg(short, long, global = true, value_name = "KEY", env = "SCRIP_KEYPAIR")]
    pub keypair: Option<String>,
    /// Keypair file (or address) of who pays fees and rents [default: whoever acts]
    #[arg(long, global = true, value_name = "KEY", hide_short_help = true)]
    pub fee_payer: Option<String>,
    /// The issuer's address [default: of the share, if it is named by its mint; else the first that --keypair created]
    #[arg(long, global = true, value_name = "ADDRESS", env = "SCRIP_ISSUER")]
    pub issuer: Option<String>,
    /// How final what is read and sent has to be
    #[arg(long, global = true, value_enum, default_value_t = Commitment::Confirmed, hide_short_help = true)]
    pub commitment: Commitment,
    /// How to answer
    #[arg(short, long, global = true, value_enum, default_value_t = Output::Table)]
    pub output: Output,
    /// Do not ask
    #[arg(short, long, global = true)]
    pub yes: bool,
    /// Micro-lamports for each compute unit: a number, `auto` (what others paid lately for these accounts) or `none`
    #[arg(
        long,
        global = true,
        value_name = "PRICE",
        default_value = "auto",
        hide_short_help = true
    )]
    pub priority_fee: PriorityFee,
    /// Most that --priority-fee auto pays, micro-lamports for each compute unit
    #[arg(
        long,
        global = true,
        value_name = "PRICE",
        default_value_t = 1_000_000,
        hide_short_help = true
    )]
    pub max_priority_fee: u64,
    /// Sign with the keys at hand, and print the transaction instead of sending it
    #[arg(long, global = true, conflicts_with = "propose", hide_short_help = true)]
    pub sign_only: bool,
    /// Print the message for a multisig, whose vault acts and pays, instead of sending it
    #[arg(long, global = true, value_name = "VAULT", hide_short_help = true)]
    pub propose: Option<String>,
    /// Account of a durable nonce, so that the transaction does not expire while it is signed elsewhere
    #[arg(
        long,
        global = true,
        value_name = "ADDRESS",
        requires = "sign_only",
        hide_short_help = true
    )]
    pub nonce: Option<String>,
    /// Keypair file (or address) of the nonce's authority [default: whoever pays]
    #[arg(long, global = true, value_name = "KEY", requires = "nonce", hide_short_help = true)]
    pub nonce_authority: Option<String>,
}

/// How final what is read and sent has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Commitment {
    /// A node has seen it.
    Processed,
    /// Most of the network has voted for it.
    Confirmed,
    /// It cannot be taken back.
    Finalized,
}

/// How to answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Output {
    /// For people.
    Table,
    /// For programs: numbers beyond 2^53 as text.
    Json,
}

/// What is paid for each compute unit beyond the base fee.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PriorityFee {
    /// What others paid lately for the accounts that the transaction writes.
    Auto,
    /// Micro-lamports.
    Fixed(u64),
}

impl std::str::FromStr for PriorityFee {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "auto" => Ok(Self::Auto),
            "none" => Ok(Self::Fixed(0)),
            number => number.parse().map(Self::Fixed).map_err(|_| {
                format!("`{number}` is no number of micro-lamports, nor `auto` or `none`")
            }),
        }
    }
}
