//! Amounts in JSON: as text, because many readers of JSON round whole numbers above 2^53.

use serde::{Deserialize, Serialize};

/// Base units, written as text in decimal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Amount(pub u64);

impl From<Amount> for String {
    fn from(amount: Amount) -> Self {
        amount.0.to_string()
    }
}

impl TryFrom<String> for Amount {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        match text.parse() {
            Ok(value) => Ok(Self(value)),
            Err(_) => Err(format!("\"{text}\" is not a whole number up to 18446744073709551615")),
        }
    }
}
