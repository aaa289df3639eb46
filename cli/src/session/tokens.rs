//! Payment tokens by their mints: which program they belong to, and how many decimals they have.

use std::collections::HashMap;

use anchor_lang::prelude::Pubkey;
use anyhow::{Context as _, bail};
use scrip_client::instructions::payouts::PaidWith;
use spl_token_2022_interface::extension::StateWithExtensions;
use spl_token_2022_interface::state::Mint;

use super::{Session, keys};
use crate::values::amount::{format_decimal, parse_decimal};

/// Accounts that a node returns in one call.
const AT_ONCE: usize = 100;

/// A token that something is paid with.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// Its mint.
    pub mint: Pubkey,
    /// Token or Token-2022.
    pub program: Pubkey,
    /// A base unit is 10^-decimals of it.
    pub decimals: u8,
}

impl Token {
    /// As the instructions name it.
    #[must_use]
    pub const fn paid_with(&self) -> PaidWith<'static> {
        PaidWith::Token { mint: self.mint, program: self.program }
    }

    /// A decimal number of it, in base units.
    ///
    /// # Errors
    /// If it is no such number.
    pub fn units(&self, text: &str) -> anyhow::Result<u64> {
        let units = parse_decimal(text, self.decimals).map_err(anyhow::Error::msg);
        let units = units.with_context(|| format!("an amount of the token {}", self.mint))?;
        u64::try_from(units).with_context(|| format!("{text} of the token {}", self.mint))
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
    pub async fn token(&self, named: &str) -> anyhow::Result<Token> {
        let mint = keys::address(named).context("which token: name its mint")?;
        let found = self.tokens(&[mint]).await?;
        found.get(&mint).copied().with_context(|| format!("there is no token with the mint {mint}"))
    }

    /// The tokens with these mints, as far as there are such.
    ///
    /// # Errors
    /// If the node does not answer, or one is another account.
    pub async fn tokens(&self, mints: &[Pubkey]) -> anyhow::Result<HashMap<Pubkey, Token>> {
        let mut tokens = HashMap::new();
        for some in mints.chunks(AT_ONCE) {
            let accounts = self.rpc.get_multiple_accounts(some).await?;
            for (mint, account) in some.iter().zip(accounts) {
                let Some(account) = account else { continue };
                let Ok(read) = StateWithExtensions::<Mint>::unpack(&account.data) else {
                    bail!("{mint} is no mint of a token");
                };
                let decimals = read.base.decimals;
                tokens.insert(*mint, Token { mint: *mint, program: account.owner, decimals });
            }
        }
        Ok(tokens)
    }
}
