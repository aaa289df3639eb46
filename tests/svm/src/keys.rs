//! The key pairs of the tests, by name. The seed of a key is its name, so every run has the same ones.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex};

use anchor_lang::prelude::Pubkey;
use solana_keypair::{Keypair, keypair_from_seed};
use solana_signer::Signer;

static RING: LazyLock<Mutex<HashMap<Pubkey, [u8; 32]>>> = LazyLock::new(Mutex::default);

/// The address of the key with this name, at most 32 bytes. Transactions find the key again by it.
pub fn wallet(name: &str) -> Pubkey {
    let mut seed = [0; 32];
    seed[..name.len()].copy_from_slice(name.as_bytes());
    let address = keypair_from_seed(&seed).unwrap().pubkey();
    RING.lock().unwrap().insert(address, seed);
    address
}

/// Whether [`wallet`] has given this address.
pub fn is_wallet(address: &Pubkey) -> bool {
    RING.lock().unwrap().contains_key(address)
}

/// The key pair of an address that [`wallet`] has given.
pub fn key_of(address: &Pubkey) -> Keypair {
    let seed = RING.lock().unwrap().get(address).copied();
    let seed = seed.unwrap_or_else(|| panic!("no key of these tests has the address {address}"));
    keypair_from_seed(&seed).unwrap()
}
