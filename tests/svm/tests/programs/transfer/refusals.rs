//! Every refusal, with a way to it.

use anchor_lang::prelude::Pubkey;
use scrip_rules::classes::{QUALIFIED, RETAIL};
use scrip_rules::paths;
use scrip_rules::refusal::Refusal;
use scrip_svm_tests::fixtures::UPDATE;
use scrip_svm_tests::setup::details;
use scrip_svm_tests::{START, TOKEN, UNITED_STATES, World, cast, issuer_program, keys, token_2022};
use scrip_transfer_hook::HolderDetails;

use super::alice_to_bob;
use super::stage::{self, set_terms, transfer, venue};
use super::ways::{DESTINATION, DESTINATION_RECORD, POLICY, SOURCE, SOURCE_RECORD, Way};

/// Alice's token account, byte for byte, but of another program.
fn foreign_copy(world: &mut World) -> Pubkey {
    let address = keys::wallet("copy");
    let mut account = world.account(&alice_to_bob().source).unwrap();
    account.owner = cast().mallory;
    world.set_account(address, account);
    address
}

/// Writes the balance of a wallet's token account, past Token-2022.
fn set_balance(world: &mut World, wallet: &Pubkey, balance: u64) {
    let account = token_2022::account_of(wallet, &cast().share.mint);
    world.edit(account, |account| {
        account.data[64..72].copy_from_slice(&balance.to_le_bytes());
    });
}

// What may be wrong with Alice, who sends or receives.

fn suspended(world: &mut World) {
    stage::set_status(world, &cast().alice, 2);
}

fn revoked(world: &mut World) {
    stage::set_status(world, &cast().alice, 3);
}

fn sanctioned(world: &mut World) {
    stage::set_status(world, &cast().alice, 4);
}

fn expired(world: &mut World) {
    stage::update(world, &cast().alice, UPDATE);
    world.set_time(UPDATE.kyc_expires_at);
}

fn emigrated(world: &mut World) {
    let details = HolderDetails { jurisdiction: UNITED_STATES, ..details() };
    stage::update(world, &cast().alice, details);
}

fn of_no_admitted_class(world: &mut World) {
    stage::update(world, &cast().alice, HolderDetails { investor_classes: QUALIFIED, ..details() });
    set_terms(world, |terms| terms.classes_admitted = RETAIL);
}

fn of_a_refused_class(world: &mut World) {
    stage::update(world, &cast().alice, HolderDetails { investor_classes: QUALIFIED, ..details() });
    set_terms(world, |terms| terms.classes_refused = QUALIFIED);
}

fn without(path: u16) -> impl FnOnce(&mut scrip_transfer_hook::PolicyTerms) {
    move |terms| terms.paths &= !path
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
        Way::Sender(|world| {
            world.run(issuer_program::halt(&cast().share, 1, 0));
        }),
    ),
    (
        Refusal::Blackout,
        Way::Sender(|world| {
            world.run(issuer_program::set_blackout(&cast().share, START, START + 1));
        }),
    ),
    (
        Refusal::AssetLocked,
        Way::Sender(|world| set_terms(world, |terms| terms.locked_until = START + 1)),
    ),
    (
        Refusal::WalletToWallet,
        Way::Sender(|world| set_terms(world, without(paths::WALLET_TO_WALLET))),
    ),
    (
        Refusal::WalletToVenue,
        Way::Transfer(|world| {
            let venue = venue(world, "venue");
            set_terms(world, without(paths::WALLET_TO_VENUE));
            transfer(&cast().alice, &venue, 1)
        }),
    ),
    (
        Refusal::VenueToWallet,
        Way::Transfer(|world| {
            let venue = venue(world, "venue");
            set_terms(world, without(paths::VENUE_TO_WALLET));
            transfer(&venue, &cast().alice, 1)
        }),
    ),
    (
        Refusal::VenueToVenue,
        Way::Transfer(|world| {
            let (first, second) = (venue(world, "venue"), venue(world, "second venue"));
            set_terms(world, without(paths::VENUE_TO_VENUE));
            transfer(&first, &second, 1)
        }),
    ),
    (
        Refusal::OverMaxTransfer,
        Way::Sender(|world| set_terms(world, |terms| terms.max_transfer = 1_000 * TOKEN - 1)),
    ),
    (
        Refusal::AmountHidden,
        Way::Transfer(|world| {
            // Token-2022 names the amount of a confidential transfer so. An open one of as much needs a
            // balance that no mint would have given her.
            set_balance(world, &cast().alice, u64::MAX);
            set_balance(world, &cast().bob, 0);
            set_terms(world, |terms| terms.max_transfer = 1);
            transfer(&cast().alice, &cast().bob, u64::MAX)
        }),
    ),
    (
        Refusal::SourceMissing,
        Way::Transfer(|world| {
            set_balance(world, &cast().carol, 1);
            transfer(&cast().carol, &cast().bob, 1)
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
    (Refusal::SourceSuspended, Way::Sender(suspended)),
    (Refusal::SourceRevoked, Way::Sender(revoked)),
    (Refusal::SourceExpired, Way::Sender(expired)),
    (Refusal::SourceJurisdiction, Way::Sender(emigrated)),
    (Refusal::SourceSanctioned, Way::Sender(sanctioned)),
    (Refusal::SourceClassNotAdmitted, Way::Sender(of_no_admitted_class)),
    (Refusal::SourceClassRefused, Way::Sender(of_a_refused_class)),
    (
        Refusal::SourceLocked,
        Way::Sender(|world| {
            let details = HolderDetails { locked_until: START + 1, ..details() };
            stage::update(world, &cast().alice, details);
        }),
    ),
    (Refusal::DestinationMissing, Way::Transfer(|_| transfer(&cast().alice, &cast().carol, 1))),
    (Refusal::DestinationForged, Way::Replaced(DESTINATION_RECORD, |_| cast().share.policy)),
    (
        Refusal::DestinationOtherRegistry,
        Way::Replaced(DESTINATION_RECORD, |_| cast().foreign_share.holder(&cast().bob)),
    ),
    (
        Refusal::DestinationOtherWallet,
        Way::Replaced(DESTINATION_RECORD, |_| cast().share.holder(&cast().alice)),
    ),
    (Refusal::DestinationSuspended, Way::Recipient(suspended)),
    (Refusal::DestinationRevoked, Way::Recipient(revoked)),
    (Refusal::DestinationExpired, Way::Recipient(expired)),
    (Refusal::DestinationJurisdiction, Way::Recipient(emigrated)),
    (Refusal::DestinationSanctioned, Way::Recipient(sanctioned)),
    (Refusal::DestinationClassNotAdmitted, Way::Recipient(of_no_admitted_class)),
    (Refusal::DestinationClassRefused, Way::Recipient(of_a_refused_class)),
    (
        Refusal::DestinationOverMaxBalance,
        Way::Recipient(|world| set_terms(world, |terms| terms.max_balance = 1_000 * TOKEN)),
    ),
];
