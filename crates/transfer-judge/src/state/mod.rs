//! The two accounts that a transfer reads. Each has a version byte, its stored bump, and a test that pins
//! its discriminator and byte layout.

pub mod holder;
pub mod policy;

pub use holder::*;
pub use policy::*;
