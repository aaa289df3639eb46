//! The runtime's input buffer, read in place.
//!
//! Layout (Agave's aligned serialisation, all little-endian): the number of accounts (`u64`); each
//! account either as an [`Account`], its data, room for it to grow, padding to eight bytes and the rent
//! epoch, or as eight bytes whose first is the index of the account that it repeats; the length of the
//! instruction data (`u64`) and the data; the program id.

use core::slice;

/// Accounts of a hooked transfer: source, mint, destination, authority, validation account, policy,
/// record of the sender, record of the recipient.
pub const HOOK_ACCOUNTS: usize = 8;

/// The first accounts of a call.
pub type Accounts<'a> = [AccountView<'a>; HOOK_ACCOUNTS];

const NOT_REPEATED: u8 = 0xff;
/// Where the record of the sender lies among the accounts.
const SENDER_RECORD: u8 = 6;
/// How much an account's data may grow in one call, for which the runtime leaves room.
const GROWTH: usize = 10_240;

/// An account as the runtime writes it. Its data follows.
#[repr(C)]
#[derive(Debug)]
struct Account {
    repeats: u8,
    is_signer: u8,
    is_writable: u8,
    executable: u8,
    original_data_len: u32,
    address: [u8; 32],
    owner: [u8; 32],
    lamports: u64,
    data_len: u64,
}

/// One account of the call, borrowed from the buffer. Made by [`Input::parse`] only.
#[derive(Clone, Copy, Debug)]
pub struct AccountView<'a> {
    account: &'a Account,
}

impl<'a> AccountView<'a> {
    /// The account's address.
    #[inline(always)]
    pub fn address(&self) -> &'a [u8; 32] {
        &self.account.address
    }

    /// The program that owns it.
    #[inline(always)]
    pub fn owner(&self) -> &'a [u8; 32] {
        &self.account.owner
    }

    /// Its data.
    #[inline(always)]
    #[allow(clippy::cast_possible_truncation)]
    pub fn data(&self) -> &'a [u8] {
        let start = core::ptr::from_ref(self.account).wrapping_add(1).cast::<u8>();
        // SAFETY: a view is made only by `Input::parse`, whose caller vouches that `data_len` bytes of
        // data follow the account and stay unchanged for 'a.
        unsafe { slice::from_raw_parts(start, self.account.data_len as usize) }
    }
}

/// A parsed input buffer.
#[derive(Debug)]
pub struct Input<'a> {
    /// The first accounts; `None` if there are fewer.
    pub accounts: Option<Accounts<'a>>,
    /// The instruction data.
    pub data: &'a [u8],
}

impl<'a> Input<'a> {
    /// Walks the buffer once.
    ///
    /// # Safety
    /// `input` is eight-byte aligned, points to a buffer in the layout above, and nobody writes to it
    /// for as long as 'a.
    #[inline(always)]
    #[allow(clippy::cast_possible_truncation)]
    pub unsafe fn parse(input: *const u8) -> Self {
        let first = input.wrapping_add(8);
        // SAFETY: by contract the buffer is aligned and begins with a u64.
        let count = unsafe { input.cast::<u64>().read() } as usize;
        // Nearly every transfer brings its accounts in one shape, which is walked without a loop.
        // SAFETY: by contract `count` accounts lie here.
        let (accounts, cursor) = match unsafe { walk_transfer(count, first) } {
            Some((accounts, cursor)) => (Some(accounts), cursor),
            // SAFETY: the same.
            None => unsafe { walk(count, first) },
        };
        // SAFETY: by contract the length and then that many bytes of instruction data lie here.
        let data = unsafe {
            let len = cursor.cast::<u64>().read() as usize;
            slice::from_raw_parts(cursor.wrapping_add(8), len)
        };
        Self { accounts, data }
    }
}

/// Accounts that were found, and where the buffer goes on.
type Found<T> = (T, *const u8);

