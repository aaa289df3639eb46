//! Accounts of an earlier version.

use super::*;

pub(super) const EXEMPTIONS: &[Exemption] =
    &[issuer("migrate_account", "payer", substituted, PAYER)];
