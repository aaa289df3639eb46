//! Payment tokens by their mints: which program they belong to, how many decimals they have, and amounts and prices
//! in them, as "250.5" of a token with six decimals.

use std::collections::HashMap;

use anchor_lang::prelude::Pubkey;
use anyhow::{Context as _, bail};
use scrip_client::Token;
use spl_token_2022_interface::extension::StateWithExtensions;
use spl_token_2022_interface::state::Mint;

use super::{Session, keys};
use crate::values::amount::{format_decimal, parse_decimal};

/// Accounts that a node returns in one call.
const AT_ONCE: usize = 100;

/// A token that something is paid with.
#[derive(Clone, Copy, Debug)]
pub struct PaymentToken {
    /// Its mint and program.
    pub token: Token,
    /// A base unit is 10^-decimals of it.
    pub decimals: u8,
}

impl PaymentToken {
    /// A decimal number of it, in base units.
    ///
    /// # Errors
    /// If it is no such number.
    pub fn units(&self, text: &str) -> anyhow::Result<u64> {
        let units = parse_decimal(text, self.decimals).map_err(anyhow::Error::msg);
        let units = units.with_context(|| format!("an amount of the token {}", self.token.mint))?;
        u64::try_from(units).with_context(|| format!("{text} of the token {}", self.token.mint))
    }

    /// Base units, as a decimal.
    #[must_use]
    pub fn shown(&self, units: u64) -> String {
        format_decimal(units.into(), self.decimals)
    }
}

impl Session {
    /// The token with this mint, an address or a keypair file.
    ///
    /// # Errors
    /// If there is none.
    pub async fn token(&self, named: &str) -> anyhow::Result<PaymentToken> {
        self.token_of(&keys::address(named).context("which token: name its mint")?).await
    }

    /// The token with this mint.
    ///
    /// # Errors
    /// If there is none.
    pub async fn token_of(&self, mint: &Pubkey) -> anyhow::Result<PaymentToken> {
        let found = self.tokens(&[*mint]).await?;
        found.get(mint).copied().with_context(|| format!("there is no token with the mint {mint}"))
    }

    /// The tokens with these mints, as far as there are such.
    ///
    /// # Errors
    /// If the node does not answer, or one is another account.
    pub async fn tokens(&self, mints: &[Pubkey]) -> anyhow::Result<HashMap<Pubkey, PaymentToken>> {
        let mut tokens = HashMap::new();
        for some in mints.chunks(AT_ONCE) {
            let accounts = self.rpc.get_multiple_accounts(some).await?;
            for (mint, account) in some.iter().zip(accounts) {
                let Some(account) = account else { continue };
                let Ok(read) = StateWithExtensions::<Mint>::unpack(&account.data) else {
                    bail!("{mint} is no mint of a token");
                };
                let token = Token { mint: *mint, program: account.owner };
                tokens.insert(*mint, PaymentToken { token, decimals: read.base.decimals });
            }
        }
        Ok(tokens)
    }
}
