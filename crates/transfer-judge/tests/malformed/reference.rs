//! The runtime's buffer read by taking bytes off its front: slow, and without `unsafe`.

use crate::buffer::{GROWTH, NOT_REPEATED};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Account<'a> {
    pub address: &'a [u8],
    pub owner: &'a [u8],
    pub data: &'a [u8],
}

#[derive(Debug)]
pub struct Reference<'a> {
    /// `None` is a repetition of an account that does not come before it.
    pub accounts: Vec<Option<Account<'a>>>,
    pub data: &'a [u8],
}

impl<'a> Reference<'a> {
    pub fn read(buffer: &'a [u8]) -> Self {
        let mut reader = Reader { buffer, position: 0 };
        let mut accounts = Vec::new();
        for _ in 0..reader.word() {
            let account = match reader.take(8)[0] {
                NOT_REPEATED => Some(reader.account()),
                earlier => accounts.get(usize::from(earlier)).copied().flatten(),
            };
            accounts.push(account);
        }
        let len = reader.word();
        Self { accounts, data: reader.take(len) }
    }

    /// The first eight accounts, if there are so many and each is known.
    pub fn first_eight(&self) -> Option<Vec<Account<'a>>> {
        self.accounts.get(..8)?.iter().copied().collect()
    }
}

struct Reader<'a> {
    buffer: &'a [u8],
    position: usize,
}

impl<'a> Reader<'a> {
    fn take(&mut self, len: usize) -> &'a [u8] {
        let taken = &self.buffer[self.position..][..len];
        self.position += len;
        taken
    }

    fn word(&mut self) -> usize {
        u64::from_le_bytes(self.take(8).try_into().unwrap()).try_into().unwrap()
    }

    /// An account behind its first eight bytes.
    fn account(&mut self) -> Account<'a> {
        let (address, owner, _lamports) = (self.take(32), self.take(32), self.word());
        let len = self.word();
        let data = self.take(len);
        self.take(GROWTH);
        while !self.position.is_multiple_of(8) {
            self.take(1);
        }
        self.take(size_of::<u64>());
        Account { address, owner, data }
    }
}
