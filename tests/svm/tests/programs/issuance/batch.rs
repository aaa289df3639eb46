//! `mint_batch`: to twenty holders in one transaction, all or none.

use std::collections::BTreeSet;

use anchor_lang::prelude::{AccountMeta, Pubkey};
use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::ID;
use scrip_issuer::error::IssuerError;
use scrip_issuer::events::{BatchMinted, Minted};
use scrip_issuer::state::Minter;
use scrip_rules::multiplier::SCALE;
use scrip_rules::refusal::Refusal;
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::issuer_program::backed_by;
use scrip_svm_tests::setup::details;
use scrip_svm_tests::{
    ACCOUNT_LOCKS, PACKET, TOKEN, World, cast, hook_program, issuer_program, keys, token_2022,
};
use solana_message::AddressLookupTableAccount;
use solana_transaction_error::TransactionError;

use super::checkers::co_signed;
use super::compute::strict;

const BATCH: u32 = IssuerError::BatchAccounts as u32;
/// As many as one transaction with a lookup table carries: the runtime's limit of accounts is the bound.
const MOST: usize = 26;
/// As many as one without carries: its length is the bound.
const MOST_WITHOUT: usize = 9;

/// Asks for as many compute units as a transaction may have.
fn ask_for_compute() -> Instruction {
    let program_id = Pubkey::from_str_const("ComputeBudget111111111111111111111111111111");
    let data = [&[2][..], &1_400_000_u32.to_le_bytes()].concat();
    Instruction { program_id, accounts: Vec::<AccountMeta>::new(), data }
}

/// A world with further holders, each with a token account.
fn with_recipients(count: usize) -> (World, Vec<(Pubkey, u64)>) {
    let mut world = World::new();
    let recipients = recipients(&mut world, count);
    (world, recipients)
}

/// Further holders, each with a token account, and what each is to get.
fn recipients(world: &mut World, count: usize) -> Vec<(Pubkey, u64)> {
    let recipients = (0..count).map(|index| {
        let wallet = keys::wallet(&format!("recipient {index}"));
        world.run(hook_program::onboard_holder(&cast().company.register, wallet, details()));
        world.run(token_2022::create_account(&wallet, &cast().share.mint));
        (wallet, (index as u64 + 1) * TOKEN)
    });
    recipients.collect()
}

/// Every address that the instruction names, for a lookup table.
fn named(instruction: &Instruction) -> Vec<Pubkey> {
    let others = instruction.accounts.iter().filter(|meta| !meta.is_signer);
    others.map(|meta| meta.pubkey).collect::<BTreeSet<_>>().into_iter().collect()
}

#[test]
fn twenty_recipients_fit_with_every_check_on() {
    let (mut world, custodians) = strict(2);
    let recipients = recipients(&mut world, 20);
    let batch = backed_by(co_signed(batch(&recipients)), &cast().share, &custodians);
    let table = world.create_lookup_table(&named(&batch));
    let (result, bytes, accounts) = world.send_with_table(&[ask_for_compute(), batch], &table);
    let units = result.unwrap().outer_frame(&ID);
    println!(
        "20 recipients, every check: {bytes} bytes, {accounts} accounts, {units} compute units"
    );
    assert!(bytes <= PACKET && accounts <= ACCOUNT_LOCKS);
    let expected: Vec<_> = recipients.iter().map(|(_, amount)| *amount).collect();
    assert_eq!(balances(&world, &recipients), expected);
}

fn batch(recipients: &[(Pubkey, u64)]) -> Instruction {
    issuer_program::mint_batch(&cast().share, recipients)
}

fn balances(world: &World, recipients: &[(Pubkey, u64)]) -> Vec<u64> {
    let balance =
        |(wallet, _): &(Pubkey, u64)| token_2022::balance(world, wallet, &cast().share.mint);
    recipients.iter().map(balance).collect()
}

#[test]
fn twenty_recipients_fit_into_one_transaction_with_a_lookup_table() {
    let (mut ready, recipients) = with_recipients(MOST + 1);
    let table = ready.create_lookup_table(&named(&batch(&recipients)));
    let send = |count: usize| {
        let mut world = ready.clone();
        let some = &recipients[..count];
        let transaction = [ask_for_compute(), batch(some)];
        let (result, bytes, accounts) = world.send_with_table(&transaction, &table);
        let receipt = result.unwrap_or_else(|failure| panic!("{count}: {failure:#?}"));
        let expected: Vec<_> = some.iter().map(|(_, amount)| *amount).collect();
        assert_eq!(balances(&world, some), expected);
        let units = receipt.outer_frame(&ID);
        println!("{count} recipients: {bytes} bytes, {accounts} accounts, {units} compute units");
        (bytes, accounts, units)
    };
    let (_, _, one) = send(1);
    let (bytes, accounts, twenty) = send(20);
    println!("each further recipient: {} compute units", (twenty - one) / 19);
    assert!(bytes <= PACKET && accounts <= ACCOUNT_LOCKS);
    let (bytes, accounts, _) = send(MOST);
    assert!(bytes <= PACKET && accounts <= ACCOUNT_LOCKS);
    // One more, and the runtime does not look at the transaction at all.
    let transaction = [ask_for_compute(), batch(&recipients)];
    let (result, _, accounts) = ready.send_with_table(&transaction, &table);
    assert!(accounts > ACCOUNT_LOCKS);
    assert_eq!(result.unwrap_err().error, TransactionError::TooManyAccountLocks);
}

