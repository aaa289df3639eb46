//! An officer who acts under an appointment.

use anchor_lang::prelude::*;

use crate::error::HookError;
use crate::own::{read, same};
use crate::state::Registrar;

/// Fails unless the appointment is this officer's in this registry, runs and has the permission. Returns
/// the time, unix seconds.
#[inline(never)]
pub(crate) fn require_officer(
    officer: &Signer<'_>,
    registry: &UncheckedAccount<'_>,
    appointment: &AccountInfo<'_>,
    permission: u8,
) -> Result<i64> {
    let registrar = read::<Registrar>(appointment)?;
    same(&registrar.officer, officer.key, HookError::NotRegistrar)?;
    same(&registrar.registry, registry.key, HookError::OtherRegistry)?;
    let now = Clock::get()?.unix_timestamp;
    registrar.require(permission, now)?;
    Ok(now)
}
