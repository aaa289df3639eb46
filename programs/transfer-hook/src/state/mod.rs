//! The accounts of this program. Each has a version byte, its stored bump, and a test that pins its
//! discriminator and byte layout.

pub mod holder;
pub mod policy;
pub mod registrar;
pub mod registry;

pub use holder::*;
pub use policy::*;
pub use registrar::*;
pub use registry::*;
