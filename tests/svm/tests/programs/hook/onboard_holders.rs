//! `onboard_holders`: several wallets in one transaction, or none.

use anchor_lang::InstructionData;
use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_svm_tests::setup::{details, registrar_args};
use scrip_svm_tests::{START, World, addresses, cast, hook_program, keys};
use scrip_transfer_hook::error::HookError;
use scrip_transfer_hook::instruction::OnboardHolders;
use scrip_transfer_hook::state::{PERMISSION_ONBOARD, PERMISSIONS_ALL, Registrar};
use scrip_transfer_hook::{FurtherHolder, HolderDetails, ID};
use solana_message::{Hash, Message};
use solana_transaction::Transaction;

use super::appoint_with;
use super::onboard_holder::{expected_event, expected_record};
use crate::case::{Case, assert_all_fail, case};

/// What a packet of the network holds, and with that a transaction, its signatures included.
const PACKET_BYTES: usize = 1_232;
/// Wallets in the largest transaction: the officer signs alone, pays for all, and nothing else is in it.
const MOST_HOLDERS: usize = 9;
/// The same when somebody else pays the rents and a third one the fees.
const MOST_HOLDERS_WITH_THREE_SIGNERS: usize = 7;
/// What one instruction may consume unless its transaction asks for more.
const DEFAULT_COMPUTE_UNITS: u64 = 200_000;

fn wallets(count: usize) -> Vec<Pubkey> {
    (0..count).map(|number| keys::wallet(&format!("holder {number}"))).collect()
}

fn onboard(wallets: &[Pubkey]) -> Instruction {
    let (first, further) = wallets.split_first().unwrap();
    hook_program::onboard_holders(&cast().company.register, *first, details(), further)
}

#[test]
fn puts_every_wallet_on_the_register_and_counts_them() {
    for count in [1, 2, 5] {
        let mut world = World::new();
        let register = cast().company.register;
        let mut registrar: Registrar = world.read(&register.registrar);
        let receipt = world.run(onboard(&wallets(count)));
        for wallet in wallets(count) {
            let expected = expected_record(wallet, &details());
            world.assert_pod(&register.holder(&wallet), &expected);
        }
        let events = wallets(count).into_iter().map(|wallet| expected_event(wallet, &details()));
        receipt.assert_events(ID, &events.collect::<Vec<_>>());
        assert_eq!(receipt.event_count(), count);
        registrar.created += count as u64;
        world.assert_pod(&register.registrar, &registrar);
    }
}

/// Bytes of a transaction on the wire, truly signed: the count of signatures, each of them, the message.
fn bytes_of_transaction(instruction: &Instruction, fee_payer: &Pubkey) -> usize {
    let message = Message::new(core::slice::from_ref(instruction), Some(fee_payer));
    let signers = usize::from(message.header.num_required_signatures);
    let keys: Vec<_> = message.account_keys[..signers].iter().map(keys::key_of).collect();
    let mut transaction = Transaction::new_unsigned(message);
    transaction.sign(&keys.iter().collect::<Vec<_>>(), Hash::default());
    transaction.verify().unwrap();
    1 + 64 * transaction.signatures.len() + transaction.message_data().len()
}

#[test]
fn as_many_as_fit_into_one_transaction() {
    let mut world = World::new();
    let register = cast().company.register;
    let fee_payer = keys::wallet("fee payer");
    world.run(hook_program::grant_registrar(&register, registrar_args(fee_payer)));
    let alone = |count| {
        let mut instruction = onboard(&wallets(count));
        let registrar = addresses::registrar(&register.address, &fee_payer);
        for (place, key) in [(0, fee_payer), (1, fee_payer), (3, registrar)] {
            instruction.accounts[place].pubkey = key;
        }
        instruction
    };
    let three_signers = |count| onboard(&wallets(count));
    let ways: [(usize, &dyn Fn(usize) -> Instruction); 2] =
        [(MOST_HOLDERS, &alone), (MOST_HOLDERS_WITH_THREE_SIGNERS, &three_signers)];
    for (most, batch) in ways {
        assert!(bytes_of_transaction(&batch(most), &fee_payer) <= PACKET_BYTES);
        assert!(bytes_of_transaction(&batch(most + 1), &fee_payer) > PACKET_BYTES);
        let receipt = world.clone().run(batch(most));
        assert_eq!(receipt.event_count(), most);
        assert!(receipt.compute_units < DEFAULT_COMPUTE_UNITS, "{}", receipt.compute_units);
    }
}

