//! The instructions of the transfer-hook program, and what several of them refuse alike.

pub mod accept_registry_authority;
pub mod bar_wallet;
pub mod clear_blackout;
pub mod close_holder;
pub mod create_policy;
pub mod create_registry;
pub mod grant_registrar;
pub mod halt;
pub mod onboard_holder;
pub mod onboard_holders;
pub mod propose_registry_authority;
pub mod resume;
pub mod revoke_registrar;
pub mod set_blackout;
pub mod set_holder_status;
pub mod unsound_terms;
pub mod update_extra_metas;
pub mod update_holder;
pub mod update_policy;
