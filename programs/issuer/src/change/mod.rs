//! Every setting of an issuer and its assets that can be changed, in one list: how it stands, whether a
//! change loosens, and how it is written. What loosens waits in the timelock; what tightens is done at once.
//!
//! - [`Change`]: the list, and which of them loosens
//! - [`ChangeTargets`]: the accounts that a change reads and writes
//! - `write`: reading how a setting stands, and writing it
//! - `policy`: the two that another program keeps

mod list;
mod loosening;
mod policy;
mod targets;
mod write;

pub use list::*;
pub use targets::*;
