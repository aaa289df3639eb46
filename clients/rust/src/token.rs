//! Tokens by mint and program: what shares are paid with, and shares themselves.

use anchor_lang::prelude::{AccountMeta, Pubkey};
use anchor_lang::solana_program::instruction::Instruction;
use anchor_lang::system_program;

use crate::addresses::{self, ASSOCIATED_TOKEN, TOKEN_2022};

/// The associated-token program's `CreateIdempotent`.
const CREATE_IDEMPOTENT: u8 = 1;

/// A token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its mint.
    pub mint: Pubkey,
    /// The program it belongs to: Token or Token-2022.
    pub program: Pubkey,
}

impl Token {
    /// A share, by its mint.
    #[must_use]
    pub const fn share(mint: Pubkey) -> Self {
        Self { mint, program: TOKEN_2022 }
    }

    /// The token account that a wallet opens by default: its associated one.
    #[must_use]
    pub fn account(&self, owner: &Pubkey) -> Pubkey {
        addresses::associated_token(owner, &self.mint, &self.program)
    }
}

/// Opens the default token account of a wallet; does nothing where it is open already.
///
/// ```
/// # use scrip_client::token::{Token, open_token_account};
/// # let (mint, payer, wallet) = Default::default();
/// let share = Token::share(mint);
/// let instruction = open_token_account(payer, wallet, share);
/// assert_eq!(instruction.accounts[1].pubkey, share.account(&wallet));
/// ```
#[must_use]
pub fn open_token_account(payer: Pubkey, owner: Pubkey, token: Token) -> Instruction {
    let read = |address| AccountMeta::new_readonly(address, false);
    Instruction {
        program_id: ASSOCIATED_TOKEN,
        accounts: vec![
            AccountMeta::new(payer, true),
            AccountMeta::new(token.account(&owner), false),
            read(owner),
            read(token.mint),
            read(system_program::ID),
            read(token.program),
        ],
        data: vec![CREATE_IDEMPOTENT],
    }
}
