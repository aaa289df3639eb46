//! Every event, account and instruction of both IDLs decodes, to its last byte, whatever its values.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

use anchor_lang::prelude::Pubkey;
use anchor_lang_idl_spec::{Idl, IdlArrayLen, IdlDefinedFields, IdlField, IdlType, IdlTypeDefTy};

use super::decode::Decoder;
use super::value::{Decoded, readable};
use super::{account, event, idl, instruction, words};

/// Bytes of a type; of an enum the given variant (or its last), of a list two.
fn bytes(idl: &Idl, ty: &IdlType, variant: usize) -> Vec<u8> {
    let of = |size: usize| vec![1; size];
    match ty {
        IdlType::Bool | IdlType::U8 => of(1),
        IdlType::U16 => of(2),
        IdlType::U32 => of(4),
        IdlType::U64 | IdlType::I64 => of(8),
        IdlType::U128 => of(16),
        IdlType::Pubkey => of(32),
        IdlType::String | IdlType::Bytes => [2_u32.to_le_bytes().as_slice(), b"ab"].concat(),
        IdlType::Array(inner, IdlArrayLen::Value(length)) => {
            bytes(idl, inner, variant).repeat(*length)
        }
        IdlType::Vec(inner) => {
            [2_u32.to_le_bytes().to_vec(), bytes(idl, inner, variant).repeat(2)].concat()
        }
        IdlType::Option(inner) => [vec![1], bytes(idl, inner, variant)].concat(),
        IdlType::Defined { name, .. } => named(idl, name, variant),
        other => panic!("the programs use another type: {other:?}"),
    }
}

fn named(idl: &Idl, name: &str, variant: usize) -> Vec<u8> {
    match &idl::type_named(idl, name).unwrap().ty {
        IdlTypeDefTy::Struct { fields } => {
            fields.iter().flat_map(|fields| some(idl, fields, variant)).collect()
        }
        IdlTypeDefTy::Enum { variants } => {
            let which = variant.min(variants.len().saturating_sub(1));
            let fields =
                variants[which].fields.iter().flat_map(|fields| some(idl, fields, variant));
            [vec![u8::try_from(which).unwrap()], fields.collect()].concat()
        }
        IdlTypeDefTy::Type { alias } => bytes(idl, alias, variant),
    }
}

fn some(idl: &Idl, fields: &IdlDefinedFields, variant: usize) -> Vec<u8> {
    match fields {
        IdlDefinedFields::Named(fields) => arguments(idl, fields, variant),
        IdlDefinedFields::Tuple(types) => {
            types.iter().flat_map(|ty| bytes(idl, ty, variant)).collect()
        }
    }
}

fn arguments(idl: &Idl, fields: &[IdlField], variant: usize) -> Vec<u8> {
    fields.iter().flat_map(|field| bytes(idl, &field.ty, variant)).collect()
}

const VARIANTS: usize = 12;
const TAG: [u8; 8] = [0xe4, 0x45, 0xa5, 0x2e, 0x51, 0xcb, 0x9a, 0x1d];

#[test]
fn both_idls_are_there_at_the_programs_addresses() {
    assert_eq!(idl::all().len(), 2);
    assert!(idl::of(&scrip_issuer::ID).is_some() && idl::of(&scrip_transfer_hook::ID).is_some());
    assert!(idl::of(&Pubkey::default()).is_none());
}

#[test]
fn every_type_is_decoded_to_its_last_byte_in_all_its_variants() {
    for idl in idl::all() {
        for ty in &idl.types {
            for variant in 0..VARIANTS {
                let encoded = named(idl, &ty.name, variant);
                let mut decoder = Decoder::new(idl, &encoded);
                decoder.named(&ty.name).unwrap_or_else(|error| panic!("{}: {error:#}", ty.name));
                assert_eq!(decoder.left(), 0, "{}", ty.name);
                if let Some((_, short)) = encoded.split_last() {
                    Decoder::new(idl, short).named(&ty.name).unwrap_err();
                }
            }
        }
    }
}

