//! Squads v4, the multisig that keeps most treasuries on Solana: the program as its authors have published
//! it (`toolchain/squads.sh` compiles it). Its vault, an address without a key, signs what the members have
//! approved. Instructions and accounts are written in the program's own layout.

use anchor_lang::prelude::{AccountMeta, Pubkey};
use anchor_lang::solana_program::instruction::Instruction;
use solana_account::Account;
use solana_message::Message;
use spl_discriminator::ArrayDiscriminator;

use crate::addresses::SYSTEM;
use crate::cast::cast;
use crate::keys::wallet;
use crate::{Failure, Receipt, World, artefacts};

/// The address that the program is compiled for, and has on mainnet.
pub const ID: Pubkey = Pubkey::from_str_const("SQDS4ep65T869zMMBKyuUq6aD6EgTu8psMjkvj52pCf");

/// `InvalidProposalStatus`: among others, the members have not approved.
pub const INVALID_PROPOSAL_STATUS: u32 = 6_008;

/// May propose, vote and execute.
const EVERY_PERMISSION: u8 = 7;
/// Where a multisig's account has the number of its latest proposal.
const LATEST_INDEX: core::ops::Range<usize> = 78..86;
/// An optional argument that is not given.
const NONE: &[u8] = &[0];

fn derive(seeds: &[&[u8]]) -> Pubkey {
    Pubkey::find_program_address(&[&[&b"multisig"[..]], seeds].concat(), &ID).0
}

fn discriminator(hashed: &str) -> Vec<u8> {
    ArrayDiscriminator::new_with_hash_input(hashed).as_slice().to_vec()
}

fn call(name: &str, arguments: &[&[u8]], accounts: Vec<AccountMeta>) -> Instruction {
    let data = [discriminator(&format!("global:{name}")), arguments.concat()].concat();
    Instruction { program_id: ID, accounts, data }
}

fn program_config() -> Pubkey {
    derive(&[b"program_config"])
}

fn treasury() -> Pubkey {
    wallet("squads treasury")
}

/// Puts the program on the chain. Its configuration is written past it, without a fee for creating a
/// multisig: the program lets nobody make it but a key of its authors, which is part of its code.
pub fn deploy(world: &mut World) {
    world.replace_program(ID, &artefacts::squads());
    let authority = wallet("squads authority");
    let data = [
        &discriminator("account:ProgramConfig"),
        authority.as_ref(),
        &0_u64.to_le_bytes(),
        treasury().as_ref(),
        &[0; 64],
    ]
    .concat();
    let lamports = world.rent(data.len());
    world
        .set_account(program_config(), Account { lamports, data, owner: ID, ..Account::default() });
}

/// A multisig of three members, two of whom must approve.
#[derive(Clone, Copy, Debug)]
pub struct Multisig {
    /// The multisig's account.
    pub address: Pubkey,
    /// Signs what the members have approved.
    pub vault: Pubkey,
    /// Each may propose, approve and execute.
    pub members: [Pubkey; 3],
}

impl Multisig {
    /// Creates it, on a chain with the program, and gives its vault lamports to pay rents from.
    pub fn create(world: &mut World) -> Self {
        let create_key = wallet("multisig create key");
        let address = derive(&[b"multisig", create_key.as_ref()]);
        let vault = derive(&[address.as_ref(), b"vault", &[0]]);
        let members = ["first member", "second member", "third member"].map(wallet);
        let listed: Vec<_> = members
            .iter()
            .flat_map(|member| [member.as_ref(), &[EVERY_PERMISSION]].concat())
            .collect();
        let (threshold, count, time_lock) = (2_u16, 3_u32, 0_u32);
        let arguments = [
            NONE,
            &threshold.to_le_bytes(),
            &count.to_le_bytes(),
            &listed,
            &time_lock.to_le_bytes(),
            NONE,
            NONE,
        ];
        let accounts = vec![
            AccountMeta::new_readonly(program_config(), false),
            AccountMeta::new(treasury(), false),
            AccountMeta::new(address, false),
            AccountMeta::new_readonly(create_key, true),
            AccountMeta::new(cast().payer, true),
            AccountMeta::new_readonly(SYSTEM, false),
        ];
        world.run(call("multisig_create_v2", &arguments, accounts));
        world.give_lamports(vault, 1_000_000_000_000);
        Self { address, vault, members }
    }

