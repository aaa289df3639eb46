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

/// The first accounts of a call; `None` where there are fewer.
pub type Accounts<'a> = [Option<AccountView<'a>>; HOOK_ACCOUNTS];

const NOT_REPEATED: u8 = 0xff;
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
    /// The first accounts.
    pub accounts: Accounts<'a>,
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
        // SAFETY: by contract the buffer is aligned and begins with a u64.
        let count = unsafe { input.cast::<u64>().read() } as usize;
        let mut walk = Walk { cursor: input.wrapping_add(8), accounts: [None; HOOK_ACCOUNTS] };
        // A transfer brings exactly so many accounts, and a loop of known length is unrolled.
        if count == HOOK_ACCOUNTS {
            for index in 0..HOOK_ACCOUNTS {
                // SAFETY: by contract `count` accounts lie here, and each step passes over one.
                unsafe { walk.step(index) };
            }
        } else {
            for index in 0..count {
                // SAFETY: the same.
                unsafe { walk.step(index) };
            }
        }
        let Walk { cursor, accounts } = walk;
        // SAFETY: by contract the length and then that many bytes of instruction data lie here.
        let data = unsafe {
            let len = cursor.cast::<u64>().read() as usize;
            slice::from_raw_parts(cursor.wrapping_add(8), len)
        };
        Self { accounts, data }
    }
}

/// How far the buffer has been read.
struct Walk<'a> {
    cursor: *const u8,
    accounts: Accounts<'a>,
}

impl Walk<'_> {
    /// Reads the account at the cursor, keeps it if it is one of the first, and passes over it.
    ///
    /// # Safety
    /// An account of a buffer as [`Input::parse`] asks for begins at the cursor.
    #[inline(always)]
    #[allow(clippy::cast_possible_truncation)]
    unsafe fn step(&mut self, index: usize) {
        // SAFETY: by contract an account or a repetition begins here; both begin with this byte.
        let repeats = unsafe { *self.cursor };
        let view = if repeats == NOT_REPEATED {
            // SAFETY: by contract a whole account lies here, and entries begin at multiples of 8.
            let account = unsafe { &*self.cursor.cast::<Account>() };
            let used = size_of::<Account>().wrapping_add(account.data_len as usize);
            let padded = used.wrapping_add(GROWTH).wrapping_add(7) & !7;
            self.cursor = self.cursor.wrapping_add(padded).wrapping_add(8);
            Some(AccountView { account })
        } else {
            self.cursor = self.cursor.wrapping_add(8);
            self.accounts.get(usize::from(repeats)).copied().flatten()
        };
        if let Some(slot) = self.accounts.get_mut(index) {
            *slot = view;
        }
    }
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

    #[test]
    fn accounts_of_any_length_are_found() {
        for len in [0, 1, 7, 8, 9, 165, 248, 10_000] {
            let data = vec![5; len];
            let entries = [
                Entry::New { address: 1, owner: 2, data: &data },
                Entry::New { address: 3, owner: 4, data: &[6] },
            ];
            let buffer = Buffer::new(&entries, b"instruction");
            let input = buffer.parse();
            let [Some(first), Some(second), None, ..] = input.accounts else { panic!("{len}") };
            assert_eq!((first.address(), first.owner()), (&[1; 32], &[2; 32]));
            assert_eq!(first.data(), data);
            assert_eq!((second.address(), second.data()), (&[3; 32], &[6][..]));
            assert_eq!(input.data, b"instruction");
        }
    }

    #[test]
    fn a_repeated_account_is_the_same_account() {
        let entries = [
            Entry::New { address: 1, owner: 2, data: &[8] },
            Entry::Repeats(0),
            Entry::New { address: 3, owner: 4, data: &[] },
            Entry::Repeats(2),
            // No runtime writes these; they must not be taken for an account all the same.
            Entry::Repeats(5),
            Entry::Repeats(254),
        ];
        let buffer = Buffer::new(&entries, &[]);
        let addresses =
            buffer.parse().accounts.map(|account| account.map(|view| view.address()[0]));
        assert_eq!(addresses, [Some(1), Some(1), Some(3), Some(3), None, None, None, None]);
    }

    #[test]
    fn accounts_beyond_the_eighth_are_passed_over() {
        let entries: Vec<_> =
            (0..20).map(|address| Entry::New { address, owner: 0, data: &[1, 2, 3] }).collect();
        let buffer = Buffer::new(&entries, b"data");
        let input = buffer.parse();
        assert_eq!(
            input.accounts.map(|account| account.unwrap().address()[0]),
            [0, 1, 2, 3, 4, 5, 6, 7]
        );
        assert_eq!(input.data, b"data");
    }
}
