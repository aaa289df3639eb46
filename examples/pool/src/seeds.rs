//! The seeds of every address that this program derives.

/// `Pool`: seed, mint of the share, mint of the payment token, fee as little-endian `u16`. The fee is part of the
/// address so that nobody can take a pair's only place with a fee of his own.
pub const POOL: &[u8] = b"pool";
/// Mint of the liquidity tokens: seed, pool.
pub const LIQUIDITY: &[u8] = b"liquidity";
