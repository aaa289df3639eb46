//! Token balances, and what a transaction changes about them. Of Token and Token-2022 alike: their accounts begin
//! alike.

use anchor_lang::prelude::{Pubkey, pubkey};
use scrip_client::addresses::TOKEN_2022;

const TOKEN: Pubkey = pubkey!("TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA");
/// Where owner, amount and state lie, and how long an account is at least.
const OWNER: usize = 32;
const AMOUNT: usize = 64;
const STATE: usize = 108;
const LEAST: usize = 165;
/// Where Token-2022 says what an account with extensions is, and what it says of token accounts.
const ACCOUNT_TYPE: usize = 165;
const TYPE_ACCOUNT: u8 = 2;

/// Whose account of which token it is, and how much is in it, if it is one.
fn read(program: &Pubkey, data: &[u8]) -> Option<(Pubkey, Pubkey, u64)> {
    let is_account =
        data.get(ACCOUNT_TYPE).map_or(data.len() == LEAST, |kind| *kind == TYPE_ACCOUNT);
    let ours = *program == TOKEN || *program == TOKEN_2022;
    if !ours || !is_account || data.get(STATE) == Some(&0) {
        return None;
    }
    let mint = Pubkey::new_from_array(*data.first_chunk()?);
    let owner = Pubkey::new_from_array(*data.get(OWNER..)?.first_chunk()?);
    let amount = u64::from_le_bytes(*data.get(AMOUNT..)?.first_chunk()?);
    Some((mint, owner, amount))
}

/// How a balance changes, in one line; nothing if it stays, or the account holds no tokens.
#[must_use]
pub fn difference(program: &Pubkey, before: &[u8], after: &[u8]) -> Option<String> {
    let (mint, owner, new) = read(program, after)?;
    let old = read(program, before).map_or(0, |(_, _, amount)| amount);
    (old != new).then(|| format!("balance of {owner} in token {mint}: {old} -> {new} raw units"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing, reason = "tests")]

    use super::*;

    fn account(amount: u64, extended: bool) -> Vec<u8> {
        let mut data = vec![0; LEAST];
        data[..OWNER].fill(1);
        data[OWNER..AMOUNT].fill(2);
        data[AMOUNT..AMOUNT + 8].copy_from_slice(&amount.to_le_bytes());
        data[STATE] = 1;
        if extended {
            data.push(TYPE_ACCOUNT);
        }
        data
    }

    #[test]
    fn a_balance_that_moves_is_told_and_one_that_stays_is_not() {
        for (program, extended) in [(TOKEN, false), (TOKEN_2022, true)] {
            let (before, after) = (account(7, extended), account(9, extended));
            let told = difference(&program, &before, &after).unwrap_or_default();
            assert!(told.ends_with(": 7 -> 9 raw units"), "{told}");
            assert!(
                difference(&program, &[], &after).is_some_and(|told| told.contains(": 0 -> 9"))
            );
            assert_eq!(difference(&program, &after, &after), None);
            assert_eq!(difference(&Pubkey::default(), &before, &after), None);
        }
        let mut mint = account(9, true);
        mint[ACCOUNT_TYPE] = 1;
        assert_eq!(difference(&TOKEN_2022, &[], &mint), None);
    }
}
