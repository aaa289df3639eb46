//! What this program tells the world, by `emit_cpi!`: past tense, old and new values, who acted.

mod action_scheduled;
mod admin_accepted;
mod admin_proposed;
mod asset_created;
mod asset_paused;
mod asset_unpaused;
mod blackout_changed;
mod issuer_created;
mod role_granted;
mod role_revoked;
mod shares_minted;
mod shares_redeemed;
mod trading_halted;
mod trading_resumed;

pub use action_scheduled::*;
pub use admin_accepted::*;
pub use admin_proposed::*;
pub use asset_created::*;
pub use asset_paused::*;
pub use asset_unpaused::*;
pub use blackout_changed::*;
pub use issuer_created::*;
pub use role_granted::*;
pub use role_revoked::*;
pub use shares_minted::*;
pub use shares_redeemed::*;
pub use trading_halted::*;
pub use trading_resumed::*;
