//! The seeds of every address that this program derives. They live here and nowhere else.

/// `Registry`: seed, creator, index as little-endian `u16`.
pub const REGISTRY: &[u8] = b"registry";
/// `Registrar`: seed, registry, key of the officer.
pub const REGISTRAR: &[u8] = b"registrar";
/// `Holder`: seed, registry, wallet.
pub const HOLDER: &[u8] = b"holder";
/// `Policy`: seed, mint.
pub const POLICY: &[u8] = b"policy";
/// The validation account of the transfer-hook interface: seed, mint.
pub const EXTRA_ACCOUNT_METAS: &[u8] = b"extra-account-metas";
