//! `update_metadata`

use scrip_issuer::events::MetadataUpdated;
use scrip_issuer::state::Asset;
use scrip_issuer::{ID, MetadataChange};
use scrip_svm_tests::cast::Duty;
use spl_token_2022_interface::extension::{BaseStateWithExtensions, StateWithExtensions};
use spl_token_2022_interface::state::Mint;
use spl_token_metadata_interface::state::TokenMetadata;

use super::*;

/// What Token-2022 tells of the share.
fn told(world: &World) -> TokenMetadata {
    let data = world.data(&cast().share.mint);
    let mint = StateWithExtensions::<Mint>::unpack(&data).unwrap();
    mint.get_variable_len_extension::<TokenMetadata>().unwrap()
}

fn update(world: &mut World, change: MetadataChange) -> Receipt {
    world.run(issuer_program::update_metadata(&cast().share, change))
}

fn field(key: &str, value: &str) -> MetadataChange {
    MetadataChange::Field { key: key.into(), value: value.into() }
}

/// Of a field that was not there; `terms_hash` is the one of the set-up.
fn updated(key: &str, value: &str) -> MetadataUpdated {
    MetadataUpdated {
        asset: cast().share.asset,
        actor: cast().company.member(Duty::Metadata),
        field: key.into(),
        old: String::new(),
        new: value.into(),
        old_terms_hash: [0xab; 32],
        new_terms_hash: [0xab; 32],
        reference: issuer_program::REFERENCE,
    }
}

#[test]
fn terms() {
    let mut world = World::new();
    let mut asset: Asset = world.read(&cast().share.asset);
    let mut metadata = told(&world);
    let (uri, hash) = ("https://example.com/aapl-2.json", [0x2f; 32]);
    let receipt = update(&mut world, MetadataChange::Terms { uri: uri.into(), hash });
    asset.terms_hash = hash;
    world.assert_account(&cast().share.asset, &asset);
    metadata.uri = uri.into();
    metadata.additional_metadata[1].1 = "2f".repeat(32);
    assert_eq!(told(&world), metadata);
    assert_eq!(metadata.additional_metadata[1].0, "terms_hash");
    let event = MetadataUpdated {
        old: "https://example.com/aapl.json".into(),
        new_terms_hash: hash,
        ..updated("uri", uri)
    };
    receipt.assert_event(ID, &event);
    assert_eq!(receipt.event_count(), 1);
}

#[test]
fn isin() {
    let mut world = World::new();
    let mut asset: Asset = world.read(&cast().share.asset);
    let mut metadata = told(&world);
    let isin = *b"CH0012221716";
    let receipt = update(&mut world, MetadataChange::Isin { isin });
    asset.isin = isin;
    world.assert_account(&cast().share.asset, &asset);
    let old = core::mem::replace(&mut metadata.additional_metadata[0].1, "CH0012221716".into());
    assert_eq!(told(&world), metadata);
    receipt.assert_event(ID, &MetadataUpdated { old, ..updated("isin", "CH0012221716") });
    assert_eq!(receipt.event_count(), 1);
}

#[test]
fn a_further_field_is_added_changed_and_emptied() {
    let mut world = World::new();
    let (asset, mut metadata) = (world.data(&cast().share.asset), told(&world));
    metadata.additional_metadata.push(("lei".into(), String::new()));
    for (old, new) in [("", "HWUPKR0MPOU8FGXBT394"), ("HWUPKR0MPOU8FGXBT394", "-"), ("-", "")] {
        let receipt = update(&mut world, field("lei", new));
        metadata.additional_metadata[2].1 = new.into();
        assert_eq!(told(&world), metadata);
        receipt.assert_event(ID, &MetadataUpdated { old: old.into(), ..updated("lei", new) });
        assert_eq!(world.data(&cast().share.asset), asset, "the asset says nothing of it");
    }
}

/// The mint never lacks its rent; whoever pays pays what is missing, once.
#[test]
fn growth_is_paid_for_once_and_shrinking_costs_nothing() {
    let mut world = World::new();
    let (mint, long, short) = (cast().share.mint, "v".repeat(200), "v");
    let size = |world: &World| {
        let account = world.account(&mint).unwrap();
        (account.data.len(), account.lamports, world.rent(account.data.len()))
    };
    let (len, lamports, rent) = size(&world);
    assert_eq!(lamports, rent, "to the lamport");
    let paid = Books::of(&world).lamports;
    update(&mut world, field("note", &long));
    let (grown, lamports, rent) = size(&world);
    // Key and value with their lengths.
    assert_eq!((grown, lamports), (len + 4 + 4 + 4 + 200, rent));
    let growth = rent - world.rent(len);
    assert_eq!(Books::of(&world).lamports, paid - growth);
    update(&mut world, field("note", short));
    let (shrunk, kept, _) = size(&world);
    assert_eq!((shrunk, kept), (grown - 199, lamports), "the mint keeps its lamports");
    assert_eq!(Books::of(&world).lamports, paid - growth);
    update(&mut world, field("note", &long));
    assert_eq!(size(&world), (grown, lamports, rent));
    assert_eq!(Books::of(&world).lamports, paid - growth, "that was paid for already");
}

#[test]
fn the_longest_of_everything() {
    let mut world = World::new();
    let uri = "u".repeat(200);
    update(&mut world, MetadataChange::Terms { uri: uri.clone(), hash: [0xff; 32] });
    for letter in ["a", "b", "c", "d", "e"] {
        update(&mut world, field(&letter.repeat(32), &letter.repeat(200)));
    }
    let metadata = told(&world);
    assert_eq!((metadata.uri, metadata.additional_metadata.len()), (uri, 7));
    assert_eq!(metadata.additional_metadata[6], ("e".repeat(32), "e".repeat(200)));
    let mint = world.account(&cast().share.mint).unwrap();
    assert_eq!(mint.lamports, world.rent(mint.data.len()));
}

#[test]
fn what_the_mint_does_does_not_change() {
    let mut world = World::new();
    let base = token_2022::mint(&world, &cast().share.mint);
    let before = Books::of(&world);
    update(&mut world, MetadataChange::Terms { uri: "x".into(), hash: [1; 32] });
    assert_eq!(token_2022::mint(&world, &cast().share.mint), base);
    assert_eq!(Books::of(&world), before, "a shorter URI costs nothing");
    for instruction in [subscribe(), fill(), request(), settle()] {
        world.run(instruction);
    }
}
