//! What this program tells the world, by `emit_cpi!`: past tense, old and new values, who acted.

mod holder_onboarded;
mod holder_status_changed;
mod holder_updated;
mod policy_created;
mod policy_halted;
mod policy_resumed;
mod registrar_granted;
mod registrar_revoked;
mod registry_created;

pub use holder_onboarded::*;
pub use holder_status_changed::*;
pub use holder_updated::*;
pub use policy_created::*;
pub use policy_halted::*;
pub use policy_resumed::*;
pub use registrar_granted::*;
pub use registrar_revoked::*;
pub use registry_created::*;
