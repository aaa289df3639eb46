//! `import_attestation`

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_svm_tests::attestation_service::{
    Attestation, Credential, EXPIRY, FACTS, attested, encode, imported,
};
use scrip_svm_tests::fixtures::UPDATE;
use scrip_svm_tests::{GERMANY, START, World, addresses, cast, hook_program, keys};
use scrip_transfer_hook::ID;
use scrip_transfer_hook::attestation::AttestedFacts;
use scrip_transfer_hook::error::HookError;
use scrip_transfer_hook::events::AttestationImported;
use scrip_transfer_hook::state::{Holder, first_half};

use super::record;
use crate::case::{Case, assert_all_fail, case};

fn address() -> Pubkey {
    cast().company.register.holder(&cast().carol)
}

/// What Carol's event says after the first import.
fn event(attestation: &Attestation) -> AttestationImported {
    AttestationImported {
        registry: cast().company.register.address,
        wallet: cast().carol,
        attestation: attestation.address(),
        signer: attestation.signer,
        renewed: false,
        jurisdiction: FACTS.jurisdiction,
        investor_classes: FACTS.investor_classes,
        kyc_expires_at: EXPIRY,
        identity: FACTS.identity,
    }
}

/// An import that Mallory pays for.
fn paid_by_mallory(attestation: &Attestation, number: u8) -> Instruction {
    let mut instruction = attestation.import(&cast().company.register, number);
    instruction.accounts[0].pubkey = cast().mallory;
    instruction
}

#[test]
fn anybody_creates_the_record() {
    let mut world = World::new();
    let attestation = attested(&mut world, cast().carol);
    let before = world.account(&cast().mallory).unwrap().lamports;
    let receipt = world.run(paid_by_mallory(&attestation, 1));
    let rent_payer = first_half(&cast().mallory);
    world.assert_pod(&address(), &Holder { rent_payer, ..record() });
    let account = world.account(&address()).unwrap();
    assert_eq!((account.owner, account.lamports), (ID, world.rent(128)));
    assert_eq!(world.account(&cast().mallory).unwrap().lamports, before - world.rent(128));
    receipt.assert_event(ID, &event(&attestation));
    assert_eq!(receipt.event_count(), 1);
}

#[test]
fn renews_the_facts_and_never_the_status() {
    let register = cast().company.register;
    for status in 1..=4 {
        let mut world = World::new();
        let first = imported(&mut world, cast().carol);
        if status != 1 {
            world.run(hook_program::set_holder_status(&register, &cast().carol, status));
        }
        let facts =
            AttestedFacts { jurisdiction: GERMANY, investor_classes: 15, identity: [5; 16] };
        let other_signer = Credential::new("know your customer").signers[1];
        let second = Attestation {
            data: encode(&facts),
            signer: other_signer,
            expiry: EXPIRY + 1,
            ..first.clone()
        };
        first.close(&mut world);
        second.put(&mut world);
        let before = world.account(&cast().mallory).unwrap().lamports;
        let receipt = world.run(paid_by_mallory(&second, 1));
        // The rent stays the first payer's; the second has paid nothing.
        assert_eq!(world.account(&cast().mallory).unwrap().lamports, before);
        let expected = Holder {
            status,
            jurisdiction: GERMANY,
            investor_classes: 15,
            identity: [5; 16],
            kyc_expires_at: EXPIRY + 1,
            ..record()
        };
        world.assert_pod(&address(), &expected);
        let expected = AttestationImported {
            signer: other_signer,
            renewed: true,
            jurisdiction: GERMANY,
            investor_classes: 15,
            kyc_expires_at: EXPIRY + 1,
            identity: [5; 16],
            ..event(&second)
        };
        receipt.assert_event(ID, &expected);
        assert_eq!(receipt.event_count(), 1);
    }
}

