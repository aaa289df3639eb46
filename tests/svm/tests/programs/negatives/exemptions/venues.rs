//! Venues and the programs behind them.

use super::*;

pub(super) const EXEMPTIONS: &[Exemption] = &[
    hook("approve_venue_program", "payer", substituted, PAYER),
    hook("approve_venue_program", "registry", contents, ADDRESS_ALONE),
    hook("revoke_venue_program", "rent_receiver", substituted, RECEIVER),
    hook("revoke_venue_program", "registry", contents, ADDRESS_ALONE),
    hook("register_venue", "payer", substituted, PAYER),
    hook("register_venue", "registry", contents, ADDRESS_ALONE),
    hook("register_venue", "venue", zeroed, NOT_EMPTY),
    hook("add_venue", "payer", substituted, PAYER),
    hook("add_venue", "registry", contents, ADDRESS_ALONE),
    hook("suspend_orphaned_venue", "registry", contents, ADDRESS_ALONE),
];
