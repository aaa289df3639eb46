//! The shapes of the answers of an RPC node, and what is worth another attempt.

use std::fmt;

use anchor_lang::prelude::Pubkey;
use anyhow::{Error, anyhow};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde::Deserialize;

/// Codes of Solana's JSON-RPC for a node that is behind, and will have caught up soon.
const BEHIND: [i64; 3] = [-32004, -32005, -32016];

/// Why a call has no result.
pub enum Failure {
    /// It did not get through, and may the next time.
    Passing(Error),
    /// It will fail again.
    Lasting(Error),
}

/// An answer of JSON-RPC 2.0.
#[derive(Deserialize)]
pub struct Answer<T> {
    result: Option<T>,
    error: Option<Refusal>,
}

#[derive(Deserialize)]
struct Refusal {
    code: i64,
    message: String,
}

/// A value, and the slot that it is of.
#[derive(Deserialize)]
pub struct AtSlot<T> {
    /// What the node read it at.
    pub context: Slot,
    /// What it read.
    pub value: T,
}

/// The context of a value.
#[derive(Deserialize)]
pub struct Slot {
    /// Its slot.
    pub slot: u64,
}

/// An amount of a token.
#[derive(Deserialize)]
pub struct TokenAmount {
    /// Raw units.
    pub amount: String,
    /// Of the mint.
    pub decimals: u8,
}

/// An account, and its address.
#[derive(Deserialize)]
#[serde(try_from = "KeyedAccount")]
pub struct Keyed {
    /// The address.
    pub address: Pubkey,
    /// Its data, or the slice that was asked for.
    pub data: Vec<u8>,
}

#[derive(Deserialize)]
struct KeyedAccount {
    pubkey: String,
    account: AccountData,
}

#[derive(Deserialize)]
struct AccountData {
    /// The data, and how it is encoded.
    data: (String, String),
}

impl TryFrom<KeyedAccount> for Keyed {
    type Error = String;

    fn try_from(KeyedAccount { pubkey, account }: KeyedAccount) -> Result<Self, String> {
        let (data, encoding) = account.data;
        if encoding != "base64" {
            return Err(format!("the data of {pubkey} is in {encoding}, and base64 was asked for"));
        }
        let data = BASE64_STANDARD
            .decode(&data)
            .map_err(|error| format!("the data of {pubkey} is not base64: {error}"))?;
        let address = pubkey.parse().map_err(|_| format!("\"{pubkey}\" is no address"))?;
        Ok(Self { address, data })
    }
}

impl<T> Answer<T> {
    /// The result, or why there is none.
    pub fn into_result(self) -> Result<T, Failure> {
        match (self.result, self.error) {
            (Some(result), None) => Ok(result),
            (_, Some(Refusal { code, message })) => {
                let error = anyhow!("the node refuses: {message} (code {code})");
                Err(if BEHIND.contains(&code) {
                    Failure::Passing(error)
                } else {
                    Failure::Lasting(error)
                })
            }
            (None, None) => {
                Err(Failure::Lasting(anyhow!("the answer has neither result nor error")))
            }
        }
    }
}

impl Failure {
    /// Whether the call is worth another attempt.
    pub const fn is_passing(&self) -> bool {
        matches!(self, Self::Passing(_))
    }

    /// The reason.
    pub fn into_error(self) -> Error {
        let (Self::Passing(error) | Self::Lasting(error)) = self;
        error
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Self::Passing(error) | Self::Lasting(error)) = self;
        error.fmt(f)
    }
}

impl From<ureq::Error> for Failure {
    fn from(error: ureq::Error) -> Self {
        match error {
            // Too many requests, and a node or its proxy out of order.
            ureq::Error::StatusCode(429 | 500..=599)
            | ureq::Error::Io(_)
            | ureq::Error::Timeout(_)
            | ureq::Error::ConnectionFailed => Self::Passing(error.into()),
            _ => Self::Lasting(error.into()),
        }
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        // An answer that breaks off is a broken connection.
        if error.is_io() || error.is_eof() {
            return Self::Passing(Error::from(error).context("the answer breaks off"));
        }
        Self::Lasting(Error::from(error).context("the answer is malformed"))
    }
}