#[test]
fn the_same_attestation_again_changes_nothing() {
    let mut world = World::new();
    let attestation = imported(&mut world, cast().carol);
    let before = world.account(&address());
    let receipt = world.run(attestation.import(&cast().company.register, 1));
    receipt.assert_event(ID, &AttestationImported { renewed: true, ..event(&attestation) });
    assert_eq!(world.account(&address()), before);
}

#[test]
fn every_fact_that_a_registrar_may_state_may_be_attested() {
    for (jurisdiction, investor_classes, expiry) in [(1, 0, START + 1), (999, 15, i64::MAX)] {
        let mut world = World::new();
        let attestation = attested(&mut world, cast().carol);
        let facts = AttestedFacts { jurisdiction, investor_classes, identity: [0; 16] };
        Attestation { data: encode(&facts), expiry, ..attestation.clone() }.put(&mut world);
        world.run(attestation.import(&cast().company.register, 1));
        let expected = Holder {
            jurisdiction,
            investor_classes,
            kyc_expires_at: expiry,
            identity: [0; 16],
            ..record()
        };
        world.assert_pod(&address(), &expected);
    }
}

#[test]
fn an_attestation_is_a_record_of_the_registry_that_imports_it() {
    let (mut world, register) = (World::new(), cast().company.register);
    let foreign = cast().foreign_company.register;
    let attestation = attested(&mut world, cast().carol);
    Credential::new("know your customer").put_trusted(&mut world, &foreign, 1);
    world.run(attestation.import(&foreign, 1));
    assert!(world.account(&address()).is_none());
    let theirs: Holder = world.read(&foreign.holder(&cast().carol));
    assert_eq!((theirs.registry, theirs.wallet), (foreign.address, cast().carol));
    // The trust of one registry does not serve the other, nor its record.
    let mut borrowed = attestation.import(&register, 1);
    borrowed.accounts[2].pubkey = addresses::trusted_credential(&foreign.address, 1);
    let other_registry = HookError::OtherRegistry as u32;
    world.refuse(borrowed).assert_code(other_registry, "the trust of another registry");
    let mut elsewhere = attestation.import(&register, 1);
    elsewhere.accounts[5].pubkey = foreign.holder(&cast().carol);
    world.refuse(elsewhere).assert_code(other_registry, "the record of another registry");
    world.run(attestation.import(&register, 1));
    world.assert_pod(&address(), &record());
    // Its end is brought into each by itself.
    attestation.close(&mut world);
    world.run(attestation.import_revocation(&register, 1));
    world.assert_pod(&foreign.holder(&cast().carol), &theirs);
}

/// Trusts a credential, and imports for Carol its attestation with this change.
fn changed(world: &mut World, change: fn(&mut Attestation)) -> Instruction {
    let mut attestation = attested(world, cast().carol);
    change(&mut attestation);
    attestation.put(world);
    let address = attestation.address();
    let (register, trusted) = (cast().company.register, Credential::new("know your customer"));
    let credential = trusted.address();
    hook_program::import_attestation(&register, 1, credential, address, cast().carol)
}

/// The same, with this change to its facts.
fn stated(world: &mut World, jurisdiction: u16, investor_classes: u8) -> Instruction {
    let attestation = attested(world, cast().carol);
    let data = encode(&AttestedFacts { jurisdiction, investor_classes, ..FACTS });
    Attestation { data, ..attestation.clone() }.put(world);
    attestation.import(&cast().company.register, 1)
}

