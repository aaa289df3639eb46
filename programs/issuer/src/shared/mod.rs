//! Accounts that several instructions take alike.

mod policy_by_role;

pub use policy_by_role::*;
