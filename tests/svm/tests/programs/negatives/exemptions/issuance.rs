//! Mints, and what stands behind them.

use super::*;

pub(super) const EXEMPTIONS: &[Exemption] = &[
    issuer("propose_mint", "payer", substituted, PAYER),
    issuer("propose_mint", "destination", by_a_token_account_of_the_share, NAMED),
    issuer("withdraw_mint_proposal", "actor", by_the_admin, ADMIN_MAY),
    issuer("attest_reserves", "payer", substituted, PAYER),
];
