//! What several instructions take or do alike.
//!
//! - [`ChangeIssuer`], [`ChangeStatus`], [`PolicyByRole`]: all accounts of several instructions
//! - [`Staff`], [`Issue`], [`BurnEscrow`], [`ReturnShares`], [`ReturnPayment`], [`Hooked`]: groups of accounts,
//!   with what is done with them
//! - `custody`: supply against attested reserves
//! - `tokens`: moving tokens, and escrows

mod burn_escrow;
mod change_issuer;
mod change_status;
pub(crate) mod custody;
mod hooked;
mod issue;
mod policy_by_role;
mod return_payment;
mod return_shares;
mod staff;
pub(crate) mod tokens;

pub use burn_escrow::*;
pub use change_issuer::*;
pub use change_status::*;
pub use hooked::*;
pub use issue::*;
pub use policy_by_role::*;
pub use return_payment::*;
pub use return_shares::*;
pub use staff::*;
