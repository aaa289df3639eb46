//! Accounts that several instructions take alike, and who may act on them.

mod authority;
mod change_policy;
mod change_record;
mod change_registry;
mod new_record;
mod officer;

pub(crate) use authority::*;
pub use change_policy::*;
pub use change_record::*;
pub use change_registry::*;
pub use new_record::*;
pub(crate) use officer::*;
