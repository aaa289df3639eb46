//! The instructions of the transfer-hook program, one module each.
//!
//! - here: what the tests of several of them need
//! - [`unsound_terms`]: terms that every instruction refuses that takes terms
//!
//! The ones about venues and attestations are in modules of their own, [`crate::venues`] and
//! [`crate::attestations`].

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

use scrip_svm_tests::{START, World, cast, hook_program};
use scrip_transfer_hook::GrantRegistrarArgs;
use scrip_transfer_hook::state::Registrar;

/// Replaces the officer's appointment by one with these permissions, which ends an hour from the start.
pub fn appoint_with(world: &mut World, permissions: u8) {
    let register = cast().company.register;
    let officer = register.officer;
    world.run(hook_program::revoke_registrar(&register, &officer));
    let args = GrantRegistrarArgs { officer, permissions, expires_at: START + 3_600 };
    world.run(hook_program::grant_registrar(&register, args));
    let registrar: Registrar = world.read(&register.registrar);
    assert_eq!(registrar.permissions, permissions);
}
