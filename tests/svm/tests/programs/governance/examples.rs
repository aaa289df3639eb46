//! For every phrase of the table in `docs/governance.md`, a change that it is about.

use anchor_lang::prelude::Pubkey;
use scrip_issuer::change::Change;
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::setup::{bitmap, terms};
use scrip_svm_tests::{GERMANY, START, SWITZERLAND, cast};
use scrip_transfer_hook::PolicyTerms;

use super::DAY;

/// A change of a setting.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// Name of the setting: the variant of `Change`.
    pub setting: &'static str,
    /// Whether it loosens.
    pub loosens: bool,
    /// What the table calls it.
    pub phrase: &'static str,
    /// How the setting stands.
    pub from: Change,
    /// How it is to be.
    pub to: Change,
}

/// Between a narrower and a wider value: becoming wider loosens, becoming narrower tightens.
fn pair(
    setting: &'static str,
    [wider, narrower]: [&'static str; 2],
    [narrow, wide]: [Change; 2],
) -> [Example; 2] {
    [
        Example { setting, loosens: true, phrase: wider, from: narrow, to: wide },
        Example { setting, loosens: false, phrase: narrower, from: wide, to: narrow },
    ]
}

fn of_issuer() -> Vec<[Example; 2]> {
    let (mallory, key) = (cast().mallory, cast().company.custodian());
    let admin = |proposed| Change::Admin { proposed };
    let timelock = |seconds| Change::Timelock { seconds };
    let four_eyes = |bits| Change::FourEyes { bits };
    let custodian = |approved| Change::Custodian { key, approved };
    let treasury = |owner| Change::Treasury { owner };
    let (old, new) = (cast().company.treasury(), mallory);
    let [another, _] = pair("Treasury", ["another owner", ""], [treasury(old), treasury(new)]);
    let [_, same] = pair("Treasury", ["", "the same owner again"], [treasury(old), treasury(old)]);
    vec![
        pair(
            "Admin",
            ["somebody is proposed", "the proposal is taken back"],
            [admin(Pubkey::default()), admin(mallory)],
        ),
        [another, same],
        pair("Timelock", ["shorter", "longer"], [timelock(DAY), timelock(DAY - 1)]),
        pair("FourEyes", ["a bit is taken out", "a bit is put in"], [four_eyes(1), four_eyes(0)]),
        pair(
            "Custodian",
            ["approved", "not approved any more"],
            [custodian(false), custodian(true)],
        ),
    ]
}

fn of_asset() -> Vec<[Example; 2]> {
    let mint = cast().usd;
    let program = |program| Change::HookProgram { program };
    let limits = |min_notice, split_max, reverse_split_max, bonus_max_bps, dividend_max_bps| {
        Change::ActionLimits {
            min_notice,
            split_max,
            reverse_split_max,
            bonus_max_bps,
            dividend_max_bps,
        }
    };
    let election = |choice| Change::DefaultElection { choice };
    let [other_election, same_election] =
        pair("DefaultElection", ["the other", "the same again"], [election(1), election(2)]);
    let same_election = Example { from: election(1), to: election(1), ..same_election };
    let rule = |mode, max_age, min_custodians, haircut_bps| Change::ReserveRule {
        mode,
        max_age,
        min_custodians,
        haircut_bps,
    };
    let cap = |raw| Change::SupplyCap { raw };
    let above = |above| Change::MintFourEyes { above };
    let fees = |purchase_bps, redemption_bps| Change::Fees { purchase_bps, redemption_bps };
    let window = |seconds| Change::SettlementWindow { seconds };
    let accepted = |accepted| Change::PaymentMint { mint, accepted };
    let member = cast().company.member(Duty::Mint);
    let minter = |cap, capacity, period| Change::Minter { member, cap, capacity, period };
    let ours = scrip_transfer_hook::ID;
    let hook = |phrases, to| pair("HookProgram", phrases, [program(ours), program(to)]);
    let [another, _] = hook(["another program", ""], cast().mallory);
    let [none, _] = hook(["none", ""], Pubkey::default());
    let [_, same] = hook(["", "the same program again"], ours);
    let limit = "ActionLimits";
    let reserve = "ReserveRule";
    vec![
        pair("SupplyCap", ["raised", "lowered"], [cap(7), cap(8)]),
        pair(
            limit,
            ["notice shorter", "notice longer"],
            [limits(9, 2, 3, 4, 5), limits(8, 2, 3, 4, 5)],
        ),
        pair(
            limit,
            ["split bound raised", "split bound lowered"],
            [limits(9, 2, 3, 4, 5), limits(9, 3, 3, 4, 5)],
        ),
        pair(
            limit,
            ["reverse split bound raised", "reverse split bound lowered"],
            [limits(9, 2, 3, 4, 5), limits(9, 2, 4, 4, 5)],
        ),
        pair(
            limit,
            ["bonus bound raised", "bonus bound lowered"],
            [limits(9, 2, 3, 4, 5), limits(9, 2, 3, 5, 5)],
        ),
        pair(
            limit,
            ["dividend bound raised", "dividend bound lowered"],
            [limits(9, 2, 3, 4, 5), limits(9, 2, 3, 4, 6)],
        ),
        pair(reserve, ["enforce to warn", "warn to enforce"], [rule(3, 9, 2, 5), rule(2, 9, 2, 5)]),
        pair(reserve, ["warn to off", "off to warn"], [rule(2, 9, 2, 5), rule(1, 9, 2, 5)]),
        pair(reserve, ["age raised", "age lowered"], [rule(3, 9, 2, 5), rule(3, 10, 2, 5)]),
        pair(
            reserve,
            ["fewer custodians", "more custodians"],
            [rule(3, 9, 2, 5), rule(3, 9, 1, 5)],
        ),
        pair(reserve, ["haircut lowered", "haircut raised"], [rule(2, 9, 2, 5), rule(2, 9, 2, 4)]),
        pair("MintFourEyes", ["threshold raised", "threshold lowered"], [above(7), above(8)]),
        pair("Fees", ["purchase fee raised", "purchase fee lowered"], [fees(5, 5), fees(6, 5)]),
        pair("Fees", ["redemption fee raised", "redemption fee lowered"], [fees(5, 5), fees(5, 6)]),
        pair("SettlementWindow", ["longer", "shorter"], [window(DAY), window(DAY + 1)]),
        pair(
            "PaymentMint",
            ["accepted", "not accepted any more"],
            [accepted(false), accepted(true)],
        ),
        pair("Minter", ["cap raised", "cap lowered"], [minter(9, 5, 10), minter(10, 5, 10)]),
        pair("Minter", ["bucket larger", "bucket smaller"], [minter(9, 5, 10), minter(9, 6, 10)]),
        pair("Minter", ["refill faster", "refill slower"], [minter(9, 5, 10), minter(9, 5, 9)]),
        [another, same],
        [none, same],
        [other_election, same_election],
    ]
}

fn of_terms() -> Vec<[Example; 2]> {
    let one = PolicyTerms { jurisdictions: bitmap(&[SWITZERLAND]), ..terms() };
    let two = PolicyTerms { jurisdictions: bitmap(&[SWITZERLAND, GERMANY]), ..terms() };
    let open = PolicyTerms { admission_mode: 2, ..terms() };
    [
        ("allowlist to open", "open to allowlist", terms(), open),
        ("a path opened", "a path closed", PolicyTerms { paths: 1, ..terms() }, terms()),
        ("a country more", "a country fewer", one, two),
        (
            "a class more",
            "a class fewer",
            PolicyTerms { classes_admitted: 2, ..terms() },
            PolicyTerms { classes_admitted: 6, ..terms() },
        ),
        (
            "a refused class fewer",
            "a refused class more",
            PolicyTerms { classes_refused: 1, ..terms() },
            terms(),
        ),
        (
            "largest balance raised",
            "largest balance lowered",
            PolicyTerms { max_balance: 7, ..terms() },
            PolicyTerms { max_balance: 8, ..terms() },
        ),
        (
            "largest transfer raised",
            "largest transfer lowered",
            PolicyTerms { max_transfer: 7, ..terms() },
            PolicyTerms { max_transfer: 8, ..terms() },
        ),
        (
            "lock-up sooner over",
            "lock-up later over",
            PolicyTerms { locked_until: START + 8, ..terms() },
            PolicyTerms { locked_until: START + 7, ..terms() },
        ),
    ]
    .map(|(wider, narrower, narrow, wide)| {
        let changes = [narrow, wide].map(|terms| Change::PolicyTerms { terms });
        pair("PolicyTerms", [wider, narrower], changes)
    })
    .into()
}

/// Every example, each phrase once.
pub fn all() -> Vec<Example> {
    let pairs = [of_issuer(), of_asset(), of_terms()].concat();
    let mut examples: Vec<Example> = pairs.into_iter().flatten().collect();
    let mut seen = std::collections::BTreeSet::new();
    examples.retain(|example| seen.insert((example.setting, example.loosens, example.phrase)));
    examples
}
