//! Accounts of the Solana Attestation Service, byte for byte in the service's layout and at the addresses
//! that it derives. What only the service can do is written past all programs: creating an attestation,
//! closing it, creating another one at the same address, and changing a credential's signers.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_transfer_hook::TrustCredentialArgs;
use scrip_transfer_hook::attestation::{ATTESTATION_SERVICE, AttestedFacts};
use solana_account::Account;

use crate::cast::Register;
use crate::keys::wallet;
use crate::{START, SWITZERLAND, World, hook_program};

/// What is attested unless a test says otherwise.
pub const FACTS: AttestedFacts =
    AttestedFacts { jurisdiction: SWITZERLAND, investor_classes: 2, identity: [4; 16] };

/// When an attestation expires unless a test says otherwise.
pub const EXPIRY: i64 = START + 1_000;

fn derive(seeds: &[&[u8]]) -> Pubkey {
    Pubkey::find_program_address(seeds, &ATTESTATION_SERVICE).0
}

/// A byte string or a list: its length, then its elements.
fn with_len(len: usize, elements: &[u8]) -> Vec<u8> {
    [&u32::try_from(len).unwrap().to_le_bytes(), elements].concat()
}

fn put(world: &mut World, address: Pubkey, data: Vec<u8>) {
    let lamports = world.rent(data.len());
    let account = Account { lamports, data, owner: ATTESTATION_SERVICE, ..Account::default() };
    world.set_account(address, account);
}

/// The data of an attestation under Scrip's schema.
pub fn encode(facts: &AttestedFacts) -> Vec<u8> {
    [&facts.jurisdiction.to_le_bytes()[..], &[facts.investor_classes], &facts.identity].concat()
}

/// Who attests: an institution with its signers.
#[derive(Clone, Debug)]
pub struct Credential {
    /// Changes the signers.
    pub authority: Pubkey,
    /// Its name.
    pub name: &'static str,
    /// Who may sign attestations.
    pub signers: Vec<Pubkey>,
}

impl Credential {
    /// A credential with two signers.
    pub fn new(name: &'static str) -> Self {
        let signers = vec![wallet("attester"), wallet("other attester")];
        Self { authority: wallet("credential authority"), name, signers }
    }

    /// Its address.
    pub fn address(&self) -> Pubkey {
        derive(&[b"credential", self.authority.as_ref(), self.name.as_bytes()])
    }

    /// The first version of its schema for Scrip.
    pub fn schema(&self) -> Pubkey {
        derive(&[b"schema", self.address().as_ref(), b"scrip", &[1]])
    }

    /// Its account's data.
    pub fn bytes(&self) -> Vec<u8> {
        let signers: Vec<_> = self.signers.iter().flat_map(Pubkey::to_bytes).collect();
        let name = with_len(self.name.len(), self.name.as_bytes());
        let signers = with_len(self.signers.len(), &signers);
        [&[0][..], self.authority.as_ref(), &name, &signers].concat()
    }

    /// Writes its account.
    pub fn put(&self, world: &mut World) {
        put(world, self.address(), self.bytes());
    }

    /// What the registry's authority says to trust it.
    pub fn trust_args(&self, number: u8) -> TrustCredentialArgs {
        TrustCredentialArgs { number, credential: self.address(), schema: self.schema() }
    }

    /// Writes its account, and has the registry trust it under this number.
    pub fn put_trusted(&self, world: &mut World, register: &Register, number: u8) {
        self.put(world);
        world.run(hook_program::trust_credential(register, self.trust_args(number)));
    }
}

/// An attestation.
#[derive(Clone, Debug)]
pub struct Attestation {
    /// The wallet.
    pub nonce: Pubkey,
    /// Who attests.
    pub credential: Pubkey,
    /// What is attested.
    pub schema: Pubkey,
    /// The values of the schema's fields.
    pub data: Vec<u8>,
    /// Who has signed.
    pub signer: Pubkey,
    /// Unix seconds; 0: never.
    pub expiry: i64,
}

impl Attestation {
    /// An attestation of [`FACTS`] until [`EXPIRY`], by the credential's first signer.
    pub fn new(credential: &Credential, wallet: Pubkey) -> Self {
        Self {
            nonce: wallet,
            credential: credential.address(),
            schema: credential.schema(),
            data: encode(&FACTS),
            signer: credential.signers[0],
            expiry: EXPIRY,
        }
    }

    /// Its address, which does not depend on what it attests.
    pub fn address(&self) -> Pubkey {
        let Self { nonce, credential, schema, .. } = self;
        derive(&[b"attestation", credential.as_ref(), schema.as_ref(), nonce.as_ref()])
    }

    /// Its account's data. It has no token.
    pub fn bytes(&self) -> Vec<u8> {
        let Self { nonce, credential, schema, signer, .. } = self;
        let data = with_len(self.data.len(), &self.data);
        let expiry = self.expiry.to_le_bytes();
        let (head, tail) = ([nonce, credential, schema].map(Pubkey::to_bytes), [0; 32]);
        [&[2][..], head.as_flattened(), &data, signer.as_ref(), &expiry, &tail].concat()
    }

    /// Writes its account, also over an earlier one.
    pub fn put(&self, world: &mut World) {
        put(world, self.address(), self.bytes());
    }

    /// Closes its account, as the service does to revoke it.
    pub fn close(&self, world: &mut World) {
        world.set_account(self.address(), Account::default());
    }

    /// `import_attestation`, under the trusted credential with this number.
    pub fn import(&self, register: &Register, number: u8) -> Instruction {
        let address = self.address();
        hook_program::import_attestation(register, number, self.credential, address, self.nonce)
    }

    /// `import_revocation`, of a record that rests on the trusted credential with this number.
    pub fn import_revocation(&self, register: &Register, number: u8) -> Instruction {
        hook_program::import_revocation(register, number, self.address(), &self.nonce)
    }
}

/// A trusted credential of the company's register, under number 1, and its attestation of the wallet.
pub fn attested(world: &mut World, wallet: Pubkey) -> Attestation {
    let credential = Credential::new("know your customer");
    credential.put_trusted(world, &crate::cast().company.register, 1);
    let attestation = Attestation::new(&credential, wallet);
    attestation.put(world);
    attestation
}

/// The same, with the record that it makes.
pub fn imported(world: &mut World, wallet: Pubkey) -> Attestation {
    let attestation = attested(world, wallet);
    world.run(attestation.import(&crate::cast().company.register, 1));
    attestation
}