#[test]
fn every_event_account_and_instruction_is_known_by_its_discriminator() {
    for idl in idl::all() {
        let program: Pubkey = idl.address.parse().unwrap();
        for known in &idl.events {
            let data = [&TAG[..], &known.discriminator, &named(idl, &known.name, 0)].concat();
            let event = event::decode(&program, &data).unwrap();
            assert_eq!(event.name, known.name);
            assert!(event.lines().len() > 1 && event.json()["data"].is_object(), "{}", known.name);
            assert_eq!(event::decode(&Pubkey::default(), &data), None);
        }
        for known in &idl.accounts {
            let data = [&known.discriminator[..], &named(idl, &known.name, 0)].concat();
            assert_eq!(account::decode(&program, &data).unwrap().0, known.name);
            assert_eq!(account::difference(&program, &data, &data), Vec::<String>::new());
            assert!(account::difference(&program, &[], &data).len() > 1);
        }
        for known in &idl.instructions {
            let data = [&known.discriminator[..], &arguments(idl, &known.args, 3)].concat();
            let accounts = Vec::new();
            let described =
                instruction::describe(&anchor_lang::solana_program::instruction::Instruction {
                    program_id: program,
                    accounts,
                    data,
                });
            assert_eq!(described.name.as_ref(), Some(&known.name));
        }
    }
}

#[test]
fn times_are_the_only_signed_numbers_and_nothing_else_is_called_one() {
    let ends = ["_at", "until", "from", "deadline", "_by", "since", "as_of"];
    for idl in idl::all() {
        for ty in &idl.types {
            let IdlTypeDefTy::Struct { fields: Some(IdlDefinedFields::Named(fields)) } = &ty.ty
            else {
                continue;
            };
            for field in fields {
                let is_time = ends.iter().any(|end| field.name.ends_with(end));
                let name = &field.name;
                assert!(field.ty != IdlType::I64 || is_time, "{}.{name}", ty.name);
            }
        }
    }
}

#[test]
fn values_are_written_for_people() {
    let one = 10_u128.pow(18);
    for (shown, expected) in [
        (words::large("new_multiplier", one.saturating_mul(4)), "4"),
        (words::large("multiplier", one.div_ceil(8)), "0.125"),
        (words::large("attested", 7), "7"),
        (words::time(1_796_135_400), "2026-12-01T14:30:00Z"),
        (words::time(0), "-"),
        (words::bytes("reason", b"CASE-7\0\0\0"), "CASE-7"),
        (words::bytes("root", &[0xab; 2]), "abab"),
        (
            words::bytes("jurisdictions", &{
                let mut bits = [0; 128];
                bits[105] = 1; // 840
                bits
            }),
            "US",
        ),
        (words::small("new_jurisdiction", 756), "CH"),
        (words::small("fee_bps", 756), "756"),
        (words::address(Pubkey::default()), "-"),
        (
            Decoded::Variant("SupplyCap".into(), vec![("raw".into(), Decoded::Text("5".into()))]),
            "supply cap (raw: 5)",
        ),
        (Decoded::List(Vec::new()), "none"),
    ] {
        assert_eq!(shown.inline(), expected);
    }
    assert_eq!(readable("SharesMinted"), "shares minted");
}

#[test]
fn what_was_and_what_is_are_one_line() {
    let number = |name: &str, value| (name.to_owned(), Decoded::Number(value));
    let fields = vec![
        number("version", 1),
        number("old_state", 1),
        number("new_state", 2),
        number("fee_bps", 3),
    ];
    assert_eq!(Decoded::Fields(fields).lines(), ["state: 1 -> 2", "fee bps: 3"]);
    let same = vec![number("old", 1), number("new", 1)];
    assert_eq!(Decoded::Fields(same).lines(), ["value: 1 (unchanged)"]);
}
