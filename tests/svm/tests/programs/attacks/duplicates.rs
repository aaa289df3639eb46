//! The same account in several places of one call.

use scrip_rules::refusal::Refusal;
use scrip_svm_tests::setup::terms;
use scrip_svm_tests::transfer::{answer, check_transfer, execute};
use scrip_svm_tests::{TOKEN, World, cast, issuer_program, token_2022};
use scrip_transfer_hook::PolicyTerms;

use crate::transfer::stage::{call_in_flight, set_status, set_terms, transfer};

const MINT: usize = 1;
const DESTINATION: usize = 2;
const AUTHORITY: usize = 3;
const VALIDATION: usize = 4;
const POLICY: usize = 5;
const SOURCE_RECORD: usize = 6;
const DESTINATION_RECORD: usize = 7;

/// What the hook says when the account at one place of a transfer from Alice to Bob is there at another
/// place as well: the same of a planned transfer and of one under way.
fn doubled(from: usize, to: usize) -> u16 {
    let mut world = World::new();
    let mut accounts = transfer(&cast().alice, &cast().bob, 1).hook_accounts(&world);
    for place in [0, DESTINATION] {
        token_2022::mark_transferring(&mut world, accounts[place].pubkey);
    }
    accounts[to] = accounts[from].clone();
    let planned = answer(&world.run(check_transfer(accounts.clone(), 1)));
    let in_flight = world.send(execute(accounts, 1)).err().map_or(0, |it| it.code().unwrap());
    assert_eq!(in_flight, u32::from(planned), "{from} at {to}");
    planned
}

#[test]
fn one_record_does_not_serve_both_sides() {
    let source = Refusal::SourceOtherWallet.code();
    assert_eq!(doubled(SOURCE_RECORD, DESTINATION_RECORD), Refusal::DestinationOtherWallet.code());
    assert_eq!(doubled(DESTINATION_RECORD, SOURCE_RECORD), source);
    // Source and destination the same, with the records of two wallets.
    assert_eq!(doubled(DESTINATION, 0), source);
    assert_eq!(doubled(0, DESTINATION), Refusal::DestinationOtherWallet.code());
}

#[test]
fn no_account_serves_in_the_place_of_another() {
    for from in 0..8 {
        assert_eq!(doubled(from, from), 0);
        for (to, expected) in [
            (0, Refusal::SourceNotTokenAccount),
            (MINT, Refusal::PolicyOfOtherMint),
            (DESTINATION, Refusal::DestinationNotTokenAccount),
            (POLICY, Refusal::PolicyForged),
            (SOURCE_RECORD, Refusal::SourceForged),
            (DESTINATION_RECORD, Refusal::DestinationForged),
        ] {
            let token_accounts = [from, to].iter().all(|place| [0, DESTINATION].contains(place));
            let records = [from, to].iter().all(|place| *place >= SOURCE_RECORD);
            if from != to && !token_accounts && !records {
                // The signer's wallet is an account of the system without data, as absent records are.
                let expected = match (from, expected) {
                    (AUTHORITY, Refusal::SourceForged) => Refusal::SourceMissing,
                    (AUTHORITY, Refusal::DestinationForged) => Refusal::DestinationMissing,
                    _ => expected,
                };
                assert_eq!(doubled(from, to), expected.code(), "{from} at {to}");
            }
        }
        // Who signs, and the list that Token-2022 has resolved, are no facts of the rules.
        for to in [AUTHORITY, VALIDATION] {
            assert_eq!(doubled(from, to), 0, "{from} at {to}");
        }
    }
}

#[test]
fn a_transfer_within_one_account_is_judged_as_one_between_two() {
    // Token-2022 asks about none (threat 14). Who asks beforehand is told of both sides, and nothing is
    // added to the balance.
    let mut world = World::new();
    let to_herself = transfer(&cast().alice, &cast().alice, 1);
    set_terms(&mut world, |terms| terms.max_balance = 1_000 * TOKEN);
    assert_eq!(to_herself.check(&mut world), 0);
    assert!(call_in_flight(&mut world.clone(), &to_herself, 1).is_ok());
    let no_wallets = PolicyTerms { paths: 2, ..terms() };
    let mut closed = world.clone();
    closed.run(issuer_program::update_policy(&cast().share, no_wallets));
    assert_eq!(to_herself.check(&mut closed), Refusal::WalletToWallet.code());
    set_status(&mut world, &cast().alice, 2);
    let code = Refusal::SourceSuspended.code();
    assert_eq!(to_herself.check(&mut world), code);
    let failure = call_in_flight(&mut world, &to_herself, 1).unwrap_err();
    failure.assert_code(code.into(), "within one account");
}

#[test]
fn eight_times_the_same_account() {
    let mut world = World::new();
    let accounts = transfer(&cast().alice, &cast().bob, 1).hook_accounts(&world);
    for (place, account) in accounts.iter().enumerate() {
        let all = vec![account.clone(); 8];
        let expected = match place {
            POLICY => Refusal::PolicyOfOtherMint,
            _ => Refusal::PolicyForged,
        };
        assert_eq!(answer(&world.run(check_transfer(all.clone(), 1))), expected.code());
        world.refuse(execute(all, 1)).assert_code(expected as u32, "eight times the same");
    }
}