/// Reads exactly eight accounts of which none repeats another, but that both sides may have one record,
/// as their owner may be the same; `None` if these are not such.
///
/// # Safety
/// `count` accounts of a buffer as [`Input::parse`] asks for begin at the cursor.
#[inline(always)]
unsafe fn walk_transfer<'a>(count: usize, mut cursor: *const u8) -> Option<Found<Accounts<'a>>> {
    // SAFETY: by contract an entry lies here if there is one, and its first byte tells what it is.
    if count != HOOK_ACCOUNTS || unsafe { *cursor } != NOT_REPEATED {
        return None;
    }
    // SAFETY: a whole account lies here, as it repeats none.
    let first = AccountView { account: unsafe { &*cursor.cast::<Account>() } };
    let mut accounts = [first; HOOK_ACCOUNTS];
    let [others @ .., recipient_record] = &mut accounts;
    let mut sender_record = first;
    for slot in others {
        // SAFETY: by contract an account or a repetition begins here, and each step passes over one.
        let (view, next) = unsafe { step(cursor) };
        sender_record = view?;
        *slot = sender_record;
        cursor = next;
    }
    // SAFETY: the same.
    let (view, next) = unsafe { step(cursor) };
    *recipient_record = match view {
        Some(view) => view,
        // SAFETY: the same; a repetition begins with the index of what it repeats.
        None if unsafe { *cursor } == SENDER_RECORD => sender_record,
        None => return None,
    };
    Some((accounts, next))
}

/// Passes over any number of accounts and keeps the first eight; `None` if there are fewer.
///
/// # Safety
/// As for [`walk_transfer`].
#[cold]
#[inline(never)]
unsafe fn walk<'a>(count: usize, mut cursor: *const u8) -> Found<Option<Accounts<'a>>> {
    let mut accounts = [None; HOOK_ACCOUNTS];
    for index in 0..count {
        // SAFETY: by contract an account or a repetition begins here, and each step passes over one.
        let (view, next) = unsafe { step(cursor) };
        let view = view.or_else(|| {
            // SAFETY: the same; a repetition begins with the index of what it repeats.
            let repeated = usize::from(unsafe { *cursor });
            accounts.get(repeated).copied().flatten()
        });
        if let Some(slot) = accounts.get_mut(index) {
            *slot = view;
        }
        cursor = next;
    }
    let all = match accounts {
        [Some(a), Some(b), Some(c), Some(d), Some(e), Some(f), Some(g), Some(h)] => {
            Some([a, b, c, d, e, f, g, h])
        }
        _ => None,
    };
    (all, cursor)
}

/// The account at the cursor, or `None` if it repeats another; and where the next one begins.
///
/// # Safety
/// An account of a buffer as [`Input::parse`] asks for begins at the cursor.
#[inline(always)]
#[allow(clippy::cast_possible_truncation)]
unsafe fn step<'a>(cursor: *const u8) -> Found<Option<AccountView<'a>>> {
    // SAFETY: by contract an account or a repetition begins here; both begin with this byte.
    if unsafe { *cursor } != NOT_REPEATED {
        return (None, cursor.wrapping_add(8));
    }
    // SAFETY: by contract a whole account lies here, and entries begin at multiples of 8.
    let account = unsafe { &*cursor.cast::<Account>() };
    let used = size_of::<Account>().wrapping_add(account.data_len as usize);
    let padded = used.wrapping_add(GROWTH).wrapping_add(7) & !7;
    (Some(AccountView { account }), cursor.wrapping_add(padded).wrapping_add(8))
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects)]
mod tests {
    use super::*;

    /// Writes a buffer as the runtime does; `repeats` stands for a repeated account.
    struct Buffer(Vec<u64>);

    enum Entry<'a> {
        New { address: u8, owner: u8, data: &'a [u8] },
        Repeats(u8),
    }

