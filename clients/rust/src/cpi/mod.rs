//! For programs that hold or move shares: pools, lenders, escrows. Feature `cpi`; compiles for the chain.
//!
//! - [`HookAccounts`]: the five accounts that a transfer takes beyond Token-2022's own, by name or from the
//!   remaining accounts; the client's side of it is [`hook_accounts`](crate::hook::hook_accounts)
//! - [`ShareTransfer`]: a transfer of shares, to [send](ShareTransfer::send) or to [ask about](ShareTransfer::check)
//!   first
//! - [`read_asset`], [`multiplier_in_force`]: how many shares a raw unit stands for, read from an account
//! - [`assert_multiplier`]: the same asked of the issuer program, for a program that wants to know no layout
//! - [`Multiplier`], [`Rounding`]: raw units to shares and back, exactly
//!
//! A refusal needs no handling: Token-2022 fails with the hook's code, and the whole transaction with it. The
//! codes are in `docs/reference/refusals.md`; those of this module are 8000 to 8099.
//!
//! `examples/pool` is a venue that uses all of it.

mod asset;
mod error;
mod hook_accounts;
mod multiplier;
mod transfer;

pub use asset::{multiplier_in_force, read_asset};
pub use error::CpiError;
pub use hook_accounts::HookAccounts;
pub use multiplier::assert_multiplier;
pub use scrip_issuer::program::ScripIssuer;
pub use scrip_issuer::state::{ASSET_DECIMALS, Asset};
pub use scrip_rules::multiplier::{Multiplier, Rounding};
pub use scrip_rules::refusal::Refusal;
pub use scrip_transfer_hook::program::ScripTransferHook;
pub use transfer::ShareTransfer;
