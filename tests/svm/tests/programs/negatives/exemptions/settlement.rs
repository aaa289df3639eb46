//! Shares against payment, and back.

use super::*;

pub(super) const EXEMPTIONS: &[Exemption] = &[
    issuer("subscribe", "payer", substituted, PAYER),
    issuer("request_redemption", "payer", substituted, PAYER),
    issuer("request_redemption", "extra_account_metas", other_owner, ADDRESS_OF_THE_HOOK),
    issuer("reject_redemption", "extra_account_metas", other_owner, ADDRESS_OF_THE_HOOK),
    issuer("reject_redemption", "holder", contents, ALWAYS_BACK),
    issuer("reclaim_redemption", "extra_account_metas", other_owner, ADDRESS_OF_THE_HOOK),
    issuer("reclaim_redemption", "holder", contents, ALWAYS_BACK),
];
