//! An issuer whose admin is the vault of a multisig, two of whose three members must approve.
//!
//! - [`every_instruction`]: whatever an issuer's people sign, a vault can sign
//! - [`posts`]: who signs which instruction

mod every_instruction;
mod posts;

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::change::Change;
use scrip_issuer::error::IssuerError;
use scrip_issuer::state::{Issuer, PERMISSION_MINT, Role};
use scrip_svm_tests::cast::{Company, Duty, Share};
use scrip_svm_tests::setup::asset_args;
use scrip_svm_tests::squads::{self, Multisig};
use scrip_svm_tests::{Receipt, TOKEN, World, addresses, cast, issuer_program, token_2022};

/// How deep every version of the runtime lets programs call each other, the transaction's own call included.
const DEEPEST_CALL: usize = 5;

/// A multisig, and a company whose admin is its vault.
fn company_of_a_vault() -> (World, Multisig, Company) {
    let mut world = World::new();
    squads::deploy(&mut world);
    let multisig = Multisig::create(&mut world);
    let mut company = cast().company;
    company.admin = multisig.vault;
    company.address = addresses::issuer(&multisig.vault, 0);
    let registry = company.register.address;
    let create = issuer_program::create_issuer(multisig.vault, 0, registry);
    by_vault(&mut world, &multisig, create);
    (world, multisig, company)
}

/// The instruction with the vault in the payer's place too.
fn paid_by(mut instruction: Instruction, vault: Pubkey) -> Instruction {
    for meta in &mut instruction.accounts {
        if meta.pubkey == cast().payer {
            meta.pubkey = vault;
        }
    }
    instruction
}

#[track_caller]
fn by_vault(world: &mut World, multisig: &Multisig, instruction: Instruction) -> Receipt {
    multisig.execute(world, paid_by(instruction, multisig.vault)).unwrap()
}

/// Has the vault let a member mint.
fn open_minter(world: &mut World, multisig: &Multisig, share: &Share, member: Pubkey) {
    by_vault(world, multisig, issuer_program::add_minter(share, member));
    let allowance = Change::Minter { member, cap: u64::MAX, capacity: u64::MAX, period: 1 };
    by_vault(world, multisig, issuer_program::change_asset(share, allowance));
}

fn depth(receipt: &Receipt) -> usize {
    let depths = receipt.logs.iter().filter_map(|line| {
        let (_, depth) = line.strip_prefix("Program ")?.split_once(" invoke [")?;
        depth.strip_suffix(']')?.parse().ok()
    });
    depths.max().unwrap()
}

#[test]
fn a_vault_opens_an_issuer_and_its_staff_acts() {
    let (mut world, multisig, company) = company_of_a_vault();
    assert_eq!(world.read::<Issuer>(&company.address).admin, multisig.vault);

    let minter = company.member(Duty::Mint);
    by_vault(&mut world, &multisig, issuer_program::grant_role(&company, minter, PERMISSION_MINT));
    assert_eq!(world.read::<Role>(&company.role(Duty::Mint)).permissions, PERMISSION_MINT);

    let share = Share::new(company, "share of a vault", *b"US5949181045");
    let create = issuer_program::create_asset(&share, asset_args(&share));
    let receipt = by_vault(&mut world, &multisig, create);
    assert!(depth(&receipt) <= DEEPEST_CALL);
    open_minter(&mut world, &multisig, &share, minter);
    let alice = cast().alice;
    world.run(token_2022::create_account(&alice, &share.mint));
    world.run(issuer_program::mint_shares(&share, &alice, 5 * TOKEN));
    assert_eq!(token_2022::balance(&world, &alice, &share.mint), 5 * TOKEN);
}

#[test]
fn a_vault_has_a_role_itself() {
    let (mut world, multisig, company) = company_of_a_vault();
    let share = Share::new(company, "share of a vault", *b"US5949181045");
    let vault = multisig.vault;
    let grant = issuer_program::grant_role(&company, vault, PERMISSION_MINT);
    by_vault(&mut world, &multisig, grant);
    let create = issuer_program::create_asset(&share, asset_args(&share));
    by_vault(&mut world, &multisig, create);
    open_minter(&mut world, &multisig, &share, vault);
    let alice = cast().alice;
    world.run(token_2022::create_account(&alice, &share.mint));
    let mut mint = issuer_program::mint_shares(&share, &alice, 5 * TOKEN);
    mint.accounts[0].pubkey = vault;
    mint.accounts[1].pubkey = addresses::role(&company.address, &vault);
    mint.accounts[3].pubkey = addresses::minter(&share.asset, &vault);
    let receipt = by_vault(&mut world, &multisig, mint);
    assert!(depth(&receipt) <= DEEPEST_CALL);
    assert_eq!(token_2022::balance(&world, &alice, &share.mint), 5 * TOKEN);
}

#[test]
fn one_approval_is_not_enough() {
    let (mut world, multisig, company) = company_of_a_vault();
    let grant = issuer_program::grant_role(&company, cast().mallory, PERMISSION_MINT);
    let proposal = multisig.propose(&mut world, paid_by(grant, multisig.vault));
    let [first, second, third] = multisig.members;

    world.run(proposal.approve(&first));
    let failure = world.refuse(proposal.execute(&first));
    failure.assert_code(squads::INVALID_PROPOSAL_STATUS, "one of two approvals");

    world.run(proposal.approve(&third));
    world.run(proposal.execute(&second));
    let role = addresses::role(&company.address, &cast().mallory);
    assert_eq!(world.read::<Role>(&role).member, cast().mallory);
}

#[test]
fn a_member_alone_is_not_the_admin() {
    let (mut world, multisig, company) = company_of_a_vault();
    let mut grant = issuer_program::grant_role(&company, cast().mallory, PERMISSION_MINT);
    grant.accounts[0].pubkey = multisig.members[0];
    world.refuse(grant).assert_code(IssuerError::NotAdmin as u32, "a member of the multisig");
}
