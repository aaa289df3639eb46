//! What may be wrong with the accounts of a transfer: single edits, of which a scene suffers a few.
//!
//! Edits by field write values that a rule can tell from others; the rest knows nothing of the layouts.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use scrip_transfer_judge::token_2022::TOKEN_2022_ID;
use scrip_transfer_judge::{ID, Stage};

use crate::buffer::{Account, Entry};
use crate::fields::{amount, field};
use crate::scene::*;

/// Where the kind of a holder lies in a record.
const KIND: usize = 10;
/// Where the extensions of a token account begin.
const EXTENSIONS: usize = 166;

#[derive(Clone, Debug)]
pub enum Edit {
    /// These bytes, from this place on.
    Write(usize, usize, Vec<u8>),
    /// Some bits of one byte.
    Flip(usize, Index, u8),
    /// Another length, with this byte in what is new.
    Resize(usize, usize, u8),
    /// These bytes as the extensions of a token account.
    Extensions(usize, Vec<u8>),
    Owner(usize, [u8; 32]),
    Address(usize, [u8; 32]),
    /// As if it had never been created.
    Vanish(usize),
    Swap(usize, usize),
    /// The account at the first place is the one at the second, once more.
    Repeat(usize, u8),
    /// No more accounts than these.
    Drop(usize),
    /// An account more, behind the others.
    Append,
}

impl Edit {
    fn apply(self, entries: &mut Vec<Entry>) {
        match self {
            Self::Drop(len) => entries.truncate(len),
            Self::Append => entries.push(Entry::New(Account::default())),
            Self::Swap(one, other) if one.max(other) < entries.len() => entries.swap(one, other),
            Self::Swap(..) => {}
            Self::Repeat(place, index) => {
                if let Some(entry) = entries.get_mut(place) {
                    *entry = Entry::Repeats(index);
                }
            }
            Self::Write(place, ..)
            | Self::Flip(place, ..)
            | Self::Resize(place, ..)
            | Self::Extensions(place, _)
            | Self::Owner(place, _)
            | Self::Address(place, _)
            | Self::Vanish(place) => {
                if let Some(Entry::New(account)) = entries.get_mut(place) {
                    self.apply_to(account);
                }
            }
        }
    }

    fn apply_to(self, account: &mut Account) {
        let data = &mut account.data;
        match self {
            Self::Write(_, offset, bytes) => {
                data.iter_mut().skip(offset).zip(bytes).for_each(|(old, new)| *old = new);
            }
            Self::Flip(_, index, bits) if !data.is_empty() => *index.get_mut(data) ^= bits,
            Self::Resize(_, len, fill) => data.resize(len, fill),
            Self::Extensions(_, bytes) => {
                data.truncate(EXTENSIONS);
                data.extend(bytes);
            }
            Self::Owner(_, owner) => account.owner = owner,
            Self::Address(_, address) => account.address = address,
            Self::Vanish(_) => {
                *account = Account { address: account.address, ..Account::default() }
            }
            _ => {}
        }
    }
}

fn place() -> impl Strategy<Value = usize> {
    0..9usize
}

fn flip() -> impl Strategy<Value = Edit> {
    (place(), any::<Index>(), 1..=255u8).prop_map(|(place, at, bits)| Edit::Flip(place, at, bits))
}

/// Lengths at which something begins or ends, and any other.
fn resize() -> impl Strategy<Value = Edit> {
    let known = select(&[0, 7, 8, 127, 128, 129, 165, 166, 170, 178, 179, 295, 296, 355][..]);
    let len = prop_oneof![2 => known, 1 => 0..400usize];
    (place(), len, 0..16u8).prop_map(|(place, len, fill)| Edit::Resize(place, len, fill))
}

/// Some that are sound, of types and lengths that are easily taken for the one that is asked for.
fn extensions() -> impl Strategy<Value = Edit> {
    let value = prop_oneof![3 => 0..3usize, 1 => 256..259usize]
        .prop_flat_map(|len| vec(prop_oneof![3 => Just(1u8), 1 => any::<u8>()], len));
    let extension = (select(&[7, 14, 15, 27, 15 + 256][..]), value).prop_map(|(kind, value)| {
        let len = u16::try_from(value.len()).unwrap();
        [&u16::to_le_bytes(kind)[..], &len.to_le_bytes(), &value].concat()
    });
    let place = select(&[SOURCE, DESTINATION][..]);
    (place, vec(extension, 0..4)).prop_map(|(place, all)| Edit::Extensions(place, all.concat()))
}

fn owner() -> impl Strategy<Value = Edit> {
    let programs = select(vec![ID.to_bytes(), TOKEN_2022_ID.to_bytes(), [0; 32], [9; 32]]);
    (place(), programs).prop_map(|(place, program)| Edit::Owner(place, program))
}

fn other_address() -> impl Strategy<Value = Edit> {
    let addresses = select(vec![address(SOURCE), address(MINT), ASSET, [0; 32], [9; 32]]);
    (select(&[SOURCE, MINT, DESTINATION, AUTHORITY, AUTHORITY][..]), addresses)
        .prop_map(|(place, address)| Edit::Address(place, address))
}

/// The list of accounts, whatever they are.
fn list() -> impl Strategy<Value = Edit> {
    prop_oneof![
        4 => (place(), place()).prop_map(|(one, other)| Edit::Swap(one, other)),
        4 => (place(), 0..9u8).prop_map(|(place, index)| Edit::Repeat(place, index)),
        1 => place().prop_map(Edit::Drop),
        1 => Just(Edit::Append),
    ]
}

fn edit() -> impl Strategy<Value = Edit> {
    let vanish = select(&[SENDER_RECORD, RECIPIENT_RECORD][..]).prop_map(Edit::Vanish);
    prop_oneof![
        12 => field(),
        2 => flip(),
        2 => resize(),
        2 => extensions(),
        1 => owner(),
        1 => other_address(),
        2 => vanish,
        2 => list()
    ]
}

/// Wallets and venues, with none to four edits.
pub fn scene() -> impl Strategy<Value = Scene> {
    let amount = prop_oneof![2 => Just(50), 1 => amount()];
    let now = prop_oneof![4 => Just(NOW), 1 => NOW - 6..NOW + 2, 1 => any::<i64>()];
    let stage = select(&[Stage::InFlight, Stage::Planned][..]);
    let kinds = (1..=2u8, 1..=2u8);
    (amount, stage, now, kinds, vec(edit(), 0..5)).prop_map(|(amount, stage, now, kinds, edits)| {
        let mut scene = Scene::new(amount, stage, now);
        let kinds = [
            Edit::Write(SENDER_RECORD, KIND, vec![kinds.0]),
            Edit::Write(RECIPIENT_RECORD, KIND, vec![kinds.1]),
        ];
        kinds.into_iter().chain(edits).for_each(|edit| edit.apply(&mut scene.entries));
        scene
    })
}
