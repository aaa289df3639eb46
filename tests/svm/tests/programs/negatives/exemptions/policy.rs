//! Policies, and the transfers that they judge.

use super::*;

pub(super) const EXEMPTIONS: &[Exemption] = &[
    hook("create_policy", "payer", substituted, PAYER),
    hook("create_policy", "registry", by_the_foreign_registry, ANY_REGISTRY),
    hook("update_extra_metas", "extra_account_metas", zeroed, WRITTEN_ANEW),
    hook("execute", "mint", contents, NOT_READ),
    hook("execute", "authority", anything, NOT_READ),
    hook("execute", "extra_account_metas", anything, NOT_READ),
    hook("check_transfer", "mint", contents, NOT_READ),
    hook("check_transfer", "authority", anything, NOT_READ),
    hook("check_transfer", "extra_account_metas", anything, NOT_READ),
];
