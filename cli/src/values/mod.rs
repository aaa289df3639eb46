//! Values as people write them: amounts, times, addresses, references.
//!
//! - [`amount`]: shares as decimals and raw units, never mixed up
//! - [`time`]: RFC 3339, unix seconds, or so long from now
//! - [`country`], [`class`]: countries by their letters, investor classes by their names
//! - [`fraction`], [`limit`]: ratios and percentages; how many at most
//! - [`permission`]: what staff and registrars may do, by name
//! - [`reference`]: case references and hashes of documents, 32 bytes

pub mod amount;
pub mod class;
pub mod country;
pub mod fraction;
pub mod limit;
pub mod permission;
pub mod reference;
pub mod time;
