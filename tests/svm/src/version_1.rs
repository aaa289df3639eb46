//! Accounts that version 1 of the issuer program wrote, as they were: `fixtures/version-1.json`, whose making is
//! told in `fixtures/README.md`. Addresses are those of [`crate::cast`].

use std::sync::LazyLock;

use anchor_lang::prelude::Pubkey;
use serde_json::Value;
use solana_account::Account;

use crate::artefacts::workspace;
use crate::{START, World};

/// When the accounts were taken, unix seconds: the other share's split has just come into force.
pub const TAKEN_AT: i64 = START + 3_600;
/// When the other share's dividend comes into force, unix seconds.
pub const DIVIDEND_AT: i64 = START + 3 * 3_600;

static ACCOUNTS: LazyLock<Vec<(Pubkey, Account)>> = LazyLock::new(|| {
    let file = workspace().join("tests/svm/fixtures/version-1.json");
    let list: Vec<Value> = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
    list.iter().map(account).collect()
});

fn account(value: &Value) -> (Pubkey, Account) {
    let text = |key: &str| value[key].as_str().unwrap();
    let digits = text("data").as_bytes().chunks(2);
    let data = digits.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16));
    let account = Account {
        lamports: value["lamports"].as_u64().unwrap(),
        data: data.collect::<Result<_, _>>().unwrap(),
        owner: text("owner").parse().unwrap(),
        ..Account::default()
    };
    (text("address").parse().unwrap(), account)
}

/// The account at this address, as version 1 wrote it.
pub fn account_at(address: &Pubkey) -> Account {
    let found = ACCOUNTS.iter().find(|(at, _)| at == address);
    found.unwrap_or_else(|| panic!("no account {address} was taken")).1.clone()
}

/// Puts the account at this address back to what version 1 wrote.
pub fn put(world: &mut World, address: Pubkey) {
    world.set_account(address, account_at(&address));
}

/// Puts all of them back, at the time when they were taken.
pub fn put_all(world: &mut World) {
    for (address, account) in ACCOUNTS.iter() {
        world.set_account(*address, account.clone());
    }
    world.set_time(TAKEN_AT);
}
