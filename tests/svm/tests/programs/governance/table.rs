//! `docs/governance.md` against the chain: its two tables name every setting and every act of an issuer's
//! people, and say of each whether it waits. Every phrase about a setting is an example that is run.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::ID;
use scrip_issuer::error::IssuerError;
use scrip_issuer::state::Role;
use scrip_svm_tests::{World, addresses, artefacts, cast, fixtures, idl};

use super::examples::{self, Example};
use super::*;

/// Instructions of the queue itself, which the text explains.
const QUEUE: [&str; 5] =
    ["change_setting", "propose_change", "approve_change", "execute_change", "cancel_change"];

/// The rows of the table under a heading: the cells, without quotes of code.
fn rows(heading: &str) -> Vec<Vec<String>> {
    let path = artefacts::workspace().join("docs/governance.md");
    let text = fs::read_to_string(path).unwrap();
    let (_, section) = text.split_once(&format!("\n## {heading}\n")).unwrap();
    let section = section.split("\n## ").next().unwrap();
    let table = section.lines().filter(|line| line.starts_with('|')).skip(2);
    let cell = |cell: &str| cell.trim().replace('`', "");
    table.map(|line| line.trim_matches('|').split('|').map(cell).collect()).collect()
}

/// What a cell lists.
fn phrases(cell: &str) -> BTreeSet<String> {
    cell.split("; ").map(str::to_string).collect()
}

fn of<'a>(examples: &'a [Example], setting: &'a str, loosens: bool) -> BTreeSet<String> {
    let these = examples.iter().filter(|one| one.setting == setting && one.loosens == loosens);
    these.map(|one| one.phrase.to_string()).collect()
}

/// The optional accounts that a change names, as the interface description calls them.
fn accounts(change: &Instruction) -> String {
    let names = idl::accounts("scrip_issuer", "change_setting");
    let given = names.iter().zip(&change.accounts).filter(|(name, meta)| {
        let always = ["admin", "issuer", "event_authority", "program"].contains(&name.as_str());
        !always && meta.pubkey != ID
    });
    given.map(|(name, _)| name.as_str()).collect::<Vec<_>>().join("; ")
}

#[test]
fn every_setting_is_in_the_table_and_it_says_what_the_program_does() {
    let examples = examples::all();
    let mut settings = BTreeSet::new();
    for row in rows("Settings") {
        let [setting, _meaning, loosens, tightens, accounts_needed, checker] = &row[..] else {
            panic!("six cells: {row:?}");
        };
        assert!(settings.insert(setting.clone()), "{setting} twice");
        assert_eq!(phrases(loosens), of(&examples, setting, true), "{setting} loosens");
        assert_eq!(phrases(tightens), of(&examples, setting, false), "{setting} tightens");
        let expected = match setting.as_str() {
            "ReserveRule" => "every change by bit 1; loosening by bit 2",
            "FourEyes" | "MintFourEyes" => "loosening, always",
            _ => "loosening by bit 2",
        };
        assert_eq!(checker, expected, "{setting}: what four_eyes.rs proves");
        for example in examples.iter().filter(|example| example.setting == setting) {
            assert_eq!(&accounts(&at_once(example.to)), accounts_needed, "{setting}");
        }
    }
    assert_eq!(settings, idl::variants("scrip_issuer", "Change").into_iter().collect());
}

#[test]
fn under_a_timelock_what_the_table_says_loosens_is_refused_at_once_and_what_tightens_is_not() {
    let mut runs = BTreeMap::<(String, bool), usize>::new();
    for example in examples::all() {
        let mut world = World::without_signatures();
        world.run(at_once(example.from));
        if example.setting != "Timelock" {
            set_timelock(&mut world, DAY);
        }
        let what = format!("{} {}", example.setting, example.phrase);
        let change = at_once(example.to);
        if example.loosens {
            world.refuse(change).assert_code(IssuerError::ChangeMustWait as u32, &what);
        } else {
            world.run(change);
        }
        *runs.entry((example.setting.into(), example.loosens)).or_default() += 1;
    }
    for setting in idl::variants("scrip_issuer", "Change") {
        for loosens in [true, false] {
            assert!(runs.contains_key(&(setting.clone(), loosens)), "{setting} {loosens}");
        }
    }
}

/// The instructions that the admin or a member of staff signs, and by which of the two.
fn acts() -> BTreeMap<String, &'static str> {
    let names = idl::instructions("scrip_issuer").into_iter();
    let acts = names.filter(|name| !QUEUE.contains(&name.as_str()));
    acts.filter_map(|name| {
        let accounts = idl::accounts("scrip_issuer", &name);
        let has = |account: &str| accounts.iter().any(|one| one == account);
        // Of those that name a role and an admin's account there is none.
        if has("admin") {
            Some((name, "admin"))
        } else if has("role") {
            Some((name, "staff"))
        } else {
            None
        }
    })
    .collect()
}

#[test]
fn every_act_is_in_the_table_and_waits_only_where_it_says_so() {
    let mut listed = BTreeMap::new();
    for row in rows("Acts that are not settings") {
        let [act, by, waits] = &row[..] else { panic!("three cells: {row:?}") };
        let by = if by == "admin" { "admin" } else { "staff" };
        listed.insert(act.clone(), by);
        let fixture = fixtures::all().find(|one| one.program == "scrip_issuer" && one.name == act);
        let fixture = fixture.unwrap_or_else(|| panic!("there is no act {act}"));
        let mut world = World::new();
        let instruction = (fixture.ready)(&mut world);
        set_timelock(&mut world, DAY);
        let now = world.now();
        world.run(instruction);
        if act == "grant_role" {
            let role = addresses::role(&cast().company.address, &cast().mallory);
            let begins = world.read::<Role>(&role).starts_at;
            assert_eq!(begins, now + i64::from(DAY), "the fixture grants more than stopping");
            assert!(waits.starts_with("as the timelock says"), "{act}: {waits}");
        } else {
            assert!(waits.starts_with("no"), "{act} goes through at once, not \"{waits}\"");
        }
    }
    assert_eq!(listed, acts());
}
