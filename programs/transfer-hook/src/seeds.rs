//! The seeds of every address that this program derives. They live here and nowhere else.

/// `Registry`: seed, creator, index as little-endian `u16`.
pub const REGISTRY: &[u8] = b"registry";
/// `Registrar`: seed, registry, key of the officer.
pub const REGISTRAR: &[u8] = b"registrar";
/// `Holder`: seed, registry, wallet or venue.
pub const HOLDER: &[u8] = b"holder";
/// `VenueProgram`: seed, registry, program.
pub const VENUE_PROGRAM: &[u8] = b"venue-program";
/// `TrustedCredential`: seed, registry, number as one byte.
pub const TRUSTED_CREDENTIAL: &[u8] = b"trusted-credential";
/// `Policy`: seed, mint.
pub const POLICY: &[u8] = b"policy";
/// The validation account of the transfer-hook interface: seed, mint.
pub const EXTRA_ACCOUNT_METAS: &[u8] = b"extra-account-metas";
