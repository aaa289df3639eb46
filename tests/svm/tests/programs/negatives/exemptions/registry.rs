//! The register: registries, registrars and records of wallets.

use super::*;

pub(super) const EXEMPTIONS: &[Exemption] = &[
    hook("create_registry", "payer", substituted, PAYER),
    hook("grant_registrar", "payer", substituted, PAYER),
    hook("revoke_registrar", "rent_receiver", substituted, RECEIVER),
    hook("onboard_holder", "registry", contents, ADDRESS_ALONE),
    hook("onboard_holder", "payer", substituted, PAYER),
    hook("onboard_holders", "registry", contents, ADDRESS_ALONE),
    hook("onboard_holders", "payer", substituted, PAYER),
    hook("bar_wallet", "registry", contents, ADDRESS_ALONE),
    hook("bar_wallet", "payer", substituted, PAYER),
    hook("update_holder", "registry", contents, ADDRESS_ALONE),
    hook("update_holder", "holder", by_a_record_of_the_registry, NAMED),
    hook("set_holder_status", "registry", contents, ADDRESS_ALONE),
    hook("set_holder_status", "holder", by_a_record_of_the_registry, NAMED),
    hook("close_holder", "registry", contents, ADDRESS_ALONE),
    hook("close_holder", "holder", by_a_record_of_the_registry, NAMED),
];
