//! Accounts that several instructions take alike.

mod change_policy;
mod change_record;
mod change_registry;
mod new_record;

pub use change_policy::*;
pub use change_record::*;
pub use change_registry::*;
pub use new_record::*;
