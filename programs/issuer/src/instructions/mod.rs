//! Everything that this program does, one instruction per file: accounts with their constraints,
//! arguments, `validate` for the business checks, a handler to write, check the invariant and emit. Accounts
//! that several instructions take alike are in [`crate::shared`].

mod accept_admin;
mod clear_blackout;
mod create_asset;
mod create_issuer;
mod grant_role;
mod halt;
mod mint_shares;
mod pause;
mod propose_admin;
mod redeem_shares;
mod resume;
mod revoke_role;
mod schedule_action;
mod set_blackout;
mod unpause;
mod update_extra_metas;
mod update_policy;

pub(crate) use accept_admin::*;
pub(crate) use clear_blackout::*;
pub use create_asset::*;
pub use create_issuer::*;
pub use grant_role::*;
pub use halt::*;
pub use mint_shares::*;
pub use pause::*;
pub(crate) use propose_admin::*;
pub use redeem_shares::*;
pub(crate) use resume::*;
pub use revoke_role::*;
pub use schedule_action::*;
pub(crate) use set_blackout::*;
pub use unpause::*;
pub use update_extra_metas::*;
pub use update_policy::*;
