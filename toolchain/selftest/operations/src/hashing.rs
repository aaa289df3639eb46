//! Hash functions in software: long dependent chains of rotations and additions.

use sha2::Digest as _;

use crate::{Digest, Random};

/// SHA-256 and SHA-512 of up to 80 bytes.
pub fn sha2(random: &mut Random, digest: &mut Digest) {
    let (message, length) = message(random);
    let short: [u8; 32] = sha2::Sha256::digest(&message[..length]).into();
    let long: [u8; 64] = sha2::Sha512::digest(&message[..length]).into();
    digest.add(&short[..]);
    digest.add(&long[..]);
}

/// Keccak-256 of up to 80 bytes.
pub fn keccak(random: &mut Random, digest: &mut Digest) {
    let (message, length) = message(random);
    let hash: [u8; 32] = sha3::Keccak256::digest(&message[..length]).into();
    digest.add(&hash[..]);
}

fn message(random: &mut Random) -> ([u8; 80], usize) {
    let mut message = [0; 80];
    random.fill(&mut message);
    (message, random.below(81) as usize)
}
