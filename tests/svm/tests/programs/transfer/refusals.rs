//! Every refusal, reached. Where Token-2022 would let such a transfer through to the hook, by a real
//! transfer; where Token-2022 itself stands before it, by calling the hook directly on accounts that
//! carry the flags of a transfer under way. Either way `check_transfer` must give the same answer.

use anchor_lang::prelude::AccountMeta;
use scrip_rules::refusal::Refusal;
use scrip_svm_tests::transfer::{answer, check_transfer, execute};
use scrip_svm_tests::{
    START, Transfer, UNITED_STATES, World, cast, hook_program, issuer_program,
    token_2022,
};
use scrip_transfer_hook::{ID, UpdateHolderArgs};

use crate::hook::update_holder::ARGS;

/// How a refusal is reached.
pub enum Way {
    /// By a real transfer, in a world prepared like this.
    Transfer(fn(&mut World) -> Transfer),
    /// By a real transfer that brings nothing but the hook's program.
    BareTransfer,
    /// By a direct call with the account at this place replaced; Token-2022 refuses the replacement.
    Replaced(usize, fn(&mut World) -> anchor_lang::prelude::Pubkey),
    /// By a direct call in which this account alone lacks the flag of a transfer under way.
    Unmarked(usize),
}

const SOURCE: usize = 0;
const DESTINATION: usize = 2;
const POLICY: usize = 5;
const SOURCE_RECORD: usize = 6;
const DESTINATION_RECORD: usize = 7;

fn alice_to_bob() -> Transfer {
    Transfer::new(&cast().share.mint, &cast().alice, &cast().bob, 1)
}

/// A transfer from or to Alice, whose record has been given this status.
fn with_status(world: &mut World, status: u8) {
    world.run(hook_program::set_holder_status(&cast().company.register, &cast().alice, status));
}

fn updated(world: &mut World, args: UpdateHolderArgs) {
    world.run(hook_program::update_holder(&cast().company.register, &cast().alice, args));
    world.set_time(START + 5);
}

fn bob_to_alice() -> Transfer {
    Transfer::new(&cast().share.mint, &cast().bob, &cast().alice, 1)
}

/// Alice's token account, byte for byte, but of another program.
fn foreign_copy(world: &mut World) -> anchor_lang::prelude::Pubkey {
    let address = scrip_svm_tests::keys::wallet("copy");
    let mut account = world.account(&alice_to_bob().source).unwrap();
    account.owner = cast().mallory;
    world.set_account(address, account);
    address
}

/// Every refusal and the way to it.
pub const REFUSALS: &[(Refusal, Way)] = &[
    (Refusal::AccountsMissing, Way::BareTransfer),
    (Refusal::PolicyForged, Way::Replaced(POLICY, |_| cast().share.asset)),
    (Refusal::PolicyOfOtherMint, Way::Replaced(POLICY, |_| cast().other_share.policy)),
    (Refusal::SourceNotTokenAccount, Way::Replaced(SOURCE, foreign_copy)),
    (
        Refusal::SourceOfOtherMint,
        Way::Replaced(SOURCE, |_| {
            token_2022::account_of(&cast().alice, &cast().other_share.mint)
        }),
    ),
    (Refusal::SourceNotTransferring, Way::Unmarked(SOURCE)),
    (Refusal::DestinationNotTokenAccount, Way::Replaced(DESTINATION, foreign_copy)),
    (
        Refusal::DestinationOfOtherMint,
        Way::Replaced(DESTINATION, |_| {
            token_2022::account_of(&cast().bob, &cast().other_share.mint)
        }),
    ),
    (Refusal::DestinationNotTransferring, Way::Unmarked(DESTINATION)),
    (
        Refusal::Halted,
        Way::Transfer(|world| {
            world.run(issuer_program::halt(&cast().share, 1, 0));
            alice_to_bob()
        }),
    ),
    (
        Refusal::SourceMissing,
        Way::Transfer(|world| {
            // A unit that no mint would have given her, written past Token-2022.
            let account = token_2022::account_of(&cast().carol, &cast().share.mint);
            world.edit(account, |account| account.data[64] = 1);
            Transfer::new(&cast().share.mint, &cast().carol, &cast().bob, 1)
        }),
    ),
    (Refusal::SourceForged, Way::Replaced(SOURCE_RECORD, |_| cast().share.policy)),
    (
        Refusal::SourceOtherRegistry,
        Way::Replaced(SOURCE_RECORD, |_| cast().foreign_share.holder(&cast().alice)),
    ),
    (
        Refusal::SourceOtherWallet,
        Way::Replaced(SOURCE_RECORD, |_| cast().share.holder(&cast().bob)),
    ),
    (
        Refusal::SourceSuspended,
        Way::Transfer(|world| {
            with_status(world, 2);
            alice_to_bob()
        }),
    ),
    (
        Refusal::SourceRevoked,
        Way::Transfer(|world| {
            with_status(world, 3);
            alice_to_bob()
        }),
    ),
    (
        Refusal::SourceExpired,
        Way::Transfer(|world| {
            updated(world, ARGS);
            alice_to_bob()
        }),
    ),
    (
        Refusal::SourceJurisdiction,
        Way::Transfer(|world| {
            let args = UpdateHolderArgs { jurisdiction: UNITED_STATES, ..ARGS };
            updated(world, UpdateHolderArgs { kyc_expires_at: START + 6, ..args });
            alice_to_bob()
        }),
    ),
    (
        Refusal::DestinationMissing,
        Way::Transfer(|_| Transfer::new(&cast().share.mint, &cast().alice, &cast().carol, 1)),
    ),
    (Refusal::DestinationForged, Way::Replaced(DESTINATION_RECORD, |_| cast().share.policy)),
    (
        Refusal::DestinationOtherRegistry,
        Way::Replaced(DESTINATION_RECORD, |_| cast().foreign_share.holder(&cast().bob)),
    ),
    (
        Refusal::DestinationOtherWallet,
        Way::Replaced(DESTINATION_RECORD, |_| cast().share.holder(&cast().alice)),
    ),
    (
        Refusal::DestinationSuspended,
        Way::Transfer(|world| {
            with_status(world, 2);
            bob_to_alice()
        }),
    ),
    (
        Refusal::DestinationRevoked,
        Way::Transfer(|world| {
            with_status(world, 3);
            bob_to_alice()
        }),
    ),
    (
        Refusal::DestinationExpired,
        Way::Transfer(|world| {
            updated(world, ARGS);
            bob_to_alice()
        }),
    ),
    (
        Refusal::DestinationJurisdiction,
        Way::Transfer(|world| {
            let args = UpdateHolderArgs { jurisdiction: UNITED_STATES, ..ARGS };
            updated(world, UpdateHolderArgs { kyc_expires_at: START + 6, ..args });
            bob_to_alice()
        }),
    ),
];

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
                super::assert_refused(&world, &transfer, *refusal);
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
