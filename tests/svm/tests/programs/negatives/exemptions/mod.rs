//! Where another account does no harm, and why. One that is not needed fails the tests.

mod actions;
mod attestations;
mod issuance;
mod issuer;
mod migration;
mod offers;
mod payouts;
mod policy;
mod registry;
mod settings;
mod settlement;
mod venues;

use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::{cast, token_2022};

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
    pub fn covers(&self, program: &str, instruction: &str, account: &str, tamper: Tamper) -> bool {
        (self.program, self.instruction, self.account) == (program, instruction, account)
            && (self.tamper)(tamper)
    }
}

/// Every exemption.
pub fn all() -> impl Iterator<Item = &'static Exemption> {
    let lists = [
        registry::EXEMPTIONS,
        venues::EXEMPTIONS,
        attestations::EXEMPTIONS,
        policy::EXEMPTIONS,
        issuer::EXEMPTIONS,
        settings::EXEMPTIONS,
        issuance::EXEMPTIONS,
        settlement::EXEMPTIONS,
        actions::EXEMPTIONS,
        payouts::EXEMPTIONS,
        offers::EXEMPTIONS,
        migration::EXEMPTIONS,
    ];
    lists.into_iter().flatten()
}

const fn hook(
    instruction: &'static str,
    account: &'static str,
    tamper: fn(Tamper) -> bool,
    reason: &'static str,
) -> Exemption {
    Exemption { program: "scrip_transfer_hook", instruction, account, tamper, reason }
}

const fn issuer(
    instruction: &'static str,
    account: &'static str,
    tamper: fn(Tamper) -> bool,
    reason: &'static str,
) -> Exemption {
    Exemption { program: "scrip_issuer", instruction, account, tamper, reason }
}

const PAYER: &str = "whoever signs may pay";
const RECEIVER: &str = "the authority says who receives the rent";
const ANY_REGISTRY: &str = "a registry is only ever read, and needs no consent";
const NAMED: &str = "the account itself says whom the instruction is about";
const ADDRESS_ALONE: &str = "only its address counts, which the appointment names";
const NOT_EMPTY: &str =
    "what a venue holds is its program's business, as long as it holds something";
const WRITTEN_ANEW: &str = "whatever was in it, all of it is written anew";
const TRUST_IS_OVER: &str = "what is no trust any more, the authority has ended";
const NOT_READ: &str = "the hook never reads it: Token-2022 has";
const NOT_ABOUT_IT: &str = "the change is not about it: it is neither read nor written";
const NAMED_ELSEWHERE: &str = "an optional account that is not given has the program's address, which is all that the event asks for";
const ANYBODY: &str = "anybody carries out what has waited and was approved";
const ADMIN_MAY: &str = "the admin withdraws what anybody of the staff proposed";
const ADDRESS_OF_THE_HOOK: &str =
    "only the hook writes at its address, and Token-2022 reads no more than what is there";
const ALWAYS_BACK: &str = "whatever became of the owner's record, the shares go back";

fn substituted(tamper: Tamper) -> bool {
    matches!(tamper, Tamper::Substituted(_))
}

fn by_the_foreign_registry(tamper: Tamper) -> bool {
    tamper == Tamper::Substituted(cast().foreign_company.register.address)
}

fn by_a_role_of_the_issuer(tamper: Tamper) -> bool {
    Duty::ALL.iter().any(|duty| tamper == Tamper::Substituted(cast().company.role(*duty)))
}

fn by_the_other_share(tamper: Tamper) -> bool {
    tamper == Tamper::Substituted(cast().other_share.asset)
}

fn by_the_admin(tamper: Tamper) -> bool {
    tamper == Tamper::Substituted(cast().company.admin)
}

fn by_a_token_account_of_the_share(tamper: Tamper) -> bool {
    let account = |wallet| token_2022::account_of(wallet, &cast().share.mint);
    [&cast().bob, &cast().carol].iter().any(|wallet| tamper == Tamper::Substituted(account(wallet)))
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

fn other_owner(tamper: Tamper) -> bool {
    tamper == Tamper::OtherOwner
}

fn zeroed(tamper: Tamper) -> bool {
    tamper == Tamper::Zeroed
}
