//! Where another account does no harm, and why.

use scrip_svm_tests::cast;
use scrip_svm_tests::cast::Duty;

use super::Tamper;

/// Something that goes through and may.
pub struct Exemption {
    /// The program.
    pub program: &'static str,
    /// The instruction.
    pub instruction: &'static str,
    /// The account.
    pub account: &'static str,
    /// What may be done to it.
    pub tamper: fn(Tamper) -> bool,
    /// Why.
    pub reason: &'static str,
}

impl Exemption {
    /// Whether this exemption lets the account be tampered with like this.
    pub fn covers(&self, instruction: &str, account: &str, tamper: Tamper) -> bool {
        (self.instruction, self.account) == (instruction, account) && (self.tamper)(tamper)
    }
}

const fn exempt(
    program: &'static str,
    instruction: &'static str,
    account: &'static str,
    tamper: fn(Tamper) -> bool,
    reason: &'static str,
) -> Exemption {
    Exemption { program, instruction, account, tamper, reason }
}

const HOOK: &str = "scrip_transfer_hook";
const ISSUER: &str = "scrip_issuer";
const PAYER: &str = "whoever signs may pay";
const RECEIVER: &str = "the authority says who receives the rent";
const ANY_REGISTRY: &str = "a registry is only ever read, and needs no consent";
const NAMED: &str = "the account itself says whom the instruction is about";
const NOT_READ: &str = "the hook never reads it: Token-2022 has";

fn substituted(tamper: Tamper) -> bool {
    matches!(tamper, Tamper::Substituted(_))
}

fn by_the_foreign_registry(tamper: Tamper) -> bool {
    tamper == Tamper::Substituted(cast().foreign_company.register.address)
}

fn by_a_role_of_the_issuer(tamper: Tamper) -> bool {
    Duty::ALL.iter().any(|duty| tamper == Tamper::Substituted(cast().company.role(*duty)))
}

fn by_a_record_of_the_registry(tamper: Tamper) -> bool {
    tamper == Tamper::Substituted(cast().share.holder(&cast().bob))
}

fn anything(_: Tamper) -> bool {
    true
}

fn contents(tamper: Tamper) -> bool {
    matches!(tamper, Tamper::OtherOwner | Tamper::Empty | Tamper::Zeroed)
}

/// Everything that goes through and may. One that is not needed fails the tests.
pub const EXEMPTIONS: &[Exemption] = &[
    exempt(HOOK, "create_registry", "payer", substituted, PAYER),
    exempt(HOOK, "grant_registrar", "payer", substituted, PAYER),
    exempt(HOOK, "revoke_registrar", "rent_receiver", substituted, RECEIVER),
    exempt(HOOK, "onboard_holder", "payer", substituted, PAYER),
    exempt(HOOK, "update_holder", "holder", by_a_record_of_the_registry, NAMED),
    exempt(HOOK, "set_holder_status", "holder", by_a_record_of_the_registry, NAMED),
    exempt(HOOK, "create_policy", "payer", substituted, PAYER),
    exempt(HOOK, "create_policy", "registry", by_the_foreign_registry, ANY_REGISTRY),
    exempt(HOOK, "execute", "mint", contents, NOT_READ),
    exempt(HOOK, "execute", "authority", anything, NOT_READ),
    exempt(HOOK, "execute", "extra_account_metas", anything, NOT_READ),
    exempt(HOOK, "check_transfer", "mint", contents, NOT_READ),
    exempt(HOOK, "check_transfer", "authority", anything, NOT_READ),
    exempt(HOOK, "check_transfer", "extra_account_metas", anything, NOT_READ),
    exempt(ISSUER, "create_issuer", "payer", substituted, PAYER),
    exempt(ISSUER, "create_issuer", "registry", by_the_foreign_registry, ANY_REGISTRY),
    exempt(ISSUER, "grant_role", "payer", substituted, PAYER),
    exempt(ISSUER, "revoke_role", "rent_receiver", substituted, RECEIVER),
    exempt(ISSUER, "revoke_role", "role", by_a_role_of_the_issuer, NAMED),
    exempt(ISSUER, "create_asset", "payer", substituted, PAYER),
    exempt(ISSUER, "schedule_action", "payer", substituted, PAYER),
];