    impl Buffer {
        fn new(entries: &[Entry<'_>], instruction: &[u8]) -> Self {
            let mut bytes = (entries.len() as u64).to_le_bytes().to_vec();
            for entry in entries {
                match entry {
                    Entry::Repeats(index) => {
                        bytes.extend_from_slice(&[*index, 0, 0, 0, 0, 0, 0, 0])
                    }
                    Entry::New { address, owner, data } => {
                        bytes.extend_from_slice(&[NOT_REPEATED, 0, 0, 0, 0, 0, 0, 0]);
                        bytes.extend_from_slice(&[*address; 32]);
                        bytes.extend_from_slice(&[*owner; 32]);
                        bytes.extend_from_slice(&9u64.to_le_bytes());
                        bytes.extend_from_slice(&(data.len() as u64).to_le_bytes());
                        bytes.extend_from_slice(data);
                        bytes.resize(bytes.len() + GROWTH, 0);
                        bytes.resize(bytes.len().next_multiple_of(8), 0);
                        bytes.extend_from_slice(&u64::MAX.to_le_bytes());
                    }
                }
            }
            bytes.extend_from_slice(&(instruction.len() as u64).to_le_bytes());
            bytes.extend_from_slice(instruction);
            bytes.extend_from_slice(&[7; 32]);
            bytes.resize(bytes.len().next_multiple_of(8), 0);
            let words =
                bytes.chunks_exact(8).map(|word| u64::from_ne_bytes(word.try_into().unwrap()));
            Self(words.collect())
        }

        fn parse(&self) -> Input<'_> {
            // SAFETY: `new` has written the layout, as words and so aligned.
            unsafe { Input::parse(self.0.as_ptr().cast()) }
        }
    }

    /// Eight accounts with the addresses 0 to 7 and data of this length.
    fn eight(data: &[u8]) -> Vec<Entry<'_>> {
        (0..8).map(|address| Entry::New { address, owner: 9, data }).collect()
    }

    /// The first byte of every address.
    fn addresses(buffer: &Buffer) -> Option<[u8; HOOK_ACCOUNTS]> {
        buffer.parse().accounts.map(|accounts| accounts.map(|account| account.address()[0]))
    }

    #[test]
    fn accounts_of_any_length_are_found() {
        for len in [0, 1, 7, 8, 9, 165, 248, 10_000] {
            let data = vec![5; len];
            let buffer = Buffer::new(&eight(&data), b"instruction");
            let input = buffer.parse();
            for (place, account) in (0..).zip(input.accounts.unwrap()) {
                assert_eq!((account.address(), account.owner()), (&[place; 32], &[9; 32]));
                assert_eq!(account.data(), data);
            }
            assert_eq!(input.data, b"instruction");
        }
    }

    #[test]
    fn fewer_than_eight_accounts_are_none() {
        for count in 0..8 {
            let entries: Vec<_> = eight(&[1, 2, 3]).into_iter().take(count).collect();
            let buffer = Buffer::new(&entries, b"data");
            let input = buffer.parse();
            assert!(input.accounts.is_none(), "{count}");
            assert_eq!(input.data, b"data");
        }
    }

    #[test]
    fn a_repeated_account_is_the_same_account() {
        for (place, repeats) in [(1, 0), (2, 0), (7, 6), (7, 0), (4, 3)] {
            let mut entries = eight(&[8]);
            entries[place] = Entry::Repeats(repeats);
            let buffer = Buffer::new(&entries, b"data");
            let mut expected = [0, 1, 2, 3, 4, 5, 6, 7];
            expected[place] = repeats;
            assert_eq!(addresses(&buffer), Some(expected));
            assert_eq!(buffer.parse().data, b"data");
        }
        // No runtime writes these; they must not be taken for an account all the same.
        for repeats in [1, 2, 7, 8, 254] {
            let mut entries = eight(&[8]);
            entries[1] = Entry::Repeats(repeats);
            assert_eq!(addresses(&Buffer::new(&entries, &[])), None, "{repeats}");
        }
    }

    #[test]
    fn accounts_beyond_the_eighth_are_passed_over() {
        let entries: Vec<_> =
            (0..20).map(|address| Entry::New { address, owner: 0, data: &[1, 2, 3] }).collect();
        let buffer = Buffer::new(&entries, b"data");
        assert_eq!(addresses(&buffer), Some([0, 1, 2, 3, 4, 5, 6, 7]));
        assert_eq!(buffer.parse().data, b"data");
    }
}
