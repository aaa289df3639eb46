//! What an action pays with.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::{AccountMeta, Instruction};
use anchor_lang::system_program;

use crate::ShareAddresses;
use crate::addresses::{self, ASSOCIATED_TOKEN, TOKEN_2022};

/// The instruction `CreateIdempotent` of the associated-token program.
const CREATE_IDEMPOTENT: u8 = 1;

/// What an action pays with.
#[derive(Clone, Copy, Debug)]
pub enum PaidWith<'a> {
    /// A payment token.
    Token {
        /// Its mint.
        mint: Pubkey,
        /// Token or Token-2022.
        program: Pubkey,
    },
    /// Shares.
    Shares(&'a ShareAddresses),
}

impl PaidWith<'_> {
    /// The token's mint.
    #[must_use]
    pub const fn mint(&self) -> Pubkey {
        match self {
            Self::Token { mint, .. } => *mint,
            Self::Shares(share) => share.mint,
        }
    }

    /// The token's program.
    #[must_use]
    pub const fn program(&self) -> Pubkey {
        match self {
            Self::Token { program, .. } => *program,
            Self::Shares(_) => TOKEN_2022,
        }
    }

    /// The associated token account of a wallet.
    #[must_use]
    pub fn account_of(&self, wallet: &Pubkey) -> Pubkey {
        addresses::associated_token(wallet, &self.mint(), &self.program())
    }

    /// What the transfer hook asks for, where these shares go to or come from `wallet`.
    pub(super) fn further(&self, wallet: &Pubkey) -> Vec<AccountMeta> {
        let Self::Shares(share) = self else { return Vec::new() };
        let hook = [
            addresses::extra_account_metas(&share.mint),
            share.policy,
            share.record(wallet),
            share.record(&share.asset),
            scrip_transfer_hook::ID,
        ];
        hook.map(|key| AccountMeta::new_readonly(key, false)).to_vec()
    }
}

/// Opens the associated token account of a wallet, unless it is open.
#[must_use]
pub fn open_token_account(payer: Pubkey, owner: Pubkey, token: &PaidWith<'_>) -> Instruction {
    let accounts = vec![
        AccountMeta::new(payer, true),
        AccountMeta::new(token.account_of(&owner), false),
        AccountMeta::new_readonly(owner, false),
        AccountMeta::new_readonly(token.mint(), false),
        AccountMeta::new_readonly(system_program::ID, false),
        AccountMeta::new_readonly(token.program(), false),
    ];
    Instruction { program_id: ASSOCIATED_TOKEN, accounts, data: vec![CREATE_IDEMPOTENT] }
}
