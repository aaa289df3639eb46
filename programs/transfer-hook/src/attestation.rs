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

#[cfg(test)]
mod tests {
    use super::*;

    /// The bytes of an attestation with these data, its other fields as in [`expected`].
    fn attestation(data: &[u8]) -> Vec<u8> {
        let len = u32::try_from(data.len()).unwrap().to_le_bytes();
        [
            &[2][..],
            &[3; 32],
            &[4; 32],
            &[5; 32],
            &len,
            data,
            &[6; 32],
            &(-7i64).to_le_bytes(),
            &[8; 32],
        ]
        .concat()
    }

    fn expected(data: &[u8]) -> Attestation<'_> {
        Attestation {
            nonce: &[3; 32],
            credential: &[4; 32],
            schema: &[5; 32],
            data,
            signer: &[6; 32],
            expiry: -7,
        }
    }

    /// The bytes of a credential.
    fn credential(name: &[u8], signers: &[[u8; 32]]) -> Vec<u8> {
        let len = |len: usize| u32::try_from(len).unwrap().to_le_bytes();
        [&[0][..], &[9; 32], &len(name.len()), name, &len(signers.len()), signers.as_flattened()]
            .concat()
    }

    fn with_u32(mut bytes: Vec<u8>, place: usize, value: u32) -> Vec<u8> {
        bytes[place..][..4].copy_from_slice(&value.to_le_bytes());
        bytes
    }

    #[test]
    fn an_attestation_is_read_whole() {
        for data in [&[][..], &[1], &[1; 19], &[1; 1_000]] {
            let bytes = attestation(data);
            assert_eq!(bytes.len(), 173 + data.len());
            assert_eq!(Attestation::read(&bytes), Some(expected(data)));
        }
    }

    #[test]
    fn an_attestation_of_another_length_is_none() {
        let bytes = attestation(&[1; 19]);
        for len in 0..bytes.len() {
            assert_eq!(Attestation::read(&bytes[..len]), None, "{len} bytes");
        }
        for more in [1, 31, 32, 33] {
            let longer = [&bytes[..], &vec![0; more]].concat();
            assert_eq!(Attestation::read(&longer), None, "{more} bytes more");
        }
    }

    #[test]
    fn an_attestation_with_another_tag_is_none() {
        for tag in (0..=u8::MAX).filter(|tag| *tag != 2) {
            let mut bytes = attestation(&[1; 19]);
            bytes[0] = tag;
            assert_eq!(Attestation::read(&bytes), None, "tag {tag}");
        }
        assert_eq!(Attestation::read(&credential(b"name", &[[6; 32]; 5])), None);
    }

    #[test]
    fn the_length_of_the_data_leaves_exactly_the_rest() {
        // 19 bytes of data, and 72 behind them.
        for len in (0..=100).chain([1 << 31, u32::MAX - 97, u32::MAX]) {
            let bytes = with_u32(attestation(&[1; 19]), 97, len);
            assert_eq!(Attestation::read(&bytes).is_some(), len == 19, "length {len}");
        }
    }

    #[test]
    fn facts_are_nineteen_bytes() {
        let bytes = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19];
        let identity = [4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19];
        let facts = AttestedFacts { jurisdiction: 0x0201, investor_classes: 3, identity };
        assert_eq!(AttestedFacts::read(&bytes), Some(facts));
        for len in (0..40).filter(|len| *len != 19) {
            assert_eq!(AttestedFacts::read(&vec![1; len]), None, "{len} bytes");
        }
    }

    #[test]
    fn a_credential_authorises_whom_it_lists() {
        for name in [&b""[..], b"n", b"name of a credential"] {
            let nobody = credential(name, &[]);
            assert!(!authorises(&nobody, &[1; 32]) && !authorises(&nobody, &[0; 32]));
            let listed = [[1; 32], [2; 32], [3; 32]];
            let three = credential(name, &listed);
            assert!(listed.iter().all(|signer| authorises(&three, signer)));
            // Neither its authority nor bytes that lie across two signers.
            let mut across = [1; 32];
            across[16..].fill(2);
            for other in [[9; 32], [4; 32], across] {
                assert!(!authorises(&three, &other));
            }
        }
    }

    #[test]
    fn a_credential_that_ends_too_early_authorises_nobody() {
        let whole = credential(b"name", &[[1; 32], [2; 32]]);
        for len in 0..whole.len() {
            assert!(!authorises(&whole[..len], &[1; 32]), "{len} bytes");
        }
    }

    #[test]
    fn what_lies_behind_the_list_does_not_count() {
        // As when the service has removed the second of two signers and left the account as long as it was.
        let shortened = with_u32(credential(b"name", &[[1; 32], [2; 32]]), 41, 1);
        assert!(authorises(&shortened, &[1; 32]));
        assert!(!authorises(&shortened, &[2; 32]));
    }

    #[test]
    fn a_credential_with_wrong_lengths_or_another_tag_authorises_nobody() {
        let whole = credential(b"name", &[[1; 32]]);
        for (place, right) in [(33, 4), (41, 1)] {
            for len in (right + 1..100).chain([1 << 27, (1 << 27) + 1, u32::MAX]) {
                let bytes = with_u32(whole.clone(), place, len);
                assert!(!authorises(&bytes, &[1; 32]), "length {len} at {place}");
            }
        }
        for tag in 1..=u8::MAX {
            let mut bytes = whole.clone();
            bytes[0] = tag;
            assert!(!authorises(&bytes, &[1; 32]), "tag {tag}");
        }
    }
}
