//! Every refusal, with a way to it.

use anchor_lang::prelude::Pubkey;
use scrip_rules::refusal::Refusal;
use scrip_svm_tests::fixtures::UPDATE;
use scrip_svm_tests::{
    START, Transfer, UNITED_STATES, World, cast, hook_program, issuer_program, keys, token_2022,
};
use scrip_transfer_hook::UpdateHolderArgs;

use super::alice_to_bob;
use super::ways::{DESTINATION, DESTINATION_RECORD, POLICY, SOURCE, SOURCE_RECORD, Way};

/// Gives Alice's record a status.
fn with_status(world: &mut World, status: u8) {
    world.run(hook_program::set_holder_status(&cast().company.register, &cast().alice, status));
}

/// Updates Alice's record, and waits until a check as in [`UPDATE`] has expired.
fn updated(world: &mut World, args: UpdateHolderArgs) {
    world.run(hook_program::update_holder(&cast().company.register, &cast().alice, args));
    world.set_time(START + 5);
}

fn bob_to_alice() -> Transfer {
    Transfer::new(&cast().share.mint, &cast().bob, &cast().alice, 1)
}

/// Alice's token account, byte for byte, but of another program.
fn foreign_copy(world: &mut World) -> Pubkey {
    let address = keys::wallet("copy");
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
        Way::Replaced(SOURCE, |_| token_2022::account_of(&cast().alice, &cast().other_share.mint)),
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
            updated(world, UPDATE);
            alice_to_bob()
        }),
    ),
    (
        Refusal::SourceJurisdiction,
        Way::Transfer(|world| {
            let args = UpdateHolderArgs { jurisdiction: UNITED_STATES, ..UPDATE };
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
            updated(world, UPDATE);
            bob_to_alice()
        }),
    ),
    (
        Refusal::DestinationJurisdiction,
        Way::Transfer(|world| {
            let args = UpdateHolderArgs { jurisdiction: UNITED_STATES, ..UPDATE };
            updated(world, UpdateHolderArgs { kyc_expires_at: START + 6, ..args });
            bob_to_alice()
        }),
    ),
];
