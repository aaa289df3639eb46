//! `Input::parse` finds what the reference finds, wherever the buffer ends.

use anchor_lang::solana_program::entrypoint::deserialize;
use anchor_lang::solana_program::program_error::UNSUPPORTED_SYSVAR;
use proptest::collection::vec;
use proptest::prelude::*;
use scrip_transfer_judge::input::{AccountView, Accounts};
use scrip_transfer_judge::{CHECK_TRANSFER, EXECUTE, NOT_A_TRANSFER, answer};

use crate::buffer::{Account, Buffer, Entry};
use crate::reference::{self, Reference};

fn data() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![4 => vec(any::<u8>(), 0..20), 2 => vec(any::<u8>(), 0..400), 1 => Just(vec![7; 10_241])]
}

fn account() -> impl Strategy<Value = Account> {
    let addresses = (any::<[u8; 32]>(), any::<[u8; 32]>());
    (addresses, any::<[bool; 3]>(), any::<u64>(), data()).prop_map(
        |((address, owner), flags, lamports, data)| Account {
            address,
            owner,
            flags,
            lamports,
            data,
        },
    )
}

/// Accounts, often eight as in a transfer. An account repeats none or `repeated` of the place where it lies.
fn entries(repeated: impl Strategy<Value = u8> + 'static) -> impl Strategy<Value = Vec<Entry>> {
    let repeats = prop_oneof![3 => Just(None), 1 => repeated.prop_map(Some)].boxed();
    let len = prop_oneof![Just(8..=8), Just(0..=20)];
    len.prop_flat_map(move |len| vec((account(), repeats.clone()), len)).prop_map(|drawn| {
        let entry = |(account, repeats)| match repeats {
            Some(index) => Entry::Repeats(index),
            None => Entry::New(account),
        };
        drawn.into_iter().map(entry).collect()
    })
}

/// Repetitions as the runtime writes them: of an earlier account that repeats none itself.
fn real_entries() -> impl Strategy<Value = Vec<Entry>> {
    entries(any::<u8>()).prop_map(|mut entries| {
        let mut new: Vec<u8> = Vec::new();
        for (place, entry) in (0..).zip(&mut entries) {
            match entry {
                Entry::Repeats(index) if !new.is_empty() => {
                    *index = new[usize::from(*index) % new.len()];
                }
                Entry::Repeats(_) => *entry = Entry::New(Account::default()),
                Entry::New(_) => {}
            }
            if let Entry::New(_) = entry {
                new.push(place);
            }
        }
        entries
    })
}

/// The indices that `Input::parse` must tell from each other, and any other that is one.
fn any_index() -> impl Strategy<Value = u8> {
    prop_oneof![3 => 0..9u8, 1 => 0..=254u8]
}

fn copied<'a>(accounts: &Option<Accounts<'a>>) -> Option<Vec<reference::Account<'a>>> {
    let views = accounts.as_ref()?.iter();
    let copy = |view: &AccountView<'a>| reference::Account {
        address: view.address(),
        owner: view.owner(),
        data: view.data(),
    };
    Some(views.map(copy).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn nothing_behind_the_instruction_data_is_read(entries in entries(any_index()), data in data()) {
        let buffer = Buffer::new(&entries, &data, None);
        let (input, reference) = (buffer.parse(), Reference::read(buffer.bytes()));
        prop_assert_eq!(copied(&input.accounts), reference.first_eight());
        prop_assert_eq!(input.data, reference.data);
        prop_assert_eq!(input.data, data);
    }

    /// As in the entrypoint, Solana's parser gets the buffer after the judge.
    #[test]
    fn solana_reads_the_same(entries in real_entries(), data in data(), id: [u8; 32]) {
        let mut buffer = Buffer::new(&entries, &data, Some(&id));
        let input = buffer.parse();
        prop_assert_eq!(input.data, &data);
        let ours = copied(&input.accounts).map(|all| all.into_iter().map(owned).collect::<Vec<_>>());
        // SAFETY: `new` has written the layout, nothing borrowed from it is used below, and the buffer
        // outlives what is borrowed here.
        let (program_id, theirs, instruction) = unsafe { deserialize(buffer.as_mut_ptr()) };
        prop_assert_eq!((program_id.as_array(), instruction), (&id, &data[..]));
        prop_assert_eq!(theirs.len(), entries.len());
        let theirs = theirs.get(..8).map(|first| {
            first.iter().map(|it| (it.key.to_bytes(), it.owner.to_bytes(), it.data.borrow().to_vec())).collect()
        });
        prop_assert_eq!(ours, theirs);
    }

    #[test]
    fn only_transfers_are_answered(
        entries in entries(any_index()),
        discriminator in prop_oneof![Just(EXECUTE), Just(CHECK_TRANSFER), any::<[u8; 8]>()],
        rest in vec(any::<u8>(), 0..20),
        len in 0..28usize,
    ) {
        let mut data = [&discriminator[..], &rest].concat();
        data.truncate(len);
        let buffer = Buffer::new(&entries, &data, None);
        // SAFETY: `new` has written the layout, as far as the judge reads it.
        let answered = unsafe { answer(buffer.bytes().as_ptr()) };
        let asks = [EXECUTE, CHECK_TRANSFER].iter().any(|known| data.starts_with(known));
        // Outside a chain there is no clock, which is the first thing that an answer needs.
        let expected = if asks && data.len() >= 16 { UNSUPPORTED_SYSVAR } else { NOT_A_TRANSFER };
        prop_assert_eq!(answered, expected);
    }
}

fn owned(account: reference::Account<'_>) -> ([u8; 32], [u8; 32], Vec<u8>) {
    let array = |bytes: &[u8]| bytes.try_into().unwrap();
    (array(account.address), array(account.owner), account.data.to_vec())
}
