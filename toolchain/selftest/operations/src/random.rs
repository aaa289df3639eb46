//! A small generator (SplitMix64) whose values favour the edges of the integer ranges.

/// Source of inputs; the same seed gives the same inputs on every machine.
pub struct Random(u64);

impl Random {
    /// A generator for one seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Uniform 64 bits.
    #[inline(never)]
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// Uniform below `bound`, which is not zero.
    pub fn below(&mut self, bound: u64) -> u64 {
        self.bits() % bound
    }

    /// 64 bits of a random width, with the extreme values far more often than chance.
    pub fn word(&mut self) -> u64 {
        let choice = self.bits();
        let width = choice % 64;
        match choice >> 8 & 15 {
            0 => 0,
            1 => 1,
            2 => u64::MAX,
            3 => i64::MAX as u64,
            4 => i64::MIN as u64,
            5 => u64::from(u32::MAX),
            6 => 1 << width,
            7 => (1 << width) - 1,
            _ => self.bits() >> width,
        }
    }

    /// 128 bits of a random width, with the extreme values far more often than chance.
    pub fn wide(&mut self) -> u128 {
        let choice = self.bits();
        let width = choice % 128;
        match choice >> 8 & 15 {
            0 => 0,
            1 => 1,
            2 => u128::MAX,
            3 => i128::MAX as u128,
            4 => i128::MIN as u128,
            5 => u128::from(u64::MAX),
            6 => 1 << width,
            7 => (1 << width) - 1,
            _ => (u128::from(self.bits()) << 64 | u128::from(self.bits())) >> width,
        }
    }

    /// Fill a buffer with uniform bytes.
    pub fn fill(&mut self, buffer: &mut [u8]) {
        for chunk in buffer.chunks_mut(8) {
            chunk.copy_from_slice(&self.bits().to_le_bytes()[..chunk.len()]);
        }
    }
}
