//! The sixteen kinds of action, as they are written on the command line: by name, or by the code of ISO 15022.

use clap::{Args, Subcommand};
use scrip_rules::multiplier::Ratio;

use super::dates::Notice;
use crate::values::fraction::{Percent, ratio};
use crate::values::limit::Limit;

/// What is announced: terms of a kind, with dates and a document.
#[derive(Args, Debug)]
pub struct Said<T: Args> {
    /// The terms.
    #[command(flatten)]
    pub terms: T,
    /// Dates and document.
    #[command(flatten)]
    pub notice: Notice,
}

/// A kind of action, with its terms. Amounts and prices are for one share as shares are when the action is scheduled.
#[derive(Debug, Subcommand)]
#[command(subcommand_help_heading = "Kinds", subcommand_value_name = "KIND")]
pub enum Kind {
    /// Split: every share becomes several
    #[command(visible_alias = "SPLF", alias = "splf")]
    Split(Said<NewForOld>),
    /// Reverse split: several shares become one
    #[command(visible_alias = "SPLR", alias = "splr")]
    ReverseSplit(Said<NewForOld>),
    /// Bonus issue: shares on top of those held
    #[command(visible_alias = "BONU", alias = "bonu")]
    Bonus(Said<NewForOld>),
    /// Dividend in shares of the same company
    #[command(visible_alias = "DVSE", alias = "dvse")]
    StockDividend(Said<NewForOld>),
    /// Dividend, paid in cash or reinvested for everybody
    #[command(visible_alias = "DVCA", alias = "dvca")]
    Dividend(Said<Dividend>),
    /// Interest, paid in cash
    #[command(visible_alias = "INTR", alias = "intr")]
    Interest(Said<Cash>),
    /// Distribution of capital, paid in cash
    #[command(visible_alias = "CAPD", alias = "capd")]
    CapitalDistribution(Said<Cash>),
    /// Dividend of which each holder chooses cash or shares
    #[command(visible_alias = "DRIP", alias = "drip")]
    DividendChoice(Said<Choice>),
    /// Spin-off: shares of another company on top
    #[command(visible_alias = "SOFF", alias = "soff")]
    SpinOff(Said<OtherShares>),
    /// Merger: every share becomes shares of another company, cash, or both
    #[command(visible_alias = "MRGR", alias = "mrgr")]
    Merger(Said<Exchange>),
    /// Exchange offer: as a merger, for those who want it
    #[command(visible_alias = "EXOF", alias = "exof")]
    ExchangeOffer(Said<Exchange>),
    /// Tender offer: somebody offers to buy, up to a maximum
    #[command(visible_alias = "TEND", alias = "tend")]
    TenderOffer(Said<Offer>),
    /// Repurchase offer: the company offers to buy, up to a maximum
    #[command(visible_alias = "BIDS", alias = "bids")]
    RepurchaseOffer(Said<Offer>),
    /// New name and symbol
    #[command(visible_alias = "CHAN", alias = "chan")]
    NameChange(Said<Name>),
    /// Liquidation: a final price for every share
    #[command(visible_alias = "LIQU", alias = "liqu")]
    Liquidation(Said<FinalPrice>),
    /// Delisting: a final price for those who do not want to wait
    #[command(visible_alias = "DLST", alias = "dlst")]
    Delisting(Said<FinalPrice>),
}

/// Of `split`, `reverse-split`, `bonus`, `stock-dividend`.
#[derive(Args, Debug)]
pub struct NewForOld {
    /// Shares afterwards to shares before: 4:1 makes four of one, 1:10 makes one of ten, 11:10 gives one on top of ten
    #[arg(long, value_parser = ratio, value_name = "AFTER:BEFORE")]
    pub ratio: Ratio,
}

/// Of `dividend`.
#[derive(Args, Debug)]
pub struct Dividend {
    /// For one share, before tax: 0.25
    #[arg(long, value_name = "AMOUNT")]
    pub cash: String,
    /// Tax withheld: 15%
    #[arg(long, value_name = "PERCENT", default_value = "0%")]
    pub withholding: Percent,
    /// Mint of the token that it is paid with
    #[arg(long, value_name = "MINT", required_unless_present = "reinvested_at")]
    pub token: Option<String>,
    /// Instead of --token: it is reinvested for everybody at this price of a share, in the currency of --cash
    #[arg(long, value_name = "PRICE", conflicts_with = "token")]
    pub reinvested_at: Option<String>,
}

/// Of `interest`, `capital-distribution`.
#[derive(Args, Debug)]
pub struct Cash {
    /// For one share, before tax: 0.25
    #[arg(long, value_name = "AMOUNT")]
    pub cash: String,
    /// Tax withheld: 15%
    #[arg(long, value_name = "PERCENT", default_value = "0%")]
    pub withholding: Percent,
    /// Mint of the token that it is paid with
    #[arg(long, value_name = "MINT")]
    pub token: String,
}

/// Of `dividend-choice`.
#[derive(Args, Debug)]
pub struct Choice {
    #[command(flatten)]
    pub cash: Cash,
    /// What a share is bought at for those who choose shares, in the token
    #[arg(long, value_name = "PRICE")]
    pub price: String,
}

/// Of `spin-off`.
#[derive(Args, Debug)]
pub struct OtherShares {
    /// The other share: its symbol or mint
    #[arg(long, value_name = "ASSET")]
    pub shares_of: String,
    /// Its shares to shares held: 1:4 gives one for every four
    #[arg(long, value_parser = ratio, value_name = "NEW:HELD")]
    pub ratio: Ratio,
}

/// Of `merger`, `exchange-offer`.
#[derive(Args, Debug)]
#[command(group = clap::ArgGroup::new("brings").args(["shares_of", "cash"]).required(true).multiple(true))]
pub struct Exchange {
    /// The other share: its symbol or mint
    #[arg(long, value_name = "ASSET", requires = "ratio")]
    pub shares_of: Option<String>,
    /// Its shares to shares held: 1:4 gives one for every four
    #[arg(long, value_parser = ratio, value_name = "NEW:HELD", requires = "shares_of")]
    pub ratio: Option<Ratio>,
    /// Cash for one share
    #[arg(long, value_name = "AMOUNT", requires = "token")]
    pub cash: Option<String>,
    /// Mint of the token that the cash is paid with
    #[arg(long, value_name = "MINT", requires = "cash")]
    pub token: Option<String>,
}

/// Of `tender-offer`, `repurchase-offer`.
#[derive(Args, Debug)]
pub struct Offer {
    #[command(flatten)]
    pub price: FinalPrice,
    /// The most that is bought: shares like 1000, or raw units like raw:1000
    #[arg(long, value_name = "SHARES")]
    pub max: Limit,
}

/// Of `name-change`.
#[derive(Args, Debug)]
pub struct Name {
    /// The new name, 64 bytes at most
    #[arg(long)]
    pub name: String,
    /// The new symbol, 16 bytes at most
    #[arg(long)]
    pub symbol: String,
}

/// Of `liquidation`, `delisting`.
#[derive(Args, Debug)]
pub struct FinalPrice {
    /// For one share, in the token
    #[arg(long, value_name = "PRICE")]
    pub price: String,
    /// Mint of the token that it is paid with
    #[arg(long, value_name = "MINT")]
    pub token: String,
}
