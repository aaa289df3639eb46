//! Token-2022's accounts, read from borrowed bytes: just the fields that the hook needs.
//!
//! Layout (Token-2022, `state.rs` and `extension/mod.rs`): the base account, padded with zeros to 165
//! bytes; one byte that tells mints from token accounts; then extensions as type (`u16`), length
//! (`u16`), value.

use anchor_lang::prelude::{Pubkey, pubkey};

/// The Token-2022 program.
pub const TOKEN_2022_ID: Pubkey = pubkey!("TokenzQdBNbLqP5VEhdkAS6EPFLC1PHnBqCXEpPxuEb");

/// Where the balance of a token account lies.
const AMOUNT: usize = 64;
const ACCOUNT_TYPE: usize = 165;
const EXTENSIONS: usize = 166;
const TYPE_MINT: u8 = 1;
const TYPE_ACCOUNT: u8 = 2;
/// A multisig has this length, and no account type.
const MULTISIG_LEN: usize = 355;
/// Where the state byte of a token account lies; 0 is uninitialised.
const ACCOUNT_STATE: usize = 108;
/// Where the initialised flag of a mint lies.
const MINT_INITIALISED: usize = 45;
/// Extension `TransferHook` of a mint: authority, then program.
const TRANSFER_HOOK: u16 = 14;
/// Extension `TransferHookAccount` of a token account: one byte, 1 during a transfer.
const TRANSFER_HOOK_ACCOUNT: u16 = 15;

/// A Token-2022 account that holds tokens.
#[derive(Clone, Copy, Debug)]
pub struct TokenAccount<'a> {
    /// The mint.
    pub mint: &'a [u8; 32],
    /// The owner, whose record counts.
    pub owner: &'a [u8; 32],
    data: &'a [u8],
}

impl<'a> TokenAccount<'a> {
    /// Reads the data of an account that Token-2022 owns; `None` if it is not a token account.
    #[inline(always)]
    pub fn read(data: &'a [u8]) -> Option<Self> {
        let is_account = data.get(ACCOUNT_TYPE) == Some(&TYPE_ACCOUNT)
            && data.get(ACCOUNT_STATE) != Some(&0)
            && data.len() != MULTISIG_LEN;
        let (mint, rest) = data.split_first_chunk::<32>()?;
        let owner = rest.first_chunk::<32>()?;
        is_account.then_some(Self { mint, owner, data })
    }

    /// The balance, raw units.
    #[inline(always)]
    pub fn amount(&self) -> u64 {
        // `read` has seen more bytes than these.
        self.data
            .get(AMOUNT..)
            .and_then(|rest| rest.first_chunk())
            .map_or(u64::MAX, |bytes| u64::from_le_bytes(*bytes))
    }

    /// Whether Token-2022 is moving tokens from or to this account right now.
    #[inline(always)]
    pub fn is_transferring(&self) -> bool {
        matches!(extension(self.data, TRANSFER_HOOK_ACCOUNT), Some([1]))
    }
}

/// A Token-2022 mint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mint {
    /// Who may mint, if anybody.
    pub mint_authority: Option<Pubkey>,
    /// The program that judges its transfers, if any.
    pub transfer_hook: Option<Pubkey>,
}

impl Mint {
    /// Reads the data of an account that Token-2022 owns; `None` if it is not an initialised mint
    /// with extensions.
    pub fn read(data: &[u8]) -> Option<Self> {
        let is_mint = data.get(ACCOUNT_TYPE) == Some(&TYPE_MINT)
            && data.get(MINT_INITIALISED) == Some(&1)
            && data.len() != MULTISIG_LEN;
        let (tag, rest) = data.split_first_chunk::<4>()?;
        let authority = Pubkey::new_from_array(*rest.first_chunk::<32>()?);
        let hook = extension(data, TRANSFER_HOOK)
            .and_then(|value| value.last_chunk::<32>())
            .map(|program| Pubkey::new_from_array(*program))
            .filter(|program| *program != Pubkey::default());
        is_mint.then_some(Self {
            mint_authority: (*tag == [1, 0, 0, 0]).then_some(authority),
            transfer_hook: hook,
        })
    }
}

/// The value of the first extension of `kind`.
#[inline(always)]
fn extension(data: &[u8], kind: u16) -> Option<&[u8]> {
    let mut rest = data.get(EXTENSIONS..)?;
    while let [kind_low, kind_high, len_low, len_high, after @ ..] = rest {
        let len = u16::from_le_bytes([*len_low, *len_high]);
        let (value, next) = after.split_at_checked(usize::from(len))?;
        if u16::from_le_bytes([*kind_low, *kind_high]) == kind {
            return Some(value);
        }
        rest = next;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn token_account(extensions: &[u8]) -> Vec<u8> {
        let mut data = vec![0; EXTENSIONS];
        data[..32].fill(1);
        data[32..64].fill(2);
        data[ACCOUNT_STATE] = 1;
        data[ACCOUNT_TYPE] = TYPE_ACCOUNT;
        data.extend_from_slice(extensions);
        data
    }

    #[test]
    fn token_accounts() {
        let data = token_account(&[7, 0, 0, 0, 15, 0, 1, 0, 1]);
        let account = TokenAccount::read(&data).unwrap();
        assert_eq!((account.mint, account.owner), (&[1; 32], &[2; 32]));
        assert!(account.is_transferring());
    }

    #[test]
    fn transferring_is_told_only_by_the_flag() {
        for extensions in [
            &[15, 0, 1, 0, 0][..],
            &[15, 0, 1, 0, 2],
            &[15, 0, 2, 0, 1, 1],
            &[15, 0, 1, 0],
            &[15, 0, 1],
            &[14, 0, 1, 0, 1],
            &[7, 0, 255, 255, 15, 0, 1, 0, 1],
            &[],
        ] {
            let data = token_account(extensions);
            assert!(!TokenAccount::read(&data).unwrap().is_transferring(), "{extensions:?}");
        }
    }

    #[test]
    fn malformed_accounts_are_not_read() {
        let good = token_account(&[]);
        for len in 0..good.len() {
            assert!(TokenAccount::read(&good[..len]).is_none(), "{len} bytes");
            assert!(Mint::read(&good[..len]).is_none(), "{len} bytes");
        }
        for (byte, value) in [(ACCOUNT_TYPE, 0), (ACCOUNT_TYPE, TYPE_MINT), (ACCOUNT_STATE, 0)] {
            let mut bad = good.clone();
            bad[byte] = value;
            assert!(TokenAccount::read(&bad).is_none());
        }
        let mut multisig = good;
        multisig.resize(MULTISIG_LEN, 0);
        assert!(TokenAccount::read(&multisig).is_none());
    }
}
