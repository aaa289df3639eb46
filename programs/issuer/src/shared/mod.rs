//! Accounts that several instructions take alike.

mod change_issuer;
mod policy_by_role;

pub use change_issuer::*;
pub use policy_by_role::*;
