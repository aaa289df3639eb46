//! Everything that this program does, one instruction per file: accounts with their constraints,
//! arguments, `validate` for the business checks, `handle` to write, check the invariant and emit.

mod create_asset;
mod create_issuer;
mod grant_role;
mod halt;
mod mint_shares;
mod pause;
mod redeem_shares;
mod resume;
mod revoke_role;
mod schedule_action;
mod unpause;

pub use create_asset::*;
pub use create_issuer::*;
pub use grant_role::*;
pub use halt::*;
pub use mint_shares::*;
pub use pause::*;
pub use redeem_shares::*;
pub use resume::*;
pub use revoke_role::*;
pub use schedule_action::*;
pub use unpause::*;
