//! Accounts that version 1 of the issuer program wrote, as it wrote them.
//!
//! - [`before`]: nothing but their conversion takes them
//! - [`afterwards`]: what they become, and that all goes on
//! - here: what is refused

mod afterwards;
mod before;

use anchor_lang::Discriminator;
use anchor_lang::error::ErrorCode;
use anchor_lang::prelude::Pubkey;
use scrip_issuer::error::IssuerError;
use scrip_issuer::state::{Asset, CorporateAction};
use scrip_svm_tests::fixtures::SPLIT;
use scrip_svm_tests::issuer_program::migrate_account;
use scrip_svm_tests::{World, addresses, cast, version_1};

use crate::case::{Case, assert_all_fail, case};

/// An action of the other share, whose history was taken.
fn old_action(sequence: u32) -> Pubkey {
    addresses::action(&cast().other_share.asset, sequence)
}

/// The share's asset as version 1 wrote it, but with another version.
fn put_version(world: &mut World, version: u8) -> Pubkey {
    let asset = cast().share.asset;
    version_1::put(world, asset);
    world.edit(asset, |account| account.data[8] = version);
    asset
}

pub const CASES: &[Case] = &[
    case(IssuerError::AccountCurrent as u32, "an asset of today", |_| {
        migrate_account(cast().share.asset)
    }),
    case(IssuerError::AccountCurrent as u32, "an action of today", |world| {
        world.schedule(&cast().share, SPLIT);
        migrate_account(addresses::action(&cast().share.asset, 0))
    }),
    case(IssuerError::AccountCurrent as u32, "a second time", |world| {
        version_1::put(world, cast().share.asset);
        world.run(migrate_account(cast().share.asset));
        migrate_account(cast().share.asset)
    }),
    case(IssuerError::AccountVersion as u32, "no version", |world| {
        migrate_account(put_version(world, 0))
    }),
    case(IssuerError::AccountVersion as u32, "a version to come", |world| {
        migrate_account(put_version(world, 3))
    }),
    case(IssuerError::NeverMigrated as u32, "an issuer", |_| {
        migrate_account(cast().company.address)
    }),
    case(IssuerError::InvariantViolated as u32, "an asset that cannot be", |world| {
        let asset = put_version(world, 1);
        // The status, 25 bytes before the end of version 1.
        world.edit(asset, |account| account.data[218] = 0);
        migrate_account(asset)
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}

#[test]
fn an_account_of_another_length_is_none_of_that_version() {
    let mut world = World::new();
    version_1::put_all(&mut world);
    for address in [cast().share.asset, old_action(0)] {
        let length = version_1::account_at(&address).data.len();
        for other in [length - 1, length + 1, length + 9] {
            version_1::put(&mut world, address);
            world.edit(address, |account| account.data.resize(other, 0));
            let code = ErrorCode::AccountDidNotDeserialize as u32;
            world.refuse(migrate_account(address)).assert_code(code, "another length");
        }
    }
}

#[test]
fn what_was_taken_is_of_version_1() {
    for (address, discriminator, length) in [
        (cast().share.asset, Asset::DISCRIMINATOR, 243),
        (cast().other_share.asset, Asset::DISCRIMINATOR, 243),
        (old_action(0), CorporateAction::DISCRIMINATOR, 175),
        (old_action(1), CorporateAction::DISCRIMINATOR, 175),
    ] {
        let data = version_1::account_at(&address).data;
        assert_eq!((&data[..8], data[8], data.len()), (discriminator, 1, length));
    }
}
