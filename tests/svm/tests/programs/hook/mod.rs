//! The instructions of the transfer-hook program.

pub mod create_policy;
pub mod create_registry;
pub mod grant_registrar;
pub mod halt;
pub mod onboard_holder;
pub mod resume;
pub mod revoke_registrar;
pub mod set_holder_status;
pub mod update_holder;
