//! Comparing addresses. As bytes that is a system call; as four words it is a few instructions.

/// Whether two addresses are the same, for where they are expected to be: one branch, at the end.
#[inline(always)]
pub fn same(a: &[u8; 32], b: &[u8; 32]) -> bool {
    let (a, _) = a.as_chunks::<8>();
    let (b, _) = b.as_chunks::<8>();
    a.iter().zip(b).map(differing_bits).fold(0, |differing, word| differing | word) == 0
}

/// The same, for where they are expected to differ, and mostly do so in the first word.
#[inline(always)]
pub fn same_for_once(a: &[u8; 32], b: &[u8; 32]) -> bool {
    let (a, _) = a.as_chunks::<8>();
    let (b, _) = b.as_chunks::<8>();
    a.iter().zip(b).all(|words| differing_bits(words) == 0)
}

#[inline(always)]
fn differing_bits((a, b): (&[u8; 8], &[u8; 8])) -> u64 {
    u64::from_le_bytes(*a) ^ u64::from_le_bytes(*b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_counts() {
        let address = [7; 32];
        assert!(same(&address, &address) && same_for_once(&address, &address));
        for place in 0..32 {
            let mut other = address;
            other[place] ^= 1;
            assert!(!same(&address, &other) && !same_for_once(&address, &other), "{place}");
        }
    }
}
