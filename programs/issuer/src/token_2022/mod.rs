//! What Token-2022 is asked to do, and what it is believed to say.
//!
//! - `create_mint`: the mint with its extensions
//! - `metadata`: the metadata that it carries
//! - `multiplier`: the scaled UI amount, with floats only ever as bits

mod create_mint;
mod metadata;
mod multiplier;

pub use create_mint::*;
pub use metadata::*;
pub use multiplier::*;
