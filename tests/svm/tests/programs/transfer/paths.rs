//! From whom to whom: each path is open by its own bit of the policy, and by no other.

use anchor_lang::prelude::Pubkey;
use scrip_rules::paths::*;
use scrip_rules::policy::AdmissionMode;
use scrip_rules::refusal::Refusal;
use scrip_svm_tests::{World, cast};

use super::stage::{newcomer, open, set_terms, transfer, venue};
use super::{assert_allowed, assert_refused};

/// Two of each kind, all with tokens: wallets, venues, and wallets that nobody knows.
fn parties(world: &mut World) -> [[Pubkey; 2]; 3] {
    let venues = ["venue", "second venue"].map(|name| venue(world, name));
    set_terms(world, open);
    let unknown = ["erin", "frank"].map(|name| newcomer(world, name));
    for wallet in &unknown {
        transfer(&cast().alice, wallet, 10).send(world).unwrap();
    }
    [[cast().alice, cast().bob], venues, unknown]
}

/// By sender and recipient in the order of [`parties`]: the bit, and what is said when it is not set.
const PATHS: [[(u16, Refusal); 3]; 3] = [
    [
        (WALLET_TO_WALLET, Refusal::WalletToWallet),
        (WALLET_TO_VENUE, Refusal::WalletToVenue),
        (WALLET_TO_UNKNOWN, Refusal::DestinationMissing),
    ],
    [
        (VENUE_TO_WALLET, Refusal::VenueToWallet),
        (VENUE_TO_VENUE, Refusal::VenueToVenue),
        (VENUE_TO_UNKNOWN, Refusal::DestinationMissing),
    ],
    [
        (UNKNOWN_TO_WALLET, Refusal::SourceMissing),
        (UNKNOWN_TO_VENUE, Refusal::SourceMissing),
        (UNKNOWN_TO_UNKNOWN, Refusal::SourceMissing),
    ],
];

#[test]
fn each_of_the_nine_paths_is_open_by_its_own_bit() {
    let mut world = World::new();
    let parties = parties(&mut world);
    for (from, bits) in parties.iter().zip(PATHS) {
        for (to, (bit, refusal)) in parties.iter().zip(bits) {
            let transfer = transfer(&from[0], &to[1], 1);
            for (paths, is_open) in [(bit, true), (ALL, true), (ALL & !bit, false)] {
                set_terms(&mut world, |terms| {
                    open(terms);
                    terms.paths = paths;
                });
                match is_open {
                    true => assert_allowed(&world, &transfer),
                    false => assert_refused(&world, &transfer, refusal),
                }
            }
        }
    }
}

#[test]
fn an_allowlist_has_the_four_paths_between_those_it_knows() {
    let mut world = World::new();
    let parties = parties(&mut world);
    for (from, bits) in parties.iter().zip(PATHS) {
        for (to, (bit, refusal)) in parties.iter().zip(bits) {
            let transfer = transfer(&from[0], &to[1], 1);
            for paths in [ALL_KNOWN, ALL_KNOWN & bit, ALL_KNOWN & !bit] {
                if paths == 0 {
                    continue;
                }
                set_terms(&mut world, |terms| {
                    terms.admission_mode = AdmissionMode::Allowlist as u8;
                    terms.paths = paths;
                });
                match paths & bit {
                    0 => assert_refused(&world, &transfer, refusal),
                    _ => assert_allowed(&world, &transfer),
                }
            }
        }
    }
}

#[test]
fn a_path_leads_one_way() {
    let mut world = World::new();
    let [[alice, _], [venue, _], _] = parties(&mut world);
    set_terms(&mut world, |terms| terms.paths = WALLET_TO_VENUE);
    assert_allowed(&world, &transfer(&alice, &venue, 1));
    assert_refused(&world, &transfer(&venue, &alice, 1), Refusal::VenueToWallet);
}
