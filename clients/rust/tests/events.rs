//! The events of the client are those of the interface descriptions, and each is read back as itself.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

use std::collections::BTreeSet;

use anchor_lang::prelude::Pubkey;
use anchor_lang::{Event, event::EVENT_IX_TAG_LE};
use scrip_client::events::{ScripEvent, read_instruction};
use serde_json::Value;

const IDLS: [&str; 2] = [
    include_str!("../../../idl/scrip_issuer.json"),
    include_str!("../../../idl/scrip_transfer_hook.json"),
];

fn idls() -> [(Pubkey, Value); 2] {
    IDLS.map(|text| {
        let idl: Value = serde_json::from_str(text).unwrap();
        (idl["address"].as_str().unwrap().parse().unwrap(), idl)
    })
}

#[test]
fn every_event_of_the_interface_descriptions_is_there() {
    let idls = idls();
    let of = |(_, idl): &(Pubkey, Value)| idl["events"].as_array().unwrap().clone();
    let described: BTreeSet<_> =
        idls.iter().flat_map(of).map(|event| event["name"].as_str().unwrap().to_owned()).collect();
    let known: BTreeSet<_> = ScripEvent::NAMES.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(known, described);
    assert_eq!(ScripEvent::NAMES.len(), described.len(), "two events of one name");
}

/// No event has a field that zeros are no value of, so that its discriminator with zeros behind it is one.
#[test]
fn every_discriminator_leads_to_its_event_of_its_program_alone() {
    let idls = idls();
    for (place, (program, idl)) in idls.iter().enumerate() {
        for event in idl["events"].as_array().unwrap() {
            let name = event["name"].as_str().unwrap();
            let tag: Vec<u8> = serde_json::from_value(event["discriminator"].clone()).unwrap();
            let found = (0..2_000)
                .find_map(|len| ScripEvent::read(program, &[&tag[..], &vec![0; len]].concat()));
            assert_eq!(found.map(|event| event.name()), Some(name));
            let (other, _) = idls[1 - place];
            assert!((0..500).all(|len| {
                ScripEvent::read(&other, &[&tag[..], &vec![0; len]].concat()).is_none()
            }));
        }
    }
}

#[test]
fn an_event_is_read_from_the_instruction_that_tells_it() {
    let event = scrip_issuer::events::TradingHalted {
        asset: Pubkey::new_from_array([1; 32]),
        actor: Pubkey::new_from_array([2; 32]),
        reason: 3,
        until: 4,
    };
    let data = [EVENT_IX_TAG_LE, &event.data()].concat();
    let Some(ScripEvent::TradingHalted(read)) = read_instruction(&scrip_issuer::ID, &data) else {
        panic!("the event is not read");
    };
    assert_eq!((read.asset, read.actor, read.reason, read.until), (event.asset, event.actor, 3, 4));
    for wrong in [&data[..7], &data[8..], &data[..data.len() - 1], &[&data[..], &[0]].concat()] {
        assert!(read_instruction(&scrip_issuer::ID, wrong).is_none());
    }
    assert!(read_instruction(&scrip_transfer_hook::ID, &data).is_none());
}
