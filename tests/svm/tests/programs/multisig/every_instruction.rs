//! Whatever an issuer's people sign, a vault can sign: the admin, every member of staff, the custodian, and
//! the treasury that pays. Every instruction of the interface description is run with the vault in that
//! place, or excused.

use std::collections::BTreeSet;

use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::change::Change;
use scrip_issuer::state::PERMISSIONS_ALL;
use scrip_svm_tests::cast::{Company, Duty};
use scrip_svm_tests::issuer_program::*;
use scrip_svm_tests::payment::{self, DOLLAR, TOKEN_PROGRAM};
use scrip_svm_tests::squads::{self, Multisig};
use scrip_svm_tests::{PACKET, TOKEN, World, addresses, cast, fixtures, idl};
use solana_message::Message;

use super::posts::{BY_THEMSELVES, EXCUSED, POSTS, Post, in_place};
use super::{DEEPEST_CALL, depth, paid_by};

/// A company whose vault has every role and an allowance, is a custodian and the treasury, and is
/// proposed as admin.
fn stage() -> (World, Multisig) {
    let mut world = World::new();
    squads::deploy(&mut world);
    let multisig = Multisig::create(&mut world);
    let (vault, company, share) = (multisig.vault, cast().company, cast().share);
    world.run(grant_role(&company, vault, PERMISSIONS_ALL));
    world.run(add_minter(&share, vault));
    let (cap, capacity, period) = (u64::MAX, u64::MAX, 1);
    world.run(change_asset(&share, Change::Minter { member: vault, cap, capacity, period }));
    world.run(add_custodian(&company, vault));
    world.run(change_company(&company, Change::Custodian { key: vault, approved: true }));
    world.run(change_company(&company, Change::Treasury { owner: vault }));
    let (usd, authority) = (cast().usd, cast().usd_authority);
    world.run(payment::create_account(&vault, &usd, &TOKEN_PROGRAM));
    let account = payment::account_of(&vault, &usd);
    world.run(payment::mint_to(&account, &usd, &authority, 1_000 * DOLLAR, &TOKEN_PROGRAM));
    world.run(propose_admin(&company, Some(vault)));
    (world, multisig)
}

/// The company with the vault as its admin.
fn taken_over(world: &mut World, multisig: &Multisig) -> Company {
    let mut company = cast().company;
    multisig.execute(world, accept_admin(&company, multisig.vault)).unwrap();
    company.admin = multisig.vault;
    company
}

/// Bytes of a transaction of this instruction alone.
fn bytes(instruction: &Instruction) -> usize {
    let message = Message::new(core::slice::from_ref(instruction), Some(&cast().payer));
    let signatures = usize::from(message.header.num_required_signatures);
    1 + 64 * signatures + message.serialize().len()
}

/// What it took: the depth of its calls, and bytes of the transactions that propose and execute it.
fn run(world: &mut World, multisig: &Multisig, instruction: Instruction) -> (usize, usize, usize) {
    let signs = |meta: &&anchor_lang::prelude::AccountMeta| meta.pubkey == multisig.vault;
    let vault = instruction.accounts.iter().find(signs).expect("the vault has a part");
    assert!(vault.is_signer, "and it signs");
    let proposal = multisig.propose(world, instruction);
    for member in &multisig.members[..2] {
        world.run(proposal.approve(member));
    }
    let execute = proposal.execute(&multisig.members[0]);
    let (proposed, executed) = (bytes(&proposal.created_by), bytes(&execute));
    (depth(&world.run(execute)), proposed, executed)
}

#[test]
fn a_vault_signs_whatever_an_issuers_people_sign() {
    let (ready, multisig) = stage();
    let mut took = Vec::new();
    for (name, post) in POSTS {
        let mut world = ready.clone();
        let mut fixtures = fixtures::all();
        let fixture =
            fixtures.find(|one| one.program == "scrip_issuer" && one.name == *name).unwrap();
        let instruction = (fixture.ready)(&mut world);
        if matches!(post, Post::Admin) {
            taken_over(&mut world, &multisig);
        }
        let instruction = in_place(instruction, *post, multisig.vault);
        let (depth, proposed, executed) = run(&mut world, &multisig, instruction);
        println!("{name}: depth {depth}, proposed by {proposed} bytes, executed by {executed}");
        took.push((*name, depth, proposed, executed));
    }
    let deepest = took.iter().max_by_key(|(_, depth, ..)| depth).unwrap();
    let longest =
        took.iter().max_by_key(|(.., proposed, executed)| proposed.max(executed)).unwrap();
    println!("deepest {deepest:?}, longest {longest:?}");
    assert!(deepest.1 <= DEEPEST_CALL);
    assert!(longest.2.max(longest.3) <= PACKET);
}

