//! What actions pay.

use super::*;

pub(super) const EXEMPTIONS: &[Exemption] = &[
    issuer("open_payout", "payer", substituted, PAYER),
    issuer("open_payout", "program", substituted, NAMED_ELSEWHERE),
    issuer("open_claim_page", "payer", substituted, PAYER),
];
