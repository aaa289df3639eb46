//! Using a record that is closed, barred or another's.

use scrip_rules::refusal::Refusal;
use scrip_svm_tests::fixtures::UPDATE;
use scrip_svm_tests::setup::details;
use scrip_svm_tests::{Transfer, World, cast, hook_program, keys};
use scrip_transfer_hook::error::HookError;
use scrip_transfer_hook::state::PERMISSION_SUSPEND;
use solana_system_interface::instruction::transfer as send_lamports;

use crate::codes::{NOT_SIGNED, OTHER_TYPE, SAME_RECEIVER};
use crate::hook::appoint_with;

#[test]
fn nobody_closes_anothers_record_or_takes_its_rent() {
    let mut world = World::new();
    let (register, foreign) = (cast().company.register, cast().foreign_company.register);
    // The foreign officer, in her own registry, with a record of ours.
    let mut instruction = hook_program::close_holder(&foreign, &cast().alice);
    instruction.accounts[4].pubkey = register.holder(&cast().alice);
    let failure = world.refuse(instruction);
    failure.assert_code(HookError::OtherRegistry as u32, "a record of ours");
    // The officer, for her own purse, the holder's, the one of its registry, or the record's own.
    let not_payer = HookError::NotRentPayer as u32;
    for (taker, code) in [
        (register.officer, not_payer),
        (cast().alice, not_payer),
        (cast().mallory, not_payer),
        (register.address, not_payer),
        (register.registrar, not_payer),
        (register.holder(&cast().alice), SAME_RECEIVER),
    ] {
        let mut instruction = hook_program::close_holder(&register, &cast().alice);
        instruction.accounts[1].pubkey = taker;
        world.refuse(instruction).assert_code(code, "somebody else's purse");
    }
    world.run(hook_program::close_holder(&register, &cast().alice));
}

#[test]
fn a_closed_and_revived_record_is_no_record() {
    let (share, alice, bob) = (cast().share, cast().alice, cast().bob);
    let register = share.company.register;
    let close_and_revive = [
        hook_program::close_holder(&register, &alice),
        send_lamports(&cast().payer, &register.holder(&alice), 10_000_000),
    ];
    let transfer = Transfer::new(&share.mint, &alice, &bob, 1);
    // In the transaction of the closing.
    let mut world = World::new();
    let in_one = [&close_and_revive[..], &[transfer.instruction(&world)]].concat();
    let failure = world.send_all(&in_one).unwrap_err();
    failure.assert_code(Refusal::SourceMissing as u32, "in one transaction");
    // And after it.
    world.send_all(&close_and_revive).unwrap();
    let record = world.account(&register.holder(&alice)).unwrap();
    assert_eq!((record.data.len(), record.lamports), (0, 10_000_000));
    let instruction = transfer.instruction(&world);
    world.refuse(instruction).assert_code(Refusal::SourceMissing as u32, "afterwards");
    let back = Transfer::new(&share.mint, &bob, &alice, 1).instruction(&world);
    world.refuse(back).assert_code(Refusal::DestinationMissing as u32, "the other way");
    // Onboarding gives her a record again, at the price of what is missing.
    world.run(hook_program::onboard_holder(&register, alice, details()));
    transfer.send(&mut world).unwrap();
}

#[test]
fn a_record_is_not_barred_and_closed_to_be_set_free() {
    // Whoever bars must also reinstate before the record can be closed, and closing needs another permission.
    let mut world = World::new();
    let register = cast().company.register;
    world.run(hook_program::bar_wallet(&register, cast().carol, 4));
    let close = hook_program::close_holder(&register, &cast().carol);
    let failure = world.refuse(close.clone());
    failure.assert_code(HookError::BarredRecordStays as u32, "sanctioned");
    for status in [2, 1] {
        world.refuse(close.clone());
        world.run(hook_program::set_holder_status(&register, &cast().carol, status));
    }
    appoint_with(&mut world, PERMISSION_SUSPEND);
    let failure = world.refuse(close);
    failure.assert_code(HookError::RegistrarLacksPermission as u32, "may bar, not close");
}

#[test]
fn the_same_account_twice_in_one_instruction() {
    let mut world = World::new();
    let register = cast().company.register;
    let (record, registrar) = (register.holder(&cast().alice), register.registrar);
    let revoke = hook_program::revoke_registrar(&register, &register.officer);
    let close = hook_program::close_holder(&register, &cast().alice);
    let update = hook_program::update_holder(&register, &cast().alice, UPDATE);
    let onboard = hook_program::onboard_holder(&register, cast().carol, details());
    let carols = register.holder(&cast().carol);
    let (first, second) = (keys::wallet("first"), keys::wallet("second"));
    let pair = hook_program::onboard_holders(&register, first, details(), &[second]);
    let firsts = register.holder(&first);
    // (what, instruction, place, the account that is elsewhere in it, code)
    for (what, instruction, place, again, code) in [
        ("an appointment gets its own rent", &revoke, 1, registrar, SAME_RECEIVER),
        ("a record gets its own rent", &close, 1, record, SAME_RECEIVER),
        ("an appointment gets its rent", &close, 1, registrar, HookError::NotRentPayer as u32),
        ("a record is the appointment", &close, 3, record, OTHER_TYPE),
        ("a registry is the appointment", &update, 2, register.address, OTHER_TYPE),
        (
            "a record to come is the appointment",
            &onboard,
            3,
            carols,
            HookError::NotOurAccount as u32,
        ),
        ("a record pays for itself", &onboard, 1, carols, NOT_SIGNED),
        ("the first of a pair twice", &pair, 8, firsts, HookError::AddressWrong as u32),
    ] {
        assert!(instruction.accounts.iter().any(|meta| meta.pubkey == again), "{what}");
        let mut twice = instruction.clone();
        twice.accounts[place].pubkey = again;
        twice.accounts[place].is_signer = false;
        world.refuse(twice).assert_code(code, what);
        world.clone().run(instruction.clone());
    }
}
