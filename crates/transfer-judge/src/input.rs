//! The runtime's input buffer, read in place.
//!
//! Layout (Agave's aligned serialisation, all little-endian): the number of accounts (`u64`); each
//! account either as an [`Account`], its data, room for it to grow, padding to eight bytes and the rent
//! epoch, or as eight bytes whose first is the index of the account that it repeats; the length of the
//! instruction data (`u64`) and the data; the program id.

use core::marker::PhantomData;
use core::ptr::NonNull;
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
///
/// It keeps the pointer into the whole buffer: what is derived from a reference to an [`Account`] may be
/// used for the bytes of that struct only, and not for the data behind it.
#[derive(Clone, Copy, Debug)]
pub struct AccountView<'a> {
    account: NonNull<Account>,
    buffer: PhantomData<&'a [u8]>,
}

impl<'a> AccountView<'a> {
    /// # Safety
    /// An account of a buffer as [`Input::parse`] asks for begins at the cursor, and is not a repetition.
    #[inline(always)]
    unsafe fn at(cursor: *const u8) -> Self {
        // SAFETY: by contract the cursor points into a buffer, and so is not null.
        let account = unsafe { NonNull::new_unchecked(cursor.cast_mut().cast()) };
        Self { account, buffer: PhantomData }
    }

    #[inline(always)]
    fn account(&self) -> &'a Account {
        // SAFETY: a view is made only by `Input::parse`, whose caller vouches that a whole account lies
        // here and stays unchanged for 'a. It is aligned: the buffer is, and entries begin at multiples of
        // 8. Any bytes are an `Account`, which has neither padding nor values that are not allowed.
        unsafe { self.account.as_ref() }
    }

    /// The account's address.
    #[inline(always)]
    pub fn address(&self) -> &'a [u8; 32] {
        &self.account().address
    }

    /// The program that owns it.
    #[inline(always)]
    pub fn owner(&self) -> &'a [u8; 32] {
        &self.account().owner
    }

    /// Its data.
    #[inline(always)]
    // SECURITY: lengths have 64 bits, as have addresses on chain and on every host of the tests.
    #[allow(clippy::cast_possible_truncation)]
    pub fn data(&self) -> &'a [u8] {
        let len = self.account().data_len as usize;
        let start = self.account.as_ptr().cast_const().wrapping_add(1).cast::<u8>();
        // SAFETY: the same: `len` bytes follow the account in the buffer and stay unchanged for 'a. The
        // pointer is the buffer's own, not one that was narrowed to the account by a reference.
        unsafe { slice::from_raw_parts(start, len) }
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
    /// `input` is eight-byte aligned and may be used to read the whole of a buffer in the layout above
    /// (the program id excepted, which is not read). The buffer is one range of addresses, and for as long
    /// as 'a, which the caller chooses, it stays where it is and nobody writes to it.
    #[inline(always)]
    // SECURITY: lengths have 64 bits, as have addresses on chain and on every host of the tests.
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
        // SAFETY: by contract the length, at a multiple of 8, and then that many bytes of instruction data
        // lie here and stay unchanged for 'a.
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
    let first = unsafe { AccountView::at(cursor) };
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
// SECURITY: lengths have 64 bits, as have addresses on chain and on every host of the tests.
#[allow(clippy::cast_possible_truncation)]
unsafe fn step<'a>(cursor: *const u8) -> Found<Option<AccountView<'a>>> {
    // SAFETY: by contract an account or a repetition begins here; both begin with this byte.
    if unsafe { *cursor } != NOT_REPEATED {
        return (None, cursor.wrapping_add(8));
    }
    // SAFETY: by contract a whole account lies here, and entries begin at multiples of 8.
    let view = unsafe { AccountView::at(cursor) };
    let used = size_of::<Account>().wrapping_add(view.account().data_len as usize);
    let padded = used.wrapping_add(GROWTH).wrapping_add(7) & !7;
    (Some(view), cursor.wrapping_add(padded).wrapping_add(8))
}
