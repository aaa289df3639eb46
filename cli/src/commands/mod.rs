//! What `scrip` does, one module for each noun.

pub mod action;
pub mod admin;
pub mod apply;
pub mod asset;
pub mod blackout;
pub mod change;
pub mod desk;
pub mod distribute;
pub mod holder;
pub mod issuer;
pub mod key;
pub mod mint;
pub mod nonce;
pub mod offer;
pub mod redeem;
pub mod redemption;
pub mod register;
pub mod registrar;
pub mod reserve;
pub mod role;
pub mod status;
pub mod subscription;
pub mod transaction;
pub mod transfer;
pub mod venue;

use clap::Subcommand;

use crate::session::Session;

/// Everything that asks a node and is signed by keys.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// The issuer: opened with its register, and shown.
    #[command(subcommand)]
    Issuer(issuer::Command),
    /// Roles of the issuer's staff.
    #[command(subcommand)]
    Role(role::Command),
    /// Registrars, who keep the register of holders.
    #[command(subcommand)]
    Registrar(registrar::Command),
    /// Holders on the register: import, look up, suspend.
    #[command(subcommand)]
    Holder(holder::Command),
    /// Venues on the register: pools, lenders, escrows.
    #[command(subcommand)]
    Venue(venue::Command),
    /// Shares: created from a file, listed, ended.
    #[command(subcommand)]
    Asset(asset::Command),
    /// All shares of a folder of files: each compared with the chain, and what is missing done
    Apply(apply::Command),
    /// How every share stands: supply, trading, reserves, what comes next
    Status(status::Command),
    /// Mint shares to a holder; or propose, approve and withdraw a mint
    Mint(mint::Command),
    /// Burn shares of a holder, who signs as well
    Redeem(redeem::Command),
    /// Halt trading of a share: transfers stop, minting and redemption go on
    Halt(desk::Halt),
    /// Resume trading of a share
    Resume(desk::Asset),
    /// Pause a share: transfers, minting and redemption stop
    Pause(desk::Asset),
    /// End the pause of a share
    Unpause(desk::Asset),
    /// Redemptions: requested, settled, rejected, reclaimed.
    #[command(subcommand)]
    Redemption(redemption::Command),
    /// Subscriptions: cash against new shares.
    #[command(subcommand)]
    Subscription(subscription::Command),
    /// Reserves: what custodians attest.
    #[command(subcommand)]
    Reserve(reserve::Command),
    /// Blackouts, in which everything stands still.
    #[command(subcommand)]
    Blackout(blackout::Command),
    /// Transfers: whether one would be allowed, and making one.
    #[command(subcommand)]
    Transfer(transfer::Command),
    /// Corporate actions: announced, approved, scheduled, settled.
    #[command(subcommand)]
    Action(action::Command),
    /// Payouts: opened from a snapshot, funded, claimed, swept.
    #[command(subcommand)]
    Distribute(distribute::Command),
    /// Settings: changed at once, or through the queue.
    #[command(subcommand)]
    Change(change::Command),
    /// What holders make of an action: tenders, exchanges, elections.
    #[command(subcommand)]
    Offer(offer::Command),
    /// The admin of the issuer, handed over in two steps.
    #[command(subcommand)]
    Admin(admin::Command),
    /// Transactions for keys that are elsewhere: shown, signed, sent.
    #[command(subcommand)]
    Transaction(transaction::Command),
    /// Keys: made, shown, given play money on a test cluster.
    #[command(subcommand)]
    Key(key::Command),
    /// Durable nonces, for transactions that are signed elsewhere.
    #[command(subcommand)]
    Nonce(nonce::Command),
}

impl Command {
    /// Does it, and prints what came of it.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        match self {
            Self::Issuer(command) => command.run(session).await,
            Self::Role(command) => command.run(session).await,
            Self::Registrar(command) => command.run(session).await,
            Self::Holder(command) => command.run(session).await,
            Self::Venue(command) => command.run(session).await,
            Self::Asset(command) => command.run(session).await,
            Self::Apply(command) => command.run(session).await,
            Self::Status(command) => command.run(session).await,
            Self::Mint(command) => command.run(session).await,
            Self::Redeem(command) => command.run(session).await,
            Self::Halt(command) => command.run(session).await,
            Self::Resume(command) => command.resume(session).await,
            Self::Pause(command) => command.pause(session).await,
            Self::Unpause(command) => command.unpause(session).await,
            Self::Redemption(command) => command.run(session).await,
            Self::Subscription(command) => command.run(session).await,
            Self::Reserve(command) => command.run(session).await,
            Self::Blackout(command) => command.run(session).await,
            Self::Transfer(command) => command.run(session).await,
            Self::Action(command) => command.run(session).await,
            Self::Distribute(command) => command.run(session).await,
            Self::Change(command) => command.run(session).await,
            Self::Offer(command) => command.run(session).await,
            Self::Admin(command) => command.run(session).await,
            Self::Transaction(command) => command.run(session).await,
            Self::Key(command) => command.run(session).await,
            Self::Nonce(command) => command.run(session).await,
        }
    }
}
