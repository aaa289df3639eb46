//! The accounts of this program. Each has a version byte, its stored bump, and a test that pins its
//! discriminator and byte layout.

pub mod asset;
pub mod corporate_action;
pub mod issuer;
pub mod role;

pub use asset::*;
pub use corporate_action::*;
pub use issuer::*;
pub use role::*;
