//! How refusals are reached: where Token-2022 would let such a transfer through to the hook, by a real
//! transfer; where Token-2022 itself stands before it, by calling the hook directly on accounts that
//! carry the flags of a transfer under way. Either way `check_transfer` must give the same answer.

use anchor_lang::prelude::{AccountMeta, Pubkey};
use scrip_rules::refusal::Refusal;
use scrip_svm_tests::transfer::{answer, check_transfer, execute};
use scrip_svm_tests::{Transfer, World, cast, token_2022};
use scrip_transfer_hook::ID;

use super::refusals::REFUSALS;
use super::stage::transfer;
use super::{alice_to_bob, assert_refused};

pub const SOURCE: usize = 0;
pub const DESTINATION: usize = 2;
pub const POLICY: usize = 5;
pub const SOURCE_RECORD: usize = 6;
pub const DESTINATION_RECORD: usize = 7;

/// How a refusal is reached.
pub enum Way {
    /// By a real transfer, in a world prepared like this.
    Transfer(fn(&mut World) -> Transfer),
    /// By Alice sending Bob all that she has, in a world prepared like this.
    Sender(fn(&mut World)),
    /// By Bob sending Alice something, in a world prepared like this.
    Recipient(fn(&mut World)),
    /// By a real transfer that brings nothing but the hook's program.
    BareTransfer,
    /// By a direct call with the account at this place replaced; Token-2022 refuses the replacement.
    Replaced(usize, fn(&mut World) -> Pubkey),
    /// By a direct call in which this account alone lacks the flag of a transfer under way.
    Unmarked(usize),
}

#[test]
fn every_refusal_has_a_way() {
    let reached: Vec<_> = REFUSALS.iter().map(|(refusal, _)| *refusal).collect();
    assert_eq!(reached, Refusal::ALL);
}

#[test]
fn every_refusal_is_reached() {
    for (refusal, way) in REFUSALS {
        let mut world = World::new();
        match way {
            Way::Transfer(prepare) => {
                let transfer = prepare(&mut world);
                assert_refused(&world, &transfer, *refusal);
            }
            Way::Sender(prepare) => {
                prepare(&mut world);
                assert_refused(&world, &alice_to_bob(), *refusal);
            }
            Way::Recipient(prepare) => {
                prepare(&mut world);
                assert_refused(&world, &transfer(&cast().bob, &cast().alice, 1), *refusal);
            }
            Way::BareTransfer => bare(&mut world, *refusal),
            Way::Replaced(place, replacement) => {
                let address = replacement(&mut world);
                replaced(&mut world, *refusal, *place, AccountMeta::new_readonly(address, false));
            }
            Way::Unmarked(place) => unmarked(&mut world, *refusal, *place),
        }
    }
}

fn bare(world: &mut World, refusal: Refusal) {
    let mut instruction = alice_to_bob().bare();
    instruction.accounts.push(AccountMeta::new_readonly(ID, false));
    let failure = world.refuse(instruction);
    failure.assert_code(refusal.code().into(), "a bare transfer");
    assert!(failure.logged(refusal.sentence()));
    for count in 0..8 {
        let accounts = alice_to_bob().hook_accounts(world)[..count].to_vec();
        assert_eq!(answer(&world.run(check_transfer(accounts, 1))), refusal.code());
    }
}

fn replaced(world: &mut World, refusal: Refusal, place: usize, replacement: AccountMeta) {
    let mut accounts = alice_to_bob().hook_accounts(world);
    accounts[place] = replacement.clone();
    assert_eq!(answer(&world.run(check_transfer(accounts.clone(), 1))), refusal.code());

    let mut staged = world.clone();
    for token_account in [SOURCE, DESTINATION].map(|place| accounts[place].pubkey) {
        if staged.account(&token_account).unwrap().owner == token_2022::ID {
            token_2022::mark_transferring(&mut staged, token_account);
        }
    }
    let failure = staged.refuse(execute(accounts, 1));
    failure.assert_code(refusal.code().into(), "a direct call");
    assert!(failure.logged(refusal.sentence()));

    // In a real transfer, Token-2022 fails before it calls the hook.
    let mut transfer = alice_to_bob().instruction(world);
    let place = if place < 4 { place } else { place - 1 };
    transfer.accounts[place].pubkey = replacement.pubkey;
    let failure = world.refuse(transfer);
    assert!(!failure.logged(&format!("Program {ID} invoke")), "{refusal:?} reached the hook");
}

fn unmarked(world: &mut World, refusal: Refusal, place: usize) {
    let accounts = alice_to_bob().hook_accounts(world);
    for other in [SOURCE, DESTINATION].into_iter().filter(|other| *other != place) {
        token_2022::mark_transferring(world, accounts[other].pubkey);
    }
    let failure = world.refuse(execute(accounts.clone(), 1));
    failure.assert_code(refusal.code().into(), "a direct call");
    assert!(failure.logged(refusal.sentence()));
    // Whoever asks beforehand is not in a transfer, and is told about the rest.
    assert_eq!(answer(&world.run(check_transfer(accounts, 1))), 0);
}
