//! The accounts of this program. Each has a version byte, its stored bump, and a test that pins its
//! discriminator and byte layout. Only the version pinned is read ([`version`]); accounts of an earlier one are
//! converted by [`crate::migration`].

#[macro_use]
pub mod version;

pub mod action_terms;
pub mod asset;
pub mod claim_page;
pub mod corporate_action;
pub mod custodian;
pub mod holder_election;
pub mod issuer;
pub mod mint_proposal;
pub mod minter;
pub mod payment_mint;
pub mod payout;
pub mod pending_change;
pub mod redemption;
pub mod reserve_attestation;
pub mod role;
pub mod subscription;
pub mod tender;

pub use action_terms::*;
pub use asset::*;
pub use claim_page::*;
pub use corporate_action::*;
pub use custodian::*;
pub use holder_election::*;
pub use issuer::*;
pub use mint_proposal::*;
pub use minter::*;
pub use payment_mint::*;
pub use payout::*;
pub use pending_change::*;
pub use redemption::*;
pub use reserve_attestation::*;
pub use role::*;
pub use subscription::*;
pub use tender::*;
