//! What an action pays with.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::AccountMeta;

use crate::ShareAddresses;
use crate::hook::hook_accounts;
use crate::token::Token;

/// What an action pays with.
#[derive(Clone, Copy, Debug)]
pub enum PaidWith<'a> {
    /// A payment token.
    Token(Token),
    /// Shares.
    Shares(&'a ShareAddresses),
}

impl PaidWith<'_> {
    /// The token, which shares are as well.
    #[must_use]
    pub const fn token(&self) -> Token {
        match self {
            Self::Token(token) => *token,
            Self::Shares(share) => Token::share(share.mint),
        }
    }

    /// The token's mint.
    #[must_use]
    pub const fn mint(&self) -> Pubkey {
        self.token().mint
    }

    /// The token's program.
    #[must_use]
    pub const fn program(&self) -> Pubkey {
        self.token().program
    }

    /// The associated token account of a wallet.
    #[must_use]
    pub fn account_of(&self, wallet: &Pubkey) -> Pubkey {
        self.token().account(wallet)
    }

    /// What the transfer hook asks for, where these shares go to or come from `wallet`. Token-2022 finds them by
    /// their addresses, so they are the same both ways.
    pub(super) fn further(&self, wallet: &Pubkey) -> Vec<AccountMeta> {
        let Self::Shares(share) = self else { return Vec::new() };
        hook_accounts(&share.mint, &share.registry, wallet, &share.asset).to_vec()
    }
}