    /// Proposes that the vault sign an instruction: the first member asks for it, nobody has approved.
    pub fn propose(&self, world: &mut World, instruction: Instruction) -> Proposal {
        let latest = world.data(&self.address)[LATEST_INDEX].try_into().unwrap();
        let index = u64::from_le_bytes(latest) + 1;
        let seeds: [&[u8]; 3] = [self.address.as_ref(), b"transaction", &index.to_le_bytes()];
        let transaction = derive(&seeds);
        let address = derive(&[&seeds[..], &[b"proposal"]].concat());
        let message = Message::new(&[instruction], None);
        let encoded = encode(&message);
        let length = u32::try_from(encoded.len()).unwrap().to_le_bytes();
        let by_first_member = |created: Pubkey, multisig: AccountMeta| {
            vec![
                multisig,
                AccountMeta::new(created, false),
                AccountMeta::new_readonly(self.members[0], true),
                AccountMeta::new(cast().payer, true),
                AccountMeta::new_readonly(SYSTEM, false),
            ]
        };
        // Of vault 0, which needs no further addresses that sign.
        let create = call(
            "vault_transaction_create",
            &[&[0, 0], &length, &encoded, NONE],
            by_first_member(transaction, AccountMeta::new(self.address, false)),
        );
        let created_by = create.clone();
        world.run(create);
        let no_draft = &[0];
        world.run(call(
            "proposal_create",
            &[&index.to_le_bytes(), no_draft],
            by_first_member(address, AccountMeta::new_readonly(self.address, false)),
        ));
        Proposal { multisig: *self, address, transaction, message, created_by }
    }

    /// Has the vault sign an instruction, with all that it takes: the proposal, the approvals of the first
    /// two members, and the execution by the first. What came of it is what came of the execution.
    pub fn execute(&self, world: &mut World, instruction: Instruction) -> Result<Receipt, Failure> {
        let proposal = self.propose(world, instruction);
        for member in &self.members[..2] {
            world.run(proposal.approve(member));
        }
        world.send(proposal.execute(&self.members[0]))
    }
}

/// An instruction that the vault is to sign.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// The instruction that has put it down.
    pub created_by: Instruction,
    multisig: Multisig,
    address: Pubkey,
    transaction: Pubkey,
    message: Message,
}

impl Proposal {
    /// `proposal_approve`
    pub fn approve(&self, member: &Pubkey) -> Instruction {
        let accounts = vec![
            AccountMeta::new_readonly(self.multisig.address, false),
            AccountMeta::new(*member, true),
            AccountMeta::new(self.address, false),
        ];
        call("proposal_approve", &[NONE], accounts)
    }

    /// `vault_transaction_execute`. Who must sign besides the vault signs here.
    pub fn execute(&self, member: &Pubkey) -> Instruction {
        let mut accounts = vec![
            AccountMeta::new_readonly(self.multisig.address, false),
            AccountMeta::new(self.address, false),
            AccountMeta::new_readonly(self.transaction, false),
            AccountMeta::new_readonly(*member, true),
        ];
        accounts.extend(self.message.account_keys.iter().enumerate().map(|(at, key)| {
            AccountMeta {
                pubkey: *key,
                is_signer: self.message.is_signer(at) && *key != self.multisig.vault,
                is_writable: is_writable(&self.message, at),
            }
        }));
        call("vault_transaction_execute", &[], accounts)
    }
}

/// Writable as the message says it, also where the runtime would not let a transaction write.
fn is_writable(message: &Message, at: usize) -> bool {
    let [signers, writable_signers, writable_others] = counts(message).map(usize::from);
    if at < signers { at < writable_signers } else { at - signers < writable_others }
}

/// How many accounts sign, how many of them are writable, and how many of the others.
fn counts(message: &Message) -> [u8; 3] {
    let header = &message.header;
    let signers = header.num_required_signatures;
    let others = u8::try_from(message.account_keys.len()).unwrap() - signers;
    [
        signers,
        signers - header.num_readonly_signed_accounts,
        others - header.num_readonly_unsigned_accounts,
    ]
}

/// A message as Squads keeps it: counts and lengths are bytes, save the two of an instruction's data.
fn encode(message: &Message) -> Vec<u8> {
    let length = |len: usize| u8::try_from(len).unwrap();
    let mut encoded = counts(message).to_vec();
    encoded.push(length(message.account_keys.len()));
    encoded.extend(message.account_keys.iter().flat_map(Pubkey::to_bytes));
    encoded.push(length(message.instructions.len()));
    for compiled in &message.instructions {
        encoded.extend([compiled.program_id_index, length(compiled.accounts.len())]);
        encoded.extend(&compiled.accounts);
        encoded.extend(u16::try_from(compiled.data.len()).unwrap().to_le_bytes());
        encoded.extend(&compiled.data);
    }
    // No address lookup tables.
    encoded.push(0);
    encoded
}
