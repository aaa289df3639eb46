//! `trust_credential`

use anchor_lang::solana_program::instruction::Instruction;
use scrip_svm_tests::attestation_service::Credential;
use scrip_svm_tests::{World, addresses, cast, hook_program};
use scrip_transfer_hook::ID;
use scrip_transfer_hook::error::HookError;
use scrip_transfer_hook::events::CredentialTrusted;
use scrip_transfer_hook::state::{Registry, TrustedCredential};

use crate::case::{Case, assert_all_fail, case};

/// Where a registry's account says how many credentials it has trusted.
const COUNT: usize = 12;

fn credential() -> Credential {
    Credential::new("know your customer")
}

fn trust(number: u8) -> Instruction {
    hook_program::trust_credential(&cast().company.register, credential().trust_args(number))
}

/// Writes the count past the program: 255 credentials would take as many transactions.
fn trusted_already(world: &mut World, count: u8) {
    world.edit(cast().company.register.address, |account| account.data[COUNT] = count);
}

#[test]
fn trusts_credentials_under_rising_numbers() {
    let mut world = World::new();
    let register = cast().company.register;
    let foreign = world.account(&cast().foreign_company.register.address);
    for (number, credential) in [(1, credential()), (2, Credential::new("another"))] {
        let mut registry: Registry = world.read(&register.address);
        let before = world.account(&cast().payer).unwrap().lamports;
        let instruction = hook_program::trust_credential(&register, credential.trust_args(number));
        let receipt = world.run(instruction);
        let address = addresses::trusted_credential(&register.address, number);
        let expected = TrustedCredential {
            version: 1,
            bump: addresses::bump(&address),
            number,
            padding: [0; 5],
            registry: register.address,
            credential: credential.address(),
            schema: credential.schema(),
        };
        world.assert_pod(&address, &expected);
        let account = world.account(&address).unwrap();
        assert_eq!((account.owner, account.lamports), (ID, world.rent(112)));
        assert_eq!(world.account(&cast().payer).unwrap().lamports, before - world.rent(112));
        registry.credentials = number;
        world.assert_pod(&register.address, &registry);
        let event = CredentialTrusted {
            registry: register.address,
            actor: register.authority,
            number,
            credential: credential.address(),
            schema: credential.schema(),
        };
        receipt.assert_event(ID, &event);
        assert_eq!(receipt.event_count(), 1);
    }
    assert_eq!(world.account(&cast().foreign_company.register.address), foreign);
}

#[test]
fn the_255th_credential_is_the_last() {
    let mut world = World::new();
    trusted_already(&mut world, 254);
    world.run(trust(255));
    let failure = world.refuse(trust(0));
    failure.assert_code(HookError::TooManyCredentials as u32, "the 256th");
}

#[test]
fn the_credential_and_its_schema_need_not_exist_yet() {
    let mut world = World::new();
    assert!(world.account(&credential().address()).is_none());
    world.run(trust(1));
}

pub const CASES: &[Case] = &[
    case(HookError::NotRegistryAuthority as u32, "somebody else signs", |_| {
        let mut instruction = trust(1);
        instruction.accounts[0].pubkey = cast().mallory;
        instruction
    }),
    case(HookError::NotRegistryAuthority as u32, "an officer signs", |_| {
        let mut instruction = trust(1);
        instruction.accounts[0].pubkey = cast().company.register.officer;
        instruction
    }),
    case(HookError::NotRegistryAuthority as u32, "the authority of another registry", |_| {
        let mut instruction = trust(1);
        instruction.accounts[0].pubkey = cast().foreign_company.register.authority;
        instruction
    }),
    case(HookError::TooManyCredentials as u32, "255 already", |world| {
        trusted_already(world, 255);
        trust(0)
    }),
    case(HookError::TooManyCredentials as u32, "255 already, and a number again", |world| {
        trusted_already(world, 255);
        trust(255)
    }),
    case(HookError::CredentialNumberWrong as u32, "number 0", |_| trust(0)),
    case(HookError::CredentialNumberWrong as u32, "a number left out", |_| trust(2)),
    case(HookError::CredentialNumberWrong as u32, "a number given already", |world| {
        world.run(trust(1));
        trust(1)
    }),
    case(HookError::CredentialNumberWrong as u32, "a number that was given once", |world| {
        world.run(trust(1));
        world.run(hook_program::distrust_credential(&cast().company.register, 1));
        trust(1)
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
