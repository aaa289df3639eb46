//! Everything that this program does, one instruction per file: accounts with their constraints,
//! arguments, `validate` for the business checks, `handle` to write, check the invariant and emit.

mod create_policy;
mod create_registry;
mod grant_registrar;
mod halt;
mod onboard_holder;
mod resume;
mod revoke_registrar;
mod set_holder_status;
mod transfer;
mod update_holder;

pub use create_policy::*;
pub use create_registry::*;
pub use grant_registrar::*;
pub use halt::*;
pub use onboard_holder::*;
pub use resume::*;
pub use revoke_registrar::*;
pub use set_holder_status::*;
pub use transfer::*;
pub use update_holder::*;
