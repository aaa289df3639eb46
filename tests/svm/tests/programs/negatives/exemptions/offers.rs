//! Exchanges, tenders, elections.

use super::*;

pub(super) const EXEMPTIONS: &[Exemption] = &[
    issuer("exchange_shares", "one of the batch", other_owner, ADDRESS_OF_THE_HOOK),
    issuer("tender_shares", "payer", substituted, PAYER),
    issuer("tender_shares", "extra_account_metas", other_owner, ADDRESS_OF_THE_HOOK),
    issuer("withdraw_tender", "extra_account_metas", other_owner, ADDRESS_OF_THE_HOOK),
    issuer("withdraw_tender", "holder", contents, ALWAYS_BACK),
    issuer("settle_tender", "extra_account_metas", other_owner, ADDRESS_OF_THE_HOOK),
    issuer("elect", "payer", substituted, PAYER),
];
