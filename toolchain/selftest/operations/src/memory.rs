//! Copies, moves, fills and comparisons of many sizes, and values at odd addresses.

use alloc::vec;
use core::hint::black_box;

use crate::{Digest, Random};

const SIZE: usize = 700;
const HALF: usize = SIZE / 2;

/// Blocks of 0 to 299 bytes at every alignment, overlapping and not.
pub fn blocks(random: &mut Random, digest: &mut Digest) {
    let (mut one, mut two) = (vec![0; SIZE], vec![0; SIZE]);
    random.fill(&mut one);
    for _ in 0..40 {
        let most = [20, 100, 300][random.below(3) as usize];
        let length = random.below(most) as usize;
        let from = random.below(300) as usize;
        let to = random.below(300) as usize;
        two[to..to + length].copy_from_slice(&one[from..from + length]);
        one.copy_within(from..from + length, to);
        digest.add(one[from..from + length].cmp(&two[from..from + length]));
        digest.add(one[to..to + length] == two[to..to + length]);
        if random.below(2) == 0 {
            one[from..from + length / 2].fill(random.bits() as u8);
        }
        if random.below(2) == 0 {
            let (low, high) = two.split_at_mut(HALF);
            low[..length].swap_with_slice(&mut high[..length]);
        }
        digest.add(&one[to..to + 24]);
    }
    digest.add(&one[..]);
    digest.add(&two[..]);
}

/// Integers of every width read from any offset in either byte order.
pub fn unaligned(random: &mut Random, digest: &mut Digest) {
    let mut bytes = [0; 48];
    random.fill(&mut bytes);
    let bytes = black_box(bytes);
    let view = &bytes[random.below(17) as usize..];
    digest.add(view.first_chunk().map(|b| u64::from_le_bytes(*b)));
    digest.add(view[1..].first_chunk().map(|b| u64::from_be_bytes(*b)));
    digest.add(view[3..].first_chunk().map(|b| u32::from_be_bytes(*b)));
    digest.add(view[5..].first_chunk().map(|b| u16::from_le_bytes(*b)));
    digest.add(view[2..].first_chunk().map(|b| u128::from_be_bytes(*b)));
    digest.add(view[9..].first_chunk().map(|b| i32::from_le_bytes(*b)));
    digest.add(view[9..].first_chunk().map(|b| i16::from_be_bytes(*b)));
    let words: [u32; 12] = core::array::from_fn(|i| u32::from(bytes[4 * i]) << (i % 25));
    digest.add(words.iter().fold(0_u32, |sum, word| sum.rotate_left(3) ^ word));
}
