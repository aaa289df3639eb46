//! Records that rest on attestations.

use super::*;

pub(super) const EXEMPTIONS: &[Exemption] = &[
    hook("trust_credential", "payer", substituted, PAYER),
    hook("distrust_credential", "rent_receiver", substituted, RECEIVER),
    hook("import_attestation", "payer", substituted, PAYER),
    hook("import_attestation", "registry", contents, ADDRESS_ALONE),
    hook("import_revocation", "registry", contents, ADDRESS_ALONE),
    hook("import_revocation", "trusted_credential", contents, TRUST_IS_OVER),
];
