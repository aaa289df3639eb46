//! The accounts that a verdict is given from.

use anchor_lang::prelude::Pubkey;
use scrip_transfer_judge::token_2022::{TOKEN_2022_ID, TokenAccount};

use crate::{ShareAddresses, Transfer};

/// Where a token account's state lies, and what it is once it is open.
const STATE: usize = 108;
const INITIALIZED: u8 = 1;
/// Where Token-2022 says what an account with extensions is, and what it says of token accounts.
const ACCOUNT_TYPE: usize = 165;
const TYPE_ACCOUNT: u8 = 2;

/// An account that there is: its owner and its data.
#[derive(Clone, Copy, Debug)]
pub struct Fetched<'a> {
    /// The program that owns it.
    pub owner: Pubkey,
    /// Its data.
    pub data: &'a [u8],
}

/// What a transfer is judged by. `None` is an account that there is not.
///
/// The records are those of the wallets that own the two token accounts, as the tokens' accounts say themselves: a
/// [`Transfer`] that names another wallet is judged by the wrong record.
#[derive(Clone, Copy, Debug, Default)]
pub struct Accounts<'a> {
    /// The share's mint.
    pub mint: Option<Fetched<'a>>,
    /// Its policy.
    pub policy: Option<Fetched<'a>>,
    /// The token account that is sent from.
    pub source: Option<Fetched<'a>>,
    /// The token account that is sent to.
    pub destination: Option<Fetched<'a>>,
    /// The record of the sender.
    pub source_record: Option<Fetched<'a>>,
    /// The record of the recipient.
    pub destination_record: Option<Fetched<'a>>,
}

impl<'a> Accounts<'a> {
    /// Where they are, in the order of the fields.
    ///
    /// ```
    /// # use scrip_client::{ShareAddresses, Transfer};
    /// # use scrip_client::verdict::Accounts;
    /// # let (mint, issuer, registry, from, to) = Default::default();
    /// # let share = ShareAddresses::new(mint, issuer, registry);
    /// let addresses = Accounts::addresses(&share, &Transfer::new(&share, from, to, 1));
    /// assert_eq!(addresses[1], share.policy);
    /// ```
    #[must_use]
    pub fn addresses(share: &ShareAddresses, transfer: &Transfer) -> [Pubkey; 6] {
        [
            share.mint,
            share.policy,
            transfer.from.account,
            transfer.to.account,
            share.record(&transfer.from.wallet),
            share.record(&transfer.to.wallet),
        ]
    }

    /// From accounts in the order of [`Accounts::addresses`].
    ///
    /// ```
    /// # use scrip_client::verdict::Accounts;
    /// assert!(Accounts::new([None; 6]).mint.is_none());
    /// ```
    #[must_use]
    pub const fn new(accounts: [Option<Fetched<'a>>; 6]) -> Self {
        let [mint, policy, source, destination, source_record, destination_record] = accounts;
        Self { mint, policy, source, destination, source_record, destination_record }
    }
}

/// Who owns this token account; `None` if it is none of Token-2022.
///
/// ```
/// # use scrip_client::verdict::{Fetched, accounts::token_owner};
/// let account = Fetched { owner: scrip_client::addresses::TOKEN_2022, data: &[] };
/// assert_eq!(token_owner(&account), None);
/// ```
#[must_use]
pub fn token_owner(account: &Fetched<'_>) -> Option<Pubkey> {
    read_token_account(Some(*account)).map(|read| Pubkey::new_from_array(*read.owner))
}

/// The data of a token account of Token-2022 that has just been opened: nothing in it, and no extension that says
/// anything.
///
/// ```
/// # use anchor_lang::prelude::Pubkey;
/// # use scrip_client::verdict::{Fetched, accounts::{just_opened, token_owner}};
/// let (mint, wallet) = (Pubkey::new_unique(), Pubkey::new_unique());
/// let data = just_opened(&mint, &wallet);
/// let account = Fetched { owner: scrip_client::addresses::TOKEN_2022, data: &data };
/// assert_eq!(token_owner(&account), Some(wallet));
/// ```
#[must_use]
pub fn just_opened(mint: &Pubkey, wallet: &Pubkey) -> Vec<u8> {
    let mut data = [mint.to_bytes(), wallet.to_bytes()].concat();
    data.resize(STATE, 0);
    data.push(INITIALIZED);
    data.resize(ACCOUNT_TYPE, 0);
    data.push(TYPE_ACCOUNT);
    data
}

pub(super) fn read_token_account(account: Option<Fetched<'_>>) -> Option<TokenAccount<'_>> {
    account
        .filter(|account| account.owner == TOKEN_2022_ID)
        .and_then(|account| TokenAccount::read(account.data))
}
