//! What several instructions take or do alike.
//!
//! - [`ChangeIssuer`], [`ChangeStatus`], [`PolicyByRole`]: all accounts of several instructions
//! - [`Staff`], [`Issue`], [`BurnEscrow`], [`ReturnShares`], [`ReturnPayment`], [`Hooked`]: groups of accounts,
//!   with what is done with them; of corporate actions [`ActionByRole`], [`PayoutVault`], [`ReturnPayout`],
//!   [`ReturnTender`]
//! - `rent`: lamports for accounts that are created or grow
//! - `register`: whom it lets give shares up and be paid
//! - `custody`: supply against attested reserves
//! - `tokens`: moving tokens, and escrows

mod action_by_role;
mod burn_escrow;
mod change_issuer;
mod change_status;
pub(crate) mod custody;
mod hooked;
mod issue;
mod payout_vault;
mod policy_by_role;
pub(crate) mod register;
pub(crate) mod rent;
mod return_payment;
mod return_payout;
mod return_shares;
mod return_tender;
mod staff;
pub(crate) mod tokens;

pub use action_by_role::*;
pub use burn_escrow::*;
pub use change_issuer::*;
pub use change_status::*;
pub use hooked::*;
pub use issue::*;
pub use payout_vault::*;
pub use policy_by_role::*;
pub use return_payment::*;
pub use return_payout::*;
pub use return_shares::*;
pub use return_tender::*;
pub use staff::*;
