//! The instructions of the issuer program. `issue` is what stands before all of those that issue shares,
//! `money` the tokens that somebody may want to pay with.

pub mod accept_admin;
pub mod add_minter;
pub mod add_payment_mint;
pub mod attest_reserves;
pub mod cancel_subscription;
pub mod change_setting;
pub mod clear_blackout;
pub mod close_asset;
pub mod create_asset;
pub mod create_issuer;
pub mod execute_change;
pub mod fill_subscription;
pub mod grant_role;
pub mod halt;
pub mod issue;
pub mod mint;
pub mod mint_batch;
pub mod mint_proposed;
pub mod mint_shares;
pub mod money;
pub mod pause;
pub mod propose_admin;
pub mod purchase_shares;
pub mod reclaim_redemption;
pub mod redeem_shares;
pub mod request_redemption;
pub mod resume;
pub mod revoke_role;
pub mod set_blackout;
pub mod settle_redemption;
pub mod subscribe;
pub mod unpause;
pub mod update_extra_metas;
pub mod update_metadata;
pub mod update_policy;
