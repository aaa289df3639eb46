//! Single shapes of the buffer, each of which takes another way through `Input::parse`.

use crate::buffer::{Account, Buffer, Entry};

/// This many accounts with the addresses 0, 1, 2, and so on.
fn accounts(count: u8) -> Vec<Entry> {
    let account =
        |place| Account { address: [place; 32], data: vec![8; 165], ..Account::default() };
    (0..count).map(|place| Entry::New(account(place))).collect()
}

/// The first byte of every address; the instruction data must be found in any case.
fn addresses(entries: &[Entry]) -> Option<[u8; 8]> {
    let buffer = Buffer::new(entries, b"data", None);
    let input = buffer.parse();
    assert_eq!(input.data, b"data");
    input.accounts.map(|accounts| accounts.map(|account| account.address()[0]))
}

#[test]
fn fewer_than_eight_accounts_are_none() {
    for count in 0..8 {
        assert_eq!(addresses(&accounts(count)), None, "{count}");
    }
}

#[test]
fn accounts_beyond_the_eighth_are_passed_over() {
    for count in [8, 9, 20] {
        assert_eq!(addresses(&accounts(count)), Some([0, 1, 2, 3, 4, 5, 6, 7]), "{count}");
    }
}

#[test]
fn a_repeated_account_is_the_same_account() {
    for (place, repeats) in [(1, 0), (2, 0), (7, 6), (7, 0), (4, 3)] {
        let mut entries = accounts(8);
        entries[place] = Entry::Repeats(repeats);
        let mut expected = [0, 1, 2, 3, 4, 5, 6, 7];
        expected[place] = repeats;
        assert_eq!(addresses(&entries), Some(expected));
    }
    let mut twice = accounts(8);
    twice[6] = Entry::Repeats(0);
    twice[7] = Entry::Repeats(6);
    assert_eq!(addresses(&twice), Some([0, 1, 2, 3, 4, 5, 0, 0]), "the repetition of a repetition");
}

/// No runtime writes these; they must not be taken for an account all the same.
#[test]
fn a_repetition_of_a_later_account_is_none() {
    for repeats in [1, 2, 7, 8, 254] {
        let mut entries = accounts(8);
        entries[1] = Entry::Repeats(repeats);
        assert_eq!(addresses(&entries), None, "{repeats}");
    }
    let mut entries = accounts(8);
    entries[0] = Entry::Repeats(0);
    assert_eq!(addresses(&entries), None, "the first account cannot repeat one");
}
