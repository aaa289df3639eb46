//! `update_metadata`: the errors

use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::MetadataChange;
use scrip_issuer::error::IssuerError;
use scrip_issuer::token_2022::{FIELD_ISIN, FIELD_TERMS_HASH};
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::issuer_program::{self, with};
use scrip_svm_tests::{World, cast};

use crate::case::{Case, assert_all_fail, assert_fails, case};

fn update(change: MetadataChange) -> Instruction {
    issuer_program::update_metadata(&cast().share, change)
}

fn terms(uri: String) -> Instruction {
    update(MetadataChange::Terms { uri, hash: [2; 32] })
}

fn field(key: &str, value: &str) -> Instruction {
    update(MetadataChange::Field { key: key.into(), value: value.into() })
}

pub const CASES: &[Case] = &[
    case(IssuerError::RoleLacksPermission as u32, "by a minter", |_| {
        let (company, duty) = (cast().company, Duty::Mint);
        let others = [("actor", company.member(duty)), ("role", company.role(duty))];
        with("update_metadata", terms("https://example.com".into()), others)
    }),
    case(IssuerError::MetadataLength as u32, "terms nowhere", |_| terms(String::new())),
    case(IssuerError::MetadataLength as u32, "terms at 201 bytes", |_| terms("u".repeat(201))),
    case(IssuerError::MetadataLength as u32, "a field without a name", |_| field("", "value")),
    case(IssuerError::MetadataLength as u32, "a name of 33 bytes", |_| {
        field(&"k".repeat(33), "value")
    }),
    case(IssuerError::MetadataLength as u32, "a value of 201 bytes", |_| {
        field("key", &"v".repeat(201))
    }),
    case(IssuerError::MalformedIsin as u32, "a wrong check digit", |_| {
        update(MetadataChange::Isin { isin: *b"US0378331006" })
    }),
    case(IssuerError::MetadataFieldReserved as u32, "the name", |_| field("name", "Another")),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}

#[test]
fn no_field_with_an_instruction_of_its_own_is_written_past_it() {
    for key in ["name", "symbol", "uri", FIELD_ISIN, FIELD_TERMS_HASH] {
        let code = IssuerError::MetadataFieldReserved as u32;
        assert_fails(&mut World::new(), field(key, "value"), code, key);
    }
}
