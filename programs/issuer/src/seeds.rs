//! The seeds of every address that this program derives. They live here and nowhere else.

/// `Issuer`: seed, creator, index as little-endian `u16`.
pub const ISSUER: &[u8] = b"issuer";
/// `Role`: seed, issuer, member.
pub const ROLE: &[u8] = b"role";
/// `Asset`: seed, mint.
pub const ASSET: &[u8] = b"asset";
/// `CorporateAction`: seed, asset, sequence as little-endian `u32`.
pub const ACTION: &[u8] = b"action";
