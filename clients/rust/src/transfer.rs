//! A transfer of shares between two wallets, with the accounts that the hook asks for.
//!
//! Nothing has to be fetched for it: every address follows from the mint, the register and the two wallets.

use anchor_lang::prelude::{AccountMeta, Pubkey};
use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::state::ASSET_DECIMALS;

use crate::ShareAddresses;
use crate::addresses::TOKEN_2022;
use crate::hook::hook_accounts;
use crate::token::{Token, open_token_account};

/// Token-2022's `TransferChecked`.
const TRANSFER_CHECKED: u8 = 12;

/// One side of a transfer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Party {
    /// Who owns the token account, and whose record counts.
    pub wallet: Pubkey,
    /// The token account.
    pub account: Pubkey,
}

impl Party {
    /// A wallet with the token account that it opens by default.
    ///
    /// ```
    /// # use anchor_lang::prelude::Pubkey;
    /// # use scrip_client::{Party, ShareAddresses};
    /// # let (mint, issuer, registry, wallet) = Default::default();
    /// let share = ShareAddresses::new(mint, issuer, registry);
    /// assert_eq!(Party::new(&share, wallet).account, share.account(&wallet));
    /// ```
    #[must_use]
    pub fn new(share: &ShareAddresses, wallet: Pubkey) -> Self {
        Self { wallet, account: share.account(&wallet) }
    }
}

/// A transfer that is planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Transfer {
    /// Who sends.
    pub from: Party,
    /// Who receives.
    pub to: Party,
    /// Who signs: the sender, or a delegate.
    pub authority: Pubkey,
    /// Raw units.
    pub amount: u64,
    /// Whether the instruction just before it is a memo, which some accounts ask for.
    pub memo: bool,
}

impl Transfer {
    /// `amount` raw units between the default token accounts of two wallets, signed by the sender.
    ///
    /// ```
    /// # use anchor_lang::prelude::Pubkey;
    /// # use scrip_client::{ShareAddresses, Transfer};
    /// # let (mint, issuer, registry) = Default::default();
    /// # let (alice, bob) = (Pubkey::new_from_array([1; 32]), Pubkey::new_from_array([2; 32]));
    /// let share = ShareAddresses::new(mint, issuer, registry);
    /// let transfer = Transfer::new(&share, alice, bob, 1_250_000_000);
    /// assert_eq!((transfer.authority, transfer.amount), (alice, 1_250_000_000));
    /// ```
    #[must_use]
    pub fn new(share: &ShareAddresses, from: Pubkey, to: Pubkey, amount: u64) -> Self {
        Self {
            from: Party::new(share, from),
            to: Party::new(share, to),
            authority: from,
            amount,
            memo: false,
        }
    }

    /// The same, signed by a delegate of the sender.
    ///
    /// ```
    /// # use scrip_client::{ShareAddresses, Transfer};
    /// # let (mint, issuer, registry, from, to, broker) = Default::default();
    /// # let share = ShareAddresses::new(mint, issuer, registry);
    /// let transfer = Transfer::new(&share, from, to, 1).signed_by(broker);
    /// assert_eq!(transfer.authority, broker);
    /// ```
    #[must_use]
    pub const fn signed_by(self, authority: Pubkey) -> Self {
        Self { authority, ..self }
    }

    /// The instruction of Token-2022, with the hook's accounts behind it.
    ///
    /// ```
    /// # use scrip_client::{ShareAddresses, Transfer};
    /// # let (mint, issuer, registry, from, to) = Default::default();
    /// # let share = ShareAddresses::new(mint, issuer, registry);
    /// let instruction = Transfer::new(&share, from, to, 1).instruction(&share);
    /// // Source, mint, destination, authority; policy, both records, the hook, its list of accounts.
    /// assert_eq!(instruction.accounts.len(), 9);
    /// ```
    #[must_use]
    pub fn instruction(&self, share: &ShareAddresses) -> Instruction {
        let amount = self.amount.to_le_bytes();
        let mut accounts = vec![
            AccountMeta::new(self.from.account, false),
            AccountMeta::new_readonly(share.mint, false),
            AccountMeta::new(self.to.account, false),
            AccountMeta::new_readonly(self.authority, true),
        ];
        let (from, to) = (&self.from.wallet, &self.to.wallet);
        accounts.extend(hook_accounts(&share.mint, &share.registry, from, to));
        Instruction {
            program_id: TOKEN_2022,
            accounts,
            data: [&[TRANSFER_CHECKED][..], &amount, &[ASSET_DECIMALS]].concat(),
        }
    }
}

/// The instructions of a transfer. With a payer, the recipient's token account is opened first where it is not open
/// yet, which the payer pays.
///
/// ```
/// # use scrip_client::{ShareAddresses, Transfer, transfer_shares};
/// # let (mint, issuer, registry, from, to, payer) = Default::default();
/// # let share = ShareAddresses::new(mint, issuer, registry);
/// let transfer = Transfer::new(&share, from, to, 1);
/// assert_eq!(transfer_shares(&share, &transfer, None).len(), 1);
/// assert_eq!(transfer_shares(&share, &transfer, Some(payer)).len(), 2);
/// ```
#[must_use]
pub fn transfer_shares(
    share: &ShareAddresses,
    transfer: &Transfer,
    payer: Option<Pubkey>,
) -> Vec<Instruction> {
    let opening = payer.map(|payer| open_share_account(share, payer, transfer.to.wallet));
    opening.into_iter().chain([transfer.instruction(share)]).collect()
}

/// Opens the default token account of a wallet; does nothing where it is open already.
///
/// ```
/// # use scrip_client::{ShareAddresses, open_share_account};
/// # let (mint, issuer, registry, payer, wallet) = Default::default();
/// # let share = ShareAddresses::new(mint, issuer, registry);
/// let instruction = open_share_account(&share, payer, wallet);
/// assert_eq!(instruction.accounts[1].pubkey, share.account(&wallet));
/// ```
#[must_use]
pub fn open_share_account(share: &ShareAddresses, payer: Pubkey, wallet: Pubkey) -> Instruction {
    open_token_account(payer, wallet, Token::share(share.mint))
}
