//! One instruction that works, for every instruction of both programs.

use anchor_lang::solana_program::instruction::Instruction;
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::setup::{asset_args, onboard_args, policy_args, registrar_args};
use scrip_svm_tests::transfer::{answer, check_transfer, execute};
use scrip_svm_tests::{Receipt, Transfer, World, cast, hook_program, issuer_program, token_2022};

use crate::hook::create_policy::new_mint;
use crate::hook::update_holder::ARGS;
use crate::issuer::create_asset::new_share;
use crate::issuer::schedule_action::SPLIT;

/// An instruction that works.
pub struct Fixture {
    /// Name of the program's interface description.
    pub program: &'static str,
    /// Name of the instruction in it.
    pub name: &'static str,
    /// Prepares the world and returns the instruction.
    pub ready: fn(&mut World) -> Instruction,
    /// Whether a transaction that did not fail has done what it was to do.
    pub passed: fn(&Receipt) -> bool,
}

const fn hook(name: &'static str, ready: fn(&mut World) -> Instruction) -> Fixture {
    Fixture { program: "scrip_transfer_hook", name, ready, passed: |_| true }
}

const fn issuer(name: &'static str, ready: fn(&mut World) -> Instruction) -> Fixture {
    Fixture { program: "scrip_issuer", name, ready, passed: |_| true }
}

fn transfer() -> Transfer {
    Transfer::new(&cast().share.mint, &cast().alice, &cast().bob, 1)
}

/// One fixture for each instruction.
pub const FIXTURES: &[Fixture] = &[
    hook("create_registry", |_| hook_program::create_registry(cast().alice, 0)),
    hook("grant_registrar", |_| {
        hook_program::grant_registrar(&cast().company.register, registrar_args(cast().mallory))
    }),
    hook("revoke_registrar", |_| {
        let register = cast().company.register;
        hook_program::revoke_registrar(&register, &register.officer)
    }),
    hook("onboard_holder", |_| {
        hook_program::onboard_holder(&cast().company.register, onboard_args(cast().carol))
    }),
    hook("update_holder", |_| {
        hook_program::update_holder(&cast().company.register, &cast().alice, ARGS)
    }),
    hook("set_holder_status", |_| {
        hook_program::set_holder_status(&cast().company.register, &cast().alice, 2)
    }),
    hook("create_policy", |world| {
        let mint = new_mint(world, Some(scrip_transfer_hook::ID));
        let registry = cast().company.register.address;
        hook_program::create_policy(&mint, cast().mallory, registry, policy_args())
    }),
    hook("halt", |_| hook_program::halt(1, 0)),
    hook("resume", |world| {
        world.run(hook_program::halt(1, 0));
        hook_program::resume()
    }),
    hook("execute", |world| {
        for wallet in [cast().alice, cast().bob] {
            let account = token_2022::account_of(&wallet, &cast().share.mint);
            token_2022::mark_transferring(world, account);
        }
        execute(transfer().hook_accounts(world), 1)
    }),
    Fixture {
        program: "scrip_transfer_hook",
        name: "check_transfer",
        ready: |world| check_transfer(transfer().hook_accounts(world), 1),
        passed: |receipt| answer(receipt) == 0,
    },
    issuer("create_issuer", |_| {
        issuer_program::create_issuer(cast().alice, 0, cast().company.register.address)
    }),
    issuer("grant_role", |_| issuer_program::grant_role(&cast().company, cast().mallory, 1)),
    issuer("revoke_role", |_| {
        issuer_program::revoke_role(&cast().company, &cast().company.member(Duty::Mint))
    }),
    issuer("create_asset", |_| {
        issuer_program::create_asset(&new_share(), asset_args(&new_share()))
    }),
    issuer("mint_shares", |_| issuer_program::mint_shares(&cast().share, &cast().alice, 1)),
    issuer("redeem_shares", |_| issuer_program::redeem_shares(&cast().share, &cast().alice, 1)),
    issuer("halt", |_| issuer_program::halt(&cast().share, 1, 0)),
    issuer("resume", |world| {
        world.run(issuer_program::halt(&cast().share, 1, 0));
        issuer_program::resume(&cast().share)
    }),
    issuer("pause", |_| issuer_program::pause(&cast().share)),
    issuer("unpause", |world| {
        world.run(issuer_program::pause(&cast().share));
        issuer_program::unpause(&cast().share)
    }),
    issuer("schedule_action", |_| issuer_program::schedule_action(&cast().share, 0, SPLIT)),
];
