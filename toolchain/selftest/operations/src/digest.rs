//! The fold of all results into 32 bytes. Not cryptographic: it only has to change when a result does.

/// Accumulates results in order.
pub struct Digest {
    lanes: [u64; 4],
    next: usize,
}

impl Digest {
    /// An empty digest; the initial lanes are the fraction of pi.
    pub fn new() -> Self {
        let lanes = [
            0x243F_6A88_85A3_08D3,
            0x1319_8A2E_0370_7344,
            0xA409_3822_299F_31D0,
            0x082E_FA98_EC4E_6C89,
        ];
        Self { lanes, next: 0 }
    }

    /// Fold in one result.
    pub fn add<T: Absorb>(&mut self, value: T) {
        value.absorb(self);
    }

    /// The accumulated 32 bytes.
    pub fn finish(self) -> [u8; 32] {
        let mut bytes = [0; 32];
        for (chunk, lane) in bytes.chunks_mut(8).zip(self.lanes) {
            chunk.copy_from_slice(&lane.to_le_bytes());
        }
        bytes
    }

    #[inline(never)]
    fn fold(&mut self, word: u64) {
        let following = (self.next + 1) % 4;
        let mixed = (self.lanes[self.next] ^ word).wrapping_mul(0x9FB2_1C65_1E98_DF25);
        self.lanes[self.next] = mixed ^ (mixed >> 29);
        self.lanes[following] = self.lanes[following].rotate_left(17) ^ self.lanes[self.next];
        self.next = following;
    }
}

impl Default for Digest {
    fn default() -> Self {
        Self::new()
    }
}

/// A result that can be folded in.
pub trait Absorb {
    /// Fold every bit of the value.
    fn absorb(self, digest: &mut Digest);
}

macro_rules! absorb_words {
    ($($integer:ty)*) => { $(
        impl Absorb for $integer {
            fn absorb(self, digest: &mut Digest) {
                digest.fold(self as u64);
            }
        }
    )* };
}
absorb_words!(bool u8 i8 u16 i16 u32 i32 u64 i64 usize);

impl Absorb for u128 {
    fn absorb(self, digest: &mut Digest) {
        digest.fold(self as u64);
        digest.fold((self >> 64) as u64);
    }
}

impl Absorb for i128 {
    fn absorb(self, digest: &mut Digest) {
        (self as u128).absorb(digest);
    }
}

impl<T: Absorb> Absorb for Option<T> {
    fn absorb(self, digest: &mut Digest) {
        self.is_some().absorb(digest);
        if let Some(value) = self {
            value.absorb(digest);
        }
    }
}

impl<A: Absorb, B: Absorb> Absorb for (A, B) {
    fn absorb(self, digest: &mut Digest) {
        self.0.absorb(digest);
        self.1.absorb(digest);
    }
}

impl Absorb for &[u8] {
    fn absorb(self, digest: &mut Digest) {
        self.len().absorb(digest);
        for chunk in self.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            u64::from_le_bytes(word).absorb(digest);
        }
    }
}

impl Absorb for &str {
    fn absorb(self, digest: &mut Digest) {
        self.as_bytes().absorb(digest);
    }
}

impl Absorb for core::cmp::Ordering {
    fn absorb(self, digest: &mut Digest) {
        (self as i8).absorb(digest);
    }
}
