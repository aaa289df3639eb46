//! The accounts of this program. Each has a version byte, its stored bump, and a test that pins its
//! discriminator and byte layout. The two that a transfer reads are defined beside the judgement, in
//! `scrip_transfer_judge`.

pub mod checks;
pub mod registrar;
pub mod registry;
pub mod trusted_credential;
pub mod venue_program;

pub use checks::*;
pub use registrar::*;
pub use registry::*;
pub use scrip_transfer_judge::state::*;
pub use trusted_credential::*;
pub use venue_program::*;
