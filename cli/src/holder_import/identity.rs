//! Whose wallet it is, as 16 bytes that are the same for all wallets of one person.
//!
//! They are public for ever. A plain hash of a passport or customer number is no secret, as all numbers can be tried;
//! a text is therefore only taken with a salt, a secret that stays with the registrar:
//!
//! ```text
//! identity = first 16 bytes of HMAC-SHA-256(key = the salt file's bytes, message = the text in UTF-8)
//! ```
//!
//! The key leaves out white space at the file's end.

use std::path::Path;

use anyhow::{Context as _, ensure};
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

/// Bytes of an identity.
pub const LENGTH: usize = 16;
/// As many bytes as nobody tries out.
const SHORTEST_SALT: usize = 16;

/// What turns the names of persons into identities.
#[derive(Clone, Debug)]
pub struct Salt(Hmac<Sha256>);

impl Salt {
    /// Reads a salt from its file.
    ///
    /// # Errors
    /// If the file cannot be read, or is too short to be a secret.
    pub fn read(file: &Path) -> anyhow::Result<Self> {
        let bytes = std::fs::read(file)
            .with_context(|| format!("--identity-salt: cannot read {}", file.display()))?;
        let key = bytes.trim_ascii_end();
        ensure!(
            key.len() >= SHORTEST_SALT,
            "--identity-salt: {} has {} bytes, and a salt has {SHORTEST_SALT} or more: make one with `openssl rand -hex 32`",
            file.display(),
            key.len()
        );
        Self::new(key)
    }

    /// A salt of these bytes.
    ///
    /// # Errors
    /// None: a key of any length will do.
    pub fn new(key: &[u8]) -> anyhow::Result<Self> {
        Ok(Self(Hmac::new_from_slice(key).context("--identity-salt")?))
    }

    fn identity(&self, text: &str) -> [u8; LENGTH] {
        let hash = self.0.clone().chain_update(text.as_bytes()).finalize().into_bytes();
        let mut identity = [0; LENGTH];
        for (byte, of_hash) in identity.iter_mut().zip(hash) {
            *byte = of_hash;
        }
        identity
    }
}

/// 32 hexadecimal digits as they are; any other text through the salt.
///
/// # Errors
/// What is wrong with it.
pub fn parse(text: &str, salt: Option<&Salt>) -> Result<[u8; LENGTH], String> {
    if text.is_empty() {
        return Err(
            "it is empty: all wallets of one person have one identity, and nobody has none"
                .to_owned(),
        );
    }
    if let Some(bytes) = hexadecimal(text) {
        if bytes == [0; LENGTH] {
            return Err("it is all zeros, which is nobody's identity".to_owned());
        }
        return Ok(bytes);
    }
    let salt = salt.ok_or_else(|| {
        format!(
            "`{text}` is not 32 hexadecimal digits: name the secret that texts are hashed with by --identity-salt FILE"
        )
    })?;
    Ok(salt.identity(text))
}

fn hexadecimal(text: &str) -> Option<[u8; LENGTH]> {
    let digits = text.strip_prefix("0x").unwrap_or(text);
    let mut bytes = [0; LENGTH];
    if digits.len() != LENGTH.saturating_mul(2)
        || !digits.bytes().all(|byte| byte.is_ascii_hexdigit())
    {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(digits.as_bytes().chunks(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(bytes)
}

/// As hexadecimal digits.
#[must_use]
pub fn shown(bytes: &[u8; LENGTH]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
