//! The accounts of this program. Each has a version byte, its stored bump, and a test that pins its
//! discriminator and byte layout.

pub mod asset;
pub mod corporate_action;
pub mod custodian;
pub mod issuer;
pub mod mint_proposal;
pub mod minter;
pub mod payment_mint;
pub mod pending_change;
pub mod redemption;
pub mod reserve_attestation;
pub mod role;
pub mod subscription;

pub use asset::*;
pub use corporate_action::*;
pub use custodian::*;
pub use issuer::*;
pub use mint_proposal::*;
pub use minter::*;
pub use payment_mint::*;
pub use pending_change::*;
pub use redemption::*;
pub use reserve_attestation::*;
pub use role::*;
pub use subscription::*;
