//! Tokens that shares are paid with, and prices in them: "250.5" of a token with six decimals.

use anchor_lang::prelude::Pubkey;
use anyhow::{Context as _, anyhow};
use scrip_client::instructions::issuance::PaymentToken;
use spl_token_2022_interface::extension::StateWithExtensions;
use spl_token_2022_interface::state::Mint;

use super::Session;
use crate::values::amount::{format_decimal, parse_decimal};

/// A payment token.
#[derive(Clone, Copy, Debug)]
pub struct Payment {
    /// Its mint and program.
    pub token: PaymentToken,
    /// Its decimals.
    pub decimals: u8,
}

impl Payment {
    /// An amount or a price in base units, from a decimal.
    ///
    /// # Errors
    /// If it is none, or has more decimals than the token.
    pub fn units(&self, text: &str) -> anyhow::Result<u64> {
        let units = parse_decimal(text, self.decimals)
            .map_err(|fault| anyhow!("{fault} (token {})", self.token.mint))?;
        u64::try_from(units).with_context(|| format!("`{text}` is too much"))
    }

    /// Base units as a decimal.
    #[must_use]
    pub fn shown(&self, units: u64) -> String {
        format_decimal(units.into(), self.decimals)
    }
}

impl Session {
    /// The payment token with this mint.
    ///
    /// # Errors
    /// If there is no such mint.
    pub async fn payment(&self, mint: &Pubkey) -> anyhow::Result<Payment> {
        let none = || format!("{mint} is no mint of a token to pay with");
        let account = self.rpc.get_account(mint).await.with_context(none)?;
        let state = StateWithExtensions::<Mint>::unpack(&account.data).with_context(none)?;
        let token = PaymentToken { mint: *mint, program: account.owner };
        Ok(Payment { token, decimals: state.base.decimals })
    }
}