/// A batch of three in which something is wrong with the last.
fn last(change: fn(&mut FurtherHolder)) -> Instruction {
    let batch = wallets(3);
    let mut further: Vec<_> = batch[1..]
        .iter()
        .map(|wallet| FurtherHolder { wallet: *wallet, details: details() })
        .collect();
    change(&mut further[1]);
    let mut instruction = onboard(&batch);
    let arguments = OnboardHolders { wallet: batch[0], details: details(), further };
    instruction.data = arguments.data();
    instruction
}

pub const CASES: &[Case] = &[
    case(HookError::NotRegistrar as u32, "somebody else signs", |_| {
        let mut instruction = onboard(&wallets(3));
        instruction.accounts[0].pubkey = cast().mallory;
        instruction
    }),
    case(HookError::RegistrarExpired as u32, "the appointment ends now", |world| {
        appoint_with(world, PERMISSIONS_ALL);
        world.set_time(START + 3_600);
        onboard(&wallets(3))
    }),
    case(HookError::RegistrarLacksPermission as u32, "may do everything else", |world| {
        appoint_with(world, PERMISSIONS_ALL & !PERMISSION_ONBOARD);
        onboard(&wallets(3))
    }),
    case(HookError::BatchMismatch as u32, "a record too few", |_| {
        let mut instruction = onboard(&wallets(3));
        instruction.accounts.pop();
        instruction
    }),
    case(HookError::BatchMismatch as u32, "a record too many", |_| {
        let mut instruction = onboard(&wallets(3));
        instruction.accounts.extend(onboard(&wallets(4)).accounts.pop());
        instruction
    }),
    case(HookError::AddressWrong as u32, "records in another order", |_| {
        let mut instruction = onboard(&wallets(3));
        let last = instruction.accounts.len() - 1;
        instruction.accounts.swap(last, last - 1);
        instruction
    }),
    case(HookError::AddressWrong as u32, "the record of another registry", |_| {
        let mut instruction = onboard(&wallets(3));
        let foreign = cast().foreign_company.register.holder(&wallets(3)[2]);
        instruction.accounts.last_mut().unwrap().pubkey = foreign;
        instruction
    }),
    case(HookError::AlreadyExists as u32, "the last is the first once more", |_| {
        let batch = wallets(2);
        onboard(&[batch[0], batch[1], batch[0]])
    }),
    case(HookError::AlreadyExists as u32, "two further ones are the same", |_| {
        let batch = wallets(2);
        onboard(&[batch[0], batch[1], batch[1]])
    }),
    case(HookError::AlreadyExists as u32, "the last is on the register", |_| {
        onboard(&[wallets(1)[0], cast().carol, cast().alice])
    }),
    case(HookError::UnknownJurisdiction as u32, "the last has no country", |_| {
        last(|holder| holder.details.jurisdiction = 0)
    }),
    case(HookError::UnknownInvestorClasses as u32, "the last has an unknown class", |_| {
        last(|holder| holder.details.investor_classes = 16)
    }),
    case(HookError::ExpiryInThePast as u32, "the check of the last ends now", |_| {
        last(|holder| holder.details.kyc_expires_at = START)
    }),
    case(HookError::ExpiryInThePast as u32, "the check of the first ends now", |_| {
        let batch = wallets(3);
        let ended = HolderDetails { kyc_expires_at: START, ..details() };
        hook_program::onboard_holders(&cast().company.register, batch[0], ended, &batch[1..])
    }),
];

#[test]
fn errors_leave_no_wallet_of_the_batch_behind() {
    // A refusal is held against every account that the instruction names, the records among them.
    assert_all_fail(CASES);
}
