//! Edits of single fields, with values near those that a rule tells apart.

use proptest::prelude::*;
use proptest::sample::select;

use crate::edits::Edit;
use crate::scene::*;

const TOKEN_ACCOUNTS: [usize; 2] = [SOURCE, DESTINATION];
const RECORDS: [usize; 2] = [SENDER_RECORD, RECIPIENT_RECORD];

/// Any of these offsets in the data of any of these accounts.
fn places(
    accounts: impl AsRef<[usize]>,
    offsets: &'static [usize],
) -> impl Strategy<Value = (usize, usize)> {
    (select(accounts.as_ref().to_vec()), select(offsets))
}

/// Modes, kinds, states and the like.
fn byte() -> impl Strategy<Value = Edit> {
    let place = prop_oneof![
        places([POLICY], &[0, 8, 10, 11, 14, 15, 16]),
        places(RECORDS, &[0, 8, 10, 11, 11, 14]),
        places(TOKEN_ACCOUNTS, &[108, 165, 166, 168, 174, 176, 179]),
    ];
    let value = prop_oneof![8 => 0..6u8, 1 => any::<u8>()];
    (place, value).prop_map(|((account, offset), value)| Edit::Write(account, offset, vec![value]))
}

/// Paths, countries, and the types and lengths of extensions.
fn two_bytes() -> impl Strategy<Value = Edit> {
    let place = prop_oneof![
        places([POLICY], &[12]),
        places(RECORDS, &[12]),
        places(TOKEN_ACCOUNTS, &[166, 168, 170, 172, 174, 176]),
    ];
    let value =
        prop_oneof![4 => 0..32u16, 2 => select(&[165, 276, 756, 840][..]), 1 => any::<u16>()];
    (place, value).prop_map(|((account, offset), value)| {
        Edit::Write(account, offset, value.to_le_bytes().to_vec())
    })
}

fn time() -> impl Strategy<Value = Edit> {
    let place = prop_oneof![places([POLICY], &[24, 32, 40, 48]), places(RECORDS, &[16, 24])];
    let value = prop_oneof![4 => NOW - 1..=NOW + 1, 1 => Just(0), 1 => any::<i64>()];
    (place, value).prop_map(|((account, offset), value)| {
        Edit::Write(account, offset, value.to_le_bytes().to_vec())
    })
}

pub fn amount() -> impl Strategy<Value = u64> {
    let near_the_end = u64::MAX - 200..u64::MAX;
    prop_oneof![6 => 0..200u64, 2 => Just(u64::MAX), 1 => near_the_end, 1 => any::<u64>()]
}

fn limit_or_balance() -> impl Strategy<Value = Edit> {
    let place = prop_oneof![places([POLICY], &[56, 64]), places(TOKEN_ACCOUNTS, &[64])];
    (place, amount()).prop_map(|((account, offset), value)| {
        Edit::Write(account, offset, value.to_le_bytes().to_vec())
    })
}

/// The mint, registry, authority, owner or wallet that an account names.
fn named_address() -> impl Strategy<Value = Edit> {
    let place = prop_oneof![
        places([POLICY], &[72, 104, 136]),
        places(RECORDS, &[64, 96]),
        places(TOKEN_ACCOUNTS, &[0, 32]),
    ];
    let address = select(vec![address(MINT), REGISTRY, ASSET, SENDER, RECIPIENT, [9; 32]]);
    (place, address)
        .prop_map(|((account, offset), address)| Edit::Write(account, offset, address.to_vec()))
}

pub fn field() -> impl Strategy<Value = Edit> {
    prop_oneof![
        4 => byte(),
        2 => two_bytes(),
        3 => time(),
        2 => limit_or_balance(),
        2 => named_address()
    ]
}