#[test]
fn how_many_recipients_fit_without_a_lookup_table() {
    let (mut ready, recipients) = with_recipients(MOST_WITHOUT + 1);
    // A table that helps nothing: the transaction is as long as one without.
    let empty = AddressLookupTableAccount { key: cast().mallory, addresses: Vec::new() };
    let mut length = |count: usize| {
        let (result, bytes, _) = ready.send_with_table(&[batch(&recipients[..count])], &empty);
        assert!(bytes > PACKET || result.is_ok());
        bytes
    };
    let (fits, too_long) = (length(MOST_WITHOUT), length(MOST_WITHOUT + 1));
    println!("{MOST_WITHOUT} recipients without a table: {fits} bytes; one more: {too_long}");
    assert!(fits <= PACKET && too_long > PACKET);
}

#[test]
fn mints_to_each_and_tells_of_all_in_one_event() {
    let mut world = World::new();
    let (share, alice, bob) = (cast().share, cast().alice, cast().bob);
    let minted = world.read::<Minter>(&share.minter()).minted;
    let receipt = world.run(batch(&[(alice, 3), (bob, 4), (alice, 5)]));
    let mint = |recipient, amount| Minted { recipient, amount };
    receipt.assert_event(
        ID,
        &BatchMinted {
            asset: share.asset,
            actor: share.company.member(Duty::Mint),
            checker: Pubkey::default(),
            mints: vec![mint(alice, 3), mint(bob, 4), mint(alice, 5)],
            old_supply: 2_000 * TOKEN,
            new_supply: 2_000 * TOKEN + 12,
            multiplier: SCALE,
            reference: issuer_program::REFERENCE,
        },
    );
    assert_eq!(receipt.event_count(), 1);
    assert_eq!(balances(&world, &[(alice, 0), (bob, 0)]), [1_000 * TOKEN + 8, 1_000 * TOKEN + 4]);
    assert_eq!(token_2022::mint(&world, &share.mint).supply, 2_000 * TOKEN + 12);
    assert_eq!(world.read::<Minter>(&share.minter()).minted, minted + 12);
}

#[test]
fn all_or_none() {
    let (mut world, mut recipients) = with_recipients(4);
    let before = balances(&world, &recipients);
    let last = recipients[3].0;
    let suspend = hook_program::set_holder_status(&cast().company.register, &last, 2);
    world.run(suspend);
    let code = Refusal::DestinationSuspended as u32;
    world.refuse(batch(&recipients)).assert_code(code, "the last of four is suspended");
    assert_eq!(balances(&world, &recipients), before);
    world.run(batch(&recipients[..3]));
    recipients[1].1 = 0;
    let code = IssuerError::ZeroAmount as u32;
    world.refuse(batch(&recipients[..3])).assert_code(code, "nothing for the second");
    let overflow = [(recipients[0].0, u64::MAX), (recipients[1].0, 1)];
    let code = IssuerError::AmountOverflow as u32;
    world.refuse(batch(&overflow)).assert_code(code, "a sum beyond 64 bits");
    let over = [(recipients[0].0, 600_000 * TOKEN), (recipients[2].0, 400_000 * TOKEN)];
    let code = IssuerError::OverSupplyCap as u32;
    world.refuse(batch(&over)).assert_code(code, "each below the cap, the sum above");
}

#[test]
fn pairs_and_amounts_belong_together() {
    let mut world = World::new();
    let (alice, bob) = (cast().alice, cast().bob);
    let both = [(alice, 1), (bob, 1)];
    world.refuse(batch(&[])).assert_code(BATCH, "nobody");
    let mut short = batch(&both);
    short.accounts.pop();
    world.refuse(short).assert_code(BATCH, "an account too few");
    // What is left over counts as custodians.
    let mut long = batch(&both);
    long.accounts.push(AccountMeta::new_readonly(cast().mallory, false));
    world.run(long);
    let mut swapped = batch(&both);
    let places = swapped.accounts.len();
    swapped.accounts.swap(places - 4, places - 2);
    let code = Refusal::DestinationOtherWallet as u32;
    world.refuse(swapped).assert_code(code, "the records exchanged");
    let mut other = batch(&both);
    other.accounts[places - 1].pubkey = token_2022::account_of(&bob, &cast().other_share.mint);
    world.refuse(other).assert_code(BATCH, "a token account of another asset");
}
