//! From the terms as they are written to the terms on chain: tokens, decimals and other shares looked up.

use anchor_lang::prelude::Pubkey;
use anyhow::{Context as _, bail};
use scrip_client::rpc::fetch::Share;
use scrip_issuer::state::ActionTerms;
use scrip_rules::corporate_action::ActionKind;

use super::dates::Notice;
use super::kind::{Cash, Choice, Dividend, Exchange, FinalPrice, Kind, Name, NewForOld};
use super::kind::{Offer, OtherShares};
use crate::session::Session;
use crate::session::shares::multiplier_at;
use crate::values::amount::parse_decimal;

/// Decimals in which a reinvested dividend and its price are kept, whatever the currency: only their quotient counts.
const CURRENCY_DECIMALS: u8 = 8;

impl Kind {
    /// Its place in the programs.
    #[must_use]
    pub const fn code(&self) -> ActionKind {
        match self {
            Self::Split(_) => ActionKind::ForwardSplit,
            Self::ReverseSplit(_) => ActionKind::ReverseSplit,
            Self::Bonus(_) => ActionKind::BonusIssue,
            Self::StockDividend(_) => ActionKind::StockDividend,
            Self::Dividend(_) => ActionKind::CashDividend,
            Self::Interest(_) => ActionKind::InterestPayment,
            Self::CapitalDistribution(_) => ActionKind::CapitalDistribution,
            Self::DividendChoice(_) => ActionKind::DividendReinvestment,
            Self::SpinOff(_) => ActionKind::SpinOff,
            Self::Merger(_) => ActionKind::Merger,
            Self::ExchangeOffer(_) => ActionKind::ExchangeOffer,
            Self::TenderOffer(_) => ActionKind::TenderOffer,
            Self::RepurchaseOffer(_) => ActionKind::RepurchaseOffer,
            Self::NameChange(_) => ActionKind::NameChange,
            Self::Liquidation(_) => ActionKind::Liquidation,
            Self::Delisting(_) => ActionKind::Delisting,
        }
    }

    /// Its dates and document.
    #[must_use]
    pub const fn notice(&self) -> &Notice {
        match self {
            Self::Split(said)
            | Self::ReverseSplit(said)
            | Self::Bonus(said)
            | Self::StockDividend(said) => &said.notice,
            Self::Dividend(said) => &said.notice,
            Self::Interest(said) | Self::CapitalDistribution(said) => &said.notice,
            Self::DividendChoice(said) => &said.notice,
            Self::SpinOff(said) => &said.notice,
            Self::Merger(said) | Self::ExchangeOffer(said) => &said.notice,
            Self::TenderOffer(said) | Self::RepurchaseOffer(said) => &said.notice,
            Self::NameChange(said) => &said.notice,
            Self::Liquidation(said) | Self::Delisting(said) => &said.notice,
        }
    }

    /// Its terms, as they will stand on chain.
    ///
    /// # Errors
    /// If a token or share cannot be found, or a number does not fit.
    pub async fn terms(&self, session: &Session, share: &Share) -> anyhow::Result<ActionTerms> {
        match self {
            Self::Split(said)
            | Self::ReverseSplit(said)
            | Self::Bonus(said)
            | Self::StockDividend(said) => Ok(new_for_old(&said.terms)),
            Self::Dividend(said) => dividend(session, &said.terms).await,
            Self::Interest(said) | Self::CapitalDistribution(said) => {
                cash(session, &said.terms).await
            }
            Self::DividendChoice(said) => choice(session, share, &said.terms).await,
            Self::SpinOff(said) => spin_off(session, &said.terms).await,
            Self::Merger(said) | Self::ExchangeOffer(said) => exchange(session, &said.terms).await,
            Self::TenderOffer(said) | Self::RepurchaseOffer(said) => {
                offer(session, share, &said.terms).await
            }
            Self::NameChange(said) => name(&said.terms),
            Self::Liquidation(said) | Self::Delisting(said) => {
                let (payment_mint, price) = price(session, &said.terms).await?;
                Ok(ActionTerms::FinalPrice { payment_mint, price })
            }
        }
    }
}

const fn new_for_old(terms: &NewForOld) -> ActionTerms {
    ActionTerms::Ratio {
        numerator: terms.ratio.numerator(),
        denominator: terms.ratio.denominator(),
    }
}

