//! The instructions of the issuer program.

pub mod accept_admin;
pub mod clear_blackout;
pub mod create_asset;
pub mod create_issuer;
pub mod grant_role;
pub mod halt;
pub mod mint;
pub mod mint_shares;
pub mod pause;
pub mod propose_admin;
pub mod redeem_shares;
pub mod resume;
pub mod revoke_role;
pub mod schedule_action;
pub mod set_blackout;
pub mod unpause;
pub mod update_extra_metas;
pub mod update_policy;