#[test]
fn no_instruction_is_left_out() {
    let posts = POSTS.iter().map(|(name, _)| *name);
    let excused = EXCUSED.iter().map(|(name, _)| *name);
    let named: Vec<_> = posts.chain(excused).chain(BY_THEMSELVES).map(str::to_string).collect();
    let known: BTreeSet<_> = idl::instructions("scrip_issuer").into_iter().collect();
    assert_eq!(named.len(), known.len(), "none twice");
    assert_eq!(named.into_iter().collect::<BTreeSet<_>>(), known);
}

#[test]
fn a_vault_opens_an_issuer_and_takes_one_over() {
    let (mut world, multisig) = stage();
    let registry = cast().company.register.address;
    let create = paid_by(create_issuer(multisig.vault, 3, registry), multisig.vault);
    run(&mut world, &multisig, create);
    assert!(world.account(&addresses::issuer(&multisig.vault, 3)).is_some());
    let company = taken_over(&mut world, &multisig);
    assert_eq!(world.read::<scrip_issuer::state::Issuer>(&company.address).admin, multisig.vault);
}

#[test]
fn a_vault_takes_a_change_through_the_queue() {
    let (mut world, multisig) = stage();
    world.run(propose_admin(&cast().company, None));
    world.run(change_company(&cast().company, Change::Timelock { seconds: 60 }));
    let (mut company, vault) = (cast().company, multisig.vault);
    let admin = Change::Admin { proposed: vault };
    world.run(propose_change(&company, None, admin, 0));
    world.set_time(world.now() + 60);
    let execute = execute_change(&company, None, admin, 0, vault);
    run(&mut world, &multisig, execute);
    run(&mut world, &multisig, accept_admin(&company, vault));
    company.admin = vault;
    let (share, raised) = (cast().share, Change::SupplyCap { raw: u64::MAX });
    let propose = propose_change(&company, Some(&share), raised, 1);
    run(&mut world, &multisig, paid_by(propose, vault));
    world.set_time(world.now() + 60);
    // Whoever paid gets the rent back, here the vault.
    let execute = execute_change(&company, Some(&share), raised, 1, vault);
    run(&mut world, &multisig, paid_by(execute, vault));
    let asset: scrip_issuer::state::Asset = world.read(&share.asset);
    assert_eq!(asset.supply_cap, u64::MAX);
}

#[test]
fn a_vault_withdraws_what_it_or_a_member_has_proposed() {
    let (mut world, multisig) = stage();
    let (share, alice, vault) = (cast().share, cast().alice, multisig.vault);
    let propose = in_place(propose_mint(&share, &alice, 1, 0), Post::Staff(Duty::Mint), vault);
    run(&mut world, &multisig, propose);
    let withdraw = withdraw_mint_proposal(&share, 0, vault);
    let own = in_place(withdraw.clone(), Post::Staff(Duty::Mint), vault);
    run(&mut world, &multisig, paid_by(own, vault));
    world.run(propose_mint(&share, &alice, 1, 0));
    taken_over(&mut world, &multisig);
    run(&mut world, &multisig, withdraw);
}

#[test]
fn a_vault_checks_what_a_minter_signs() {
    let (mut world, multisig) = stage();
    let share = cast().share;
    world.run(change_asset(&share, Change::MintFourEyes { above: 0 }));
    let mint = mint_checked(&share, &cast().alice, TOKEN);
    let mint = in_place(mint, Post::Staff(Duty::Check), multisig.vault);
    let (depth, _, executed) = run(&mut world, &multisig, mint);
    assert!(depth <= DEEPEST_CALL && executed <= PACKET);
}

#[test]
fn a_vault_pays_for_redemptions_from_its_own_account() {
    use scrip_svm_tests::fixtures::{REQUEST, SETTLEMENT};
    let (mut world, multisig) = stage();
    let (share, alice, usd) = (cast().share, cast().alice, cast().usd);
    let [of_vault, of_alice] =
        [multisig.vault, alice].map(|owner| payment::account_of(&owner, &usd));
    world.run(request_redemption(&share, &alice, REQUEST));
    let before = payment::balance(&world, &of_alice);
    let settle = settle_redemption(&share, &alice, REQUEST.id, SETTLEMENT);
    let settle = in_place(settle, Post::Staff(Duty::Redeem), multisig.vault);
    run(&mut world, &multisig, settle);
    // Four shares at 125 dollars.
    assert_eq!(payment::balance(&world, &of_alice), before + 500 * DOLLAR);
    assert_eq!(payment::balance(&world, &of_vault), 500 * DOLLAR);
}
