//! Accounts of the Solana Attestation Service, read from bytes: just the fields that an import needs.
//!
//! Layout (the service's `program/src/state/`, little-endian, without padding; a byte string or a list is
//! preceded by its length as `u32`):
//! - credential: 0, authority, name, authorised signers;
//! - attestation: 2, nonce, credential, schema, data, signer, expiry as `i64` (0: never), token account.
//!
//! The service checks nothing after it has created an attestation: neither the expiry nor whether the signer
//! is still authorised. Revoking one closes its account, which may be created anew at the same address.

use anchor_lang::prelude::{Pubkey, pubkey};

/// The Solana Attestation Service.
pub const ATTESTATION_SERVICE: Pubkey = pubkey!("22zoJMtdu4tQc2PzL74ZUT7FrwgB1Udec8DdW4yw4BdG");
/// Seed of an attestation, before credential, schema and nonce.
pub const ATTESTATION: &[u8] = b"attestation";

const CREDENTIAL_TAG: u8 = 0;
const ATTESTATION_TAG: u8 = 2;
const ADDRESS: usize = 32;

/// What an attestation says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attestation<'a> {
    /// By convention, and for Scrip, the wallet.
    pub nonce: &'a [u8; 32],
    /// Who attests.
    pub credential: &'a [u8; 32],
    /// What is attested.
    pub schema: &'a [u8; 32],
    /// The values of the schema's fields.
    pub data: &'a [u8],
    /// Which of the credential's signers has signed.
    pub signer: &'a [u8; 32],
    /// Unix seconds; 0: never.
    pub expiry: i64,
}

impl<'a> Attestation<'a> {
    /// Reads the data of an account that the service owns.
    pub fn read(data: &'a [u8]) -> Option<Self> {
        let (tag, rest) = data.split_first()?;
        let (nonce, rest) = rest.split_first_chunk::<ADDRESS>()?;
        let (credential, rest) = rest.split_first_chunk::<ADDRESS>()?;
        let (schema, rest) = rest.split_first_chunk::<ADDRESS>()?;
        let (data, rest) = byte_string(rest)?;
        let (signer, rest) = rest.split_first_chunk::<ADDRESS>()?;
        let (expiry, token_account) = rest.split_first_chunk::<8>()?;
        let whole = *tag == ATTESTATION_TAG && token_account.len() == ADDRESS;
        let expiry = i64::from_le_bytes(*expiry);
        whole.then_some(Self { nonce, credential, schema, data, signer, expiry })
    }
}

/// What Scrip's schema attests of a wallet: its fields are `u16`, `u8` and `u128`, in this order (layout
/// codes 1, 0, 4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AttestedFacts {
    /// Residence, ISO 3166-1 numeric.
    pub jurisdiction: u16,
    /// Bits of `scrip_rules::classes`.
    pub investor_classes: u8,
    /// Hash of the identity, the same for all wallets of one person.
    pub identity: [u8; 16],
}

impl AttestedFacts {
    /// Reads an attestation's data.
    pub fn read(data: &[u8]) -> Option<Self> {
        let (jurisdiction, rest) = data.split_first_chunk::<2>()?;
        let (investor_classes, identity) = rest.split_first()?;
        Some(Self {
            jurisdiction: u16::from_le_bytes(*jurisdiction),
            investor_classes: *investor_classes,
            identity: identity.try_into().ok()?,
        })
    }
}

/// Whether a credential's account, which the service owns, lists this signer as authorised.
pub fn authorises(credential: &[u8], signer: &[u8; 32]) -> bool {
    fn signers(credential: &[u8]) -> Option<&[[u8; ADDRESS]]> {
        let (tag, rest) = credential.split_first()?;
        let (_authority, rest) = rest.split_first_chunk::<ADDRESS>()?;
        let (_name, rest) = byte_string(rest)?;
        let (count, rest) = rest.split_first_chunk::<4>()?;
        let (signers, _) = rest.as_chunks::<ADDRESS>();
        let listed = signers.get(..usize::try_from(u32::from_le_bytes(*count)).ok()?)?;
        (*tag == CREDENTIAL_TAG).then_some(listed)
    }
    signers(credential).is_some_and(|signers| signers.contains(signer))
}

fn byte_string(data: &[u8]) -> Option<(&[u8], &[u8])> {
    let (len, rest) = data.split_first_chunk::<4>()?;
    rest.split_at_checked(usize::try_from(u32::from_le_bytes(*len)).ok()?)
}
