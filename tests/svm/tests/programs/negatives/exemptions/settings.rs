//! Settings and their queue.

use super::*;

pub(super) const EXEMPTIONS: &[Exemption] = &[
    issuer("add_minter", "payer", substituted, PAYER),
    issuer("add_custodian", "payer", substituted, PAYER),
    issuer("add_payment_mint", "payer", substituted, PAYER),
    issuer("change_setting", "mint", substituted, NOT_ABOUT_IT),
    issuer("change_setting", "token_program", substituted, NOT_ABOUT_IT),
    issuer("change_setting", "program", substituted, NAMED_ELSEWHERE),
    issuer("propose_change", "payer", substituted, PAYER),
    issuer("propose_change", "asset", by_the_other_share, NAMED),
    issuer("propose_change", "hook_event_authority", substituted, NOT_ABOUT_IT),
    issuer("propose_change", "hook_program", substituted, NOT_ABOUT_IT),
    issuer("propose_change", "mint", substituted, NOT_ABOUT_IT),
    issuer("propose_change", "token_program", substituted, NOT_ABOUT_IT),
    issuer("propose_change", "program", substituted, NAMED_ELSEWHERE),
    issuer("execute_change", "actor", substituted, ANYBODY),
    issuer("execute_change", "hook_event_authority", substituted, NOT_ABOUT_IT),
    issuer("execute_change", "hook_program", substituted, NOT_ABOUT_IT),
    issuer("execute_change", "mint", substituted, NOT_ABOUT_IT),
    issuer("execute_change", "token_program", substituted, NOT_ABOUT_IT),
    issuer("execute_change", "program", substituted, NAMED_ELSEWHERE),
];
