//! The issuer program.

use super::*;

pub(super) const EXEMPTIONS: &[Exemption] = &[
    issuer("create_issuer", "payer", substituted, PAYER),
    issuer("create_issuer", "registry", by_the_foreign_registry, ANY_REGISTRY),
    issuer("grant_role", "payer", substituted, PAYER),
    issuer("revoke_role", "rent_receiver", substituted, RECEIVER),
    issuer("revoke_role", "role", by_a_role_of_the_issuer, NAMED),
    issuer("create_asset", "payer", substituted, PAYER),
    issuer("update_extra_metas", "extra_account_metas", zeroed, WRITTEN_ANEW),
    issuer("update_metadata", "payer", substituted, PAYER),
];