pub const CASES: &[Case] = &[
    case(HookError::AttestationMalformed as u32, "an attestation that is not there", |world| {
        let attestation = attested(world, cast().carol);
        attestation.close(world);
        attestation.import(&cast().company.register, 1)
    }),
    case(HookError::AttestationMalformed as u32, "a byte of facts short", |world| {
        changed(world, |attestation| attestation.data.truncate(18))
    }),
    case(HookError::AttestationMalformed as u32, "a byte of facts long", |world| {
        changed(world, |attestation| attestation.data.push(0))
    }),
    case(HookError::AttestationMalformed as u32, "no facts", |world| {
        changed(world, |attestation| attestation.data.clear())
    }),
    case(HookError::AttestationUntrusted as u32, "of another schema", |world| {
        changed(world, |attestation| attestation.schema = keys::wallet("another schema"))
    }),
    case(HookError::AttestationUntrusted as u32, "of another credential", |world| {
        changed(world, |attestation| attestation.credential = Credential::new("another").address())
    }),
    case(HookError::AttestationUntrusted as u32, "another credential with its own", |world| {
        let trusted = attested(world, cast().carol);
        let another = Credential::new("another");
        another.put(world);
        let attestation = Attestation { credential: another.address(), ..trusted };
        attestation.put(world);
        attestation.import(&cast().company.register, 1)
    }),
    case(HookError::AttestationOfOtherWallet as u32, "of another wallet", |world| {
        changed(world, |attestation| attestation.nonce = cast().mallory)
    }),
    case(HookError::AttestationSignerUnknown as u32, "a signer never listed", |world| {
        changed(world, |attestation| attestation.signer = cast().mallory)
    }),
    case(HookError::AttestationSignerUnknown as u32, "the credential's authority", |world| {
        changed(world, |attestation| attestation.signer = keys::wallet("credential authority"))
    }),
    case(HookError::AttestationSignerUnknown as u32, "a signer who was removed", |world| {
        let attestation = attested(world, cast().carol);
        let mut credential = Credential::new("know your customer");
        credential.signers.remove(0);
        credential.put(world);
        attestation.import(&cast().company.register, 1)
    }),
    case(HookError::AttestationExpired as u32, "expires now", |world| {
        changed(world, |attestation| attestation.expiry = START)
    }),
    case(HookError::AttestationExpired as u32, "never expires", |world| {
        changed(world, |attestation| attestation.expiry = 0)
    }),
    case(HookError::AttestationExpired as u32, "expired before there was time", |world| {
        changed(world, |attestation| attestation.expiry = i64::MIN)
    }),
    case(HookError::UnknownJurisdiction as u32, "no country", |world| stated(world, 0, 2)),
    case(HookError::UnknownJurisdiction as u32, "beyond the codes", |world| {
        stated(world, 1_000, 2)
    }),
    case(HookError::UnknownInvestorClasses as u32, "a bit without a meaning", |world| {
        stated(world, 756, 16)
    }),
    case(HookError::RecordNotAttested as u32, "a registrar's record", |world| {
        attested(world, cast().alice).import(&cast().company.register, 1)
    }),
    case(HookError::RecordNotAttested as u32, "a record that an officer took over", |world| {
        let attestation = imported(world, cast().carol);
        let register = cast().company.register;
        world.run(hook_program::update_holder(&register, &cast().carol, UPDATE));
        attestation.import(&register, 1)
    }),
    case(HookError::RecordNotAttested as u32, "a wallet barred before", |world| {
        let register = cast().company.register;
        world.run(hook_program::bar_wallet(&register, cast().carol, 4));
        attested(world, cast().carol).import(&register, 1)
    }),
    case(HookError::RecordNotAttested as u32, "a venue added by hand", |world| {
        let register = cast().company.register;
        world.run(hook_program::add_venue(&register, cast().carol));
        attested(world, cast().carol).import(&register, 1)
    }),
    case(HookError::RecordNotAttested as u32, "a registered venue", |world| {
        let (register, venue) = (cast().company.register, crate::venues::venue());
        venue.put_registered(world, &register);
        attested(world, venue.address).import(&register, 1)
    }),
    case(HookError::RecordNotAttested as u32, "a record of another credential", |world| {
        imported(world, cast().carol);
        let register = cast().company.register;
        let another = Credential::new("another");
        another.put_trusted(world, &register, 2);
        let attestation = Attestation::new(&another, cast().carol);
        attestation.put(world);
        attestation.import(&register, 2)
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
