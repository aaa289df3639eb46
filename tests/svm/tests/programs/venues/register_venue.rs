//! `register_venue`

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_svm_tests::venue::Venue;
use scrip_svm_tests::{World, addresses, cast, hook_program, keys, token_2022};
use scrip_transfer_hook::ID;
use scrip_transfer_hook::error::HookError;
use scrip_transfer_hook::events::VenueRegistered;
use scrip_transfer_hook::state::{Holder, first_half};

use super::{other_venue, registered, venue};
use crate::case::{Case, assert_all_fail, case};
use crate::codes::WRONG_OWNER;

#[test]
fn anybody_puts_a_venue_on_the_register() {
    let mut world = World::new();
    let register = cast().company.register;
    world.run(venue().approve(&register));
    let mut instruction = venue().register(&register);
    instruction.accounts[0].pubkey = cast().mallory;
    let before = world.account(&cast().mallory).unwrap().lamports;
    let receipt = world.run(instruction);
    let rent_payer = first_half(&cast().mallory);
    let address = register.holder(&venue().address);
    world.assert_pod(&address, &Holder { rent_payer, ..registered() });
    assert_eq!(world.account(&cast().mallory).unwrap().lamports, before - world.rent(128));
    let event = VenueRegistered {
        registry: register.address,
        venue: venue().address,
        actor: cast().mallory,
        program: venue().program,
    };
    receipt.assert_event(ID, &event);
    assert_eq!(receipt.event_count(), 1);
}

#[test]
fn every_account_of_an_approved_program_may_be_one() {
    let mut world = World::new();
    let register = cast().company.register;
    world.run(venue().approve(&register));
    world.run(other_venue().approve(&register));
    for venue in [venue(), Venue::asset_of(&cast().foreign_share), other_venue()] {
        world.run(venue.register(&register));
        let record: Holder = world.read(&register.holder(&venue.address));
        let approval = addresses::venue_program(&register.address, &venue.program);
        assert_eq!(record.identity, first_half(&approval));
        assert_eq!(record.wallet, venue.address);
    }
}

#[test]
fn a_program_is_approved_of_by_the_registry_itself() {
    let mut world = World::new();
    let (register, foreign) = (cast().company.register, cast().foreign_company.register);
    let instruction = venue().register(&register);
    world.refuse(instruction.clone()).assert_code(WRONG_OWNER, "not approved");
    world.run(venue().approve(&foreign));
    world.refuse(instruction.clone()).assert_code(WRONG_OWNER, "approved elsewhere");
    let mut borrowed = instruction;
    borrowed.accounts[2].pubkey = addresses::venue_program(&foreign.address, &venue().program);
    let failure = world.refuse(borrowed);
    failure.assert_code(HookError::OtherRegistry as u32, "the approval of another registry");
}

/// Approves of the venue's program and registers the venue as this changes it.
fn changed(world: &mut World, change: fn(&mut Venue)) -> Instruction {
    let (register, mut venue) = (cast().company.register, venue());
    world.run(venue.approve(&register));
    change(&mut venue);
    venue.register(&register)
}

/// Puts an account of the venue's program, with the data of [`venue`], at another address.
fn moved(world: &mut World, address: Pubkey) -> Instruction {
    let account = world.account(&venue().address).unwrap();
    world.set_account(address, account);
    let register = cast().company.register;
    world.run(venue().approve(&register));
    hook_program::register_venue(&register, &venue().program, address, venue().seeds)
}

pub const CASES: &[Case] = &[
    case(HookError::VenueNotOwned as u32, "an account of another program", |world| {
        let mut foreign = other_venue();
        foreign.program = venue().program;
        world.run(venue().approve(&cast().company.register));
        foreign.register(&cast().company.register)
    }),
    case(HookError::VenueNotOwned as u32, "a wallet", |world| {
        changed(world, |venue| venue.address = cast().carol)
    }),
    case(HookError::VenueNotOwned as u32, "a token account", |world| {
        changed(world, |venue| {
            venue.address = token_2022::account_of(&cast().alice, &cast().share.mint);
        })
    }),
    case(HookError::VenueNotOwned as u32, "a bare address of the program", |world| {
        world.set_account(venue().address, solana_account::Account::default());
        changed(world, |_| {})
    }),
    case(HookError::VenueNotOwned as u32, "a bare address with lamports", |world| {
        world.edit(venue().address, |account| {
            account.owner = Pubkey::default();
            account.data.clear();
        });
        changed(world, |_| {})
    }),
    case(HookError::VenueNotOwned as u32, "an empty account of the program", |world| {
        world.edit(venue().address, |account| account.data.clear());
        changed(world, |_| {})
    }),
    case(HookError::VenueNotOwned as u32, "the program itself", |world| {
        changed(world, |venue| venue.address = venue.program)
    }),
    case(HookError::VenueSeedsWrong as u32, "no seeds", |world| {
        changed(world, |venue| venue.seeds.clear())
    }),
    case(HookError::VenueSeedsWrong as u32, "without the bump", |world| {
        changed(world, |venue| {
            venue.seeds.pop();
        })
    }),
    case(HookError::VenueSeedsWrong as u32, "another bump", |world| {
        changed(world, |venue| venue.seeds[2][0] -= 1)
    }),
    case(HookError::VenueSeedsWrong as u32, "the seeds of another account", |world| {
        changed(world, |venue| venue.seeds = Venue::asset_of(&cast().share).seeds)
    }),
    case(HookError::VenueSeedsWrong as u32, "seventeen seeds", |world| {
        changed(world, |venue| venue.seeds = vec![vec![]; 17])
    }),
    case(HookError::VenueSeedsWrong as u32, "a seed of 33 bytes", |world| {
        changed(world, |venue| venue.seeds[1].push(0))
    }),
    case(HookError::VenueSeedsWrong as u32, "at the address of a key", |world| {
        moved(world, keys::wallet("key of a pool"))
    }),
    case(HookError::VenueSeedsWrong as u32, "at an address of another program", |world| {
        moved(world, other_venue().address)
    }),
    case(HookError::AlreadyExists as u32, "registered already", |world| {
        venue().put_registered(world, &cast().company.register);
        venue().register(&cast().company.register)
    }),
    case(HookError::AlreadyExists as u32, "barred before", |world| {
        let bar = hook_program::bar_wallet(&cast().company.register, venue().address, 2);
        world.run(bar);
        changed(world, |_| {})
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
