//! Corporate actions.

use super::*;

pub(super) const EXEMPTIONS: &[Exemption] = &[
    issuer("announce_action", "payer", substituted, PAYER),
    issuer("settle_action", "payer", substituted, PAYER),
];