async fn dividend(session: &Session, terms: &Dividend) -> anyhow::Result<ActionTerms> {
    let withholding_bps = terms.withholding.0;
    if let Some(price) = &terms.reinvested_at {
        let (gross, price) = (currency(&terms.cash)?, currency(price)?);
        return Ok(ActionTerms::Reinvestment { gross, withholding_bps, price });
    }
    let token = session.token(terms.token.as_deref().unwrap_or_default()).await?;
    let gross = token.units(&terms.cash)?;
    Ok(ActionTerms::Cash { payment_mint: token.token.mint, gross, withholding_bps })
}

fn currency(text: &str) -> anyhow::Result<u64> {
    let units = parse_decimal(text, CURRENCY_DECIMALS).map_err(anyhow::Error::msg)?;
    u64::try_from(units).with_context(|| format!("{text} is too large"))
}

async fn cash(session: &Session, terms: &Cash) -> anyhow::Result<ActionTerms> {
    let token = session.token(&terms.token).await?;
    let gross = token.units(&terms.cash)?;
    let withholding_bps = terms.withholding.0;
    Ok(ActionTerms::Cash { payment_mint: token.token.mint, gross, withholding_bps })
}

async fn choice(session: &Session, share: &Share, terms: &Choice) -> anyhow::Result<ActionTerms> {
    let token = session.token(&terms.cash.token).await?;
    Ok(ActionTerms::Choice {
        payment_mint: token.token.mint,
        gross: token.units(&terms.cash.cash)?,
        withholding_bps: terms.cash.withholding.0,
        price: token.units(&terms.price)?,
        default: share.asset.default_election,
    })
}

async fn spin_off(session: &Session, terms: &OtherShares) -> anyhow::Result<ActionTerms> {
    let mint = session.share(&terms.shares_of).await?.addresses.mint;
    let (numerator, denominator) = (terms.ratio.numerator(), terms.ratio.denominator());
    Ok(ActionTerms::Shares { mint, numerator, denominator })
}

async fn exchange(session: &Session, terms: &Exchange) -> anyhow::Result<ActionTerms> {
    let (mut mint, mut numerator, mut denominator) = (Pubkey::default(), 0, 0);
    if let Some((other, ratio)) = terms.shares_of.as_ref().zip(terms.ratio) {
        mint = session.share(other).await?.addresses.mint;
        (numerator, denominator) = (ratio.numerator(), ratio.denominator());
    }
    let (mut payment_mint, mut price) = (Pubkey::default(), 0);
    if let Some((cash, token)) = terms.cash.as_ref().zip(terms.token.as_ref()) {
        let token = session.token(token).await?;
        (payment_mint, price) = (token.token.mint, token.units(cash)?);
    }
    Ok(ActionTerms::Exchange { mint, numerator, denominator, payment_mint, price })
}

async fn offer(session: &Session, share: &Share, terms: &Offer) -> anyhow::Result<ActionTerms> {
    let (payment_mint, price) = price(session, &terms.price).await?;
    let multiplier = multiplier_at(&share.asset, session.now().await?)?;
    Ok(ActionTerms::Offer { payment_mint, price, max_raw: terms.max.raw_units(multiplier)? })
}

async fn price(session: &Session, terms: &FinalPrice) -> anyhow::Result<(Pubkey, u64)> {
    let token = session.token(&terms.token).await?;
    Ok((token.token.mint, token.units(&terms.price)?))
}

fn name(terms: &Name) -> anyhow::Result<ActionTerms> {
    Ok(ActionTerms::Name {
        name: padded("name", &terms.name)?,
        symbol: padded("symbol", &terms.symbol)?,
    })
}

/// Filled up with zero bytes, as the terms have room for it.
fn padded<const LENGTH: usize>(what: &str, text: &str) -> anyhow::Result<[u8; LENGTH]> {
    let mut bytes = [0; LENGTH];
    match bytes.get_mut(..text.len()).filter(|place| !place.is_empty()) {
        Some(place) => place.copy_from_slice(text.as_bytes()),
        None => bail!("--{what} has {} bytes, and must have 1 to {LENGTH}", text.len()),
    }
    Ok(bytes)
}
