//! Squads v4 as its authors have published it. The entry point comes with the crate: nothing is added to the
//! program, and nothing is left out.

pub use squads::ID;
