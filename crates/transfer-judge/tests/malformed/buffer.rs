//! The runtime's input buffer, as Agave's aligned serialisation writes it.

use scrip_transfer_judge::input::Input;

/// First byte of an account that repeats none.
pub const NOT_REPEATED: u8 = 0xff;
/// The room that the runtime leaves behind an account's data.
pub const GROWTH: usize = 10_240;

/// One account of a call.
#[derive(Clone, Debug, Default)]
pub struct Account {
    pub address: [u8; 32],
    pub owner: [u8; 32],
    /// Whether it signs, is writable, is executable.
    pub flags: [bool; 3],
    pub lamports: u64,
    pub data: Vec<u8>,
}

/// One account of a call, or the index of the one that it repeats.
#[derive(Clone, Debug)]
pub enum Entry {
    New(Account),
    Repeats(u8),
}

/// A buffer in an allocation of just its length, so that a sanitizer sees where it ends.
#[derive(Debug)]
pub struct Buffer(Box<[u8]>);

impl Buffer {
    /// Accounts, instruction data, and the program id. Without one the buffer ends with the data, behind
    /// which `Input::parse` has nothing to look for.
    pub fn new(entries: &[Entry], data: &[u8], program_id: Option<&[u8; 32]>) -> Self {
        let mut bytes = (entries.len() as u64).to_le_bytes().to_vec();
        for entry in entries {
            match entry {
                Entry::New(account) => write(account, &mut bytes),
                Entry::Repeats(index) => bytes.extend([*index, 0, 0, 0, 0, 0, 0, 0]),
            }
        }
        bytes.extend((data.len() as u64).to_le_bytes());
        bytes.extend(data);
        bytes.extend(program_id.into_iter().flatten());
        let bytes = bytes.into_boxed_slice();
        assert_eq!(bytes.as_ptr().align_offset(8), 0, "the system's allocator aligns to 16 bytes");
        Self(bytes)
    }

    /// What the judge reads.
    pub fn parse(&self) -> Input<'_> {
        // SAFETY: `new` has written the layout, aligned, and nobody writes while `self` is borrowed.
        unsafe { Input::parse(self.0.as_ptr()) }
    }

    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    pub fn as_mut_ptr(&mut self) -> *mut u8 {
        self.0.as_mut_ptr()
    }
}

fn write(account: &Account, bytes: &mut Vec<u8>) {
    bytes.push(NOT_REPEATED);
    bytes.extend(account.flags.map(u8::from));
    bytes.extend([0; 4]);
    bytes.extend(account.address);
    bytes.extend(account.owner);
    bytes.extend(account.lamports.to_le_bytes());
    bytes.extend((account.data.len() as u64).to_le_bytes());
    bytes.extend(&account.data);
    bytes.resize((bytes.len() + GROWTH).next_multiple_of(8), 0);
    // The rent epoch, which has had this value for every account since rent was abolished.
    bytes.extend(u64::MAX.to_le_bytes());
}
