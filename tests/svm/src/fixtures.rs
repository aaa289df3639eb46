//! One instruction that works, for every instruction of both programs.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::ScheduleActionArgs;
use scrip_rules::multiplier::SCALE;
use scrip_transfer_hook::UpdateHolderArgs;

use crate::cast::{Duty, Share, cast};
use crate::setup::{asset_args, onboard_args, policy_args, registrar_args};
use crate::transfer::{answer, check_transfer, execute};
use crate::{GERMANY, Receipt, START, Transfer, World};
use crate::{hook_program, issuer_program, keys, token_2022};

/// A record's new facts.
pub const UPDATE: UpdateHolderArgs =
    UpdateHolderArgs { jurisdiction: GERMANY, investor_classes: 8, kyc_expires_at: START + 5 };

/// The shortest notice of a corporate action, seconds.
pub const NOTICE: i64 = 3_600;

/// A 4-for-1 split with the shortest notice.
pub const SPLIT: ScheduleActionArgs = ScheduleActionArgs {
    kind: 1,
    ratio_numerator: 4,
    ratio_denominator: 1,
    effective_at: START + NOTICE,
    expected_multiplier: SCALE,
    document_hash: [5; 32],
};

/// A share of the company that does not exist yet.
pub fn new_share() -> Share {
    Share::new(cast().company, "new share", *b"GB0002634946")
}

/// A mint that has no policy yet, with Mallory as its authority.
pub fn new_mint(world: &mut World, hook: Option<Pubkey>) -> Pubkey {
    let mint = keys::wallet("new mint");
    let create = token_2022::create_hooked_mint(world, &mint, &cast().mallory, hook);
    world.send_all(&create).unwrap();
    mint
}

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
        hook_program::update_holder(&cast().company.register, &cast().alice, UPDATE)
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
