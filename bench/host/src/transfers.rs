//! The kinds of transfer, each measured with the same keys.
//!
//! Every rule is switched on: the dearest policy is the one that is measured. A rule that no longer holds
//! anybody back (a halt that has run out) is one that was looked at to the end.
//!
//! The two hooks to compare with are put at our program's own address, on copies of the chain on which the
//! transfers are set up. So every mint, account and derived address is the same in every row, down to the
//! number of tries that a derivation takes, and only the code of the hook differs.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::CreateAssetArgs;
use scrip_rules::classes::{PROFESSIONAL, QUALIFIED, RETAIL, US_PERSON};
use scrip_svm_tests::cast::Share;
use scrip_svm_tests::setup::{asset_args, details, let_mint, terms};
use scrip_svm_tests::{START, Transfer, World, artefacts, cast, hook_program, issuer_program};
use scrip_svm_tests::{keys, token_2022};
use scrip_transfer_hook::error::HookError;
use scrip_transfer_hook::{HolderDetails, ID as HOOK, PolicyTerms};

use crate::report::{Cost, Spread, Transfers};

/// How many mints, each with a sender and a recipient of its own.
const KEY_SETS: usize = 200;
/// What each holds, and what is sent.
const HELD: u64 = 10;
const SENT: u64 = 1;
/// When halts and blackouts are over.
const OVER: i64 = START + 60;

/// A transfer that is set up.
struct Prepared {
    transfer: Transfer,
    share: Share,
    recipient: Pubkey,
    /// With the hook's extra accounts.
    instruction: Instruction,
}

/// Measures every kind.
pub fn measure() -> Transfers {
    let mut world = World::without_signatures();
    let prepared: Vec<_> = (0..KEY_SETS).map(|number| prepare(&mut world, number)).collect();
    world.set_time(OVER);
    let noop = artefacts::read("scrip_noop_hook", &["bench/programs/noop-hook"]);
    let rederiving = artefacts::read("scrip_rederiving_hook", &["bench/programs/rederiving-hook"]);
    Transfers {
        hook_unset: hook_unset(world.clone(), &prepared),
        noop_same_shape: with_hook(world.clone(), &noop, &prepared),
        rederiving: with_hook(world.clone(), &rederiving, &prepared),
        wallet_to_wallet: with_hook(world.clone(), &artefacts::transfer_hook(), &prepared),
        wallet_to_venue: wallet_to_venue(world.clone(), &prepared),
        refused: refused(world, &prepared),
    }
}

/// Terms with every rule switched on, under which the transfers are just allowed.
fn every_rule() -> PolicyTerms {
    PolicyTerms {
        classes_admitted: RETAIL | PROFESSIONAL | QUALIFIED,
        classes_refused: US_PERSON,
        max_balance: HELD + SENT,
        max_transfer: SENT,
        locked_until: START,
        ..terms()
    }
}

fn prepare(world: &mut World, number: usize) -> Prepared {
    let [sender, recipient] =
        ["sender", "recipient"].map(|side| keys::wallet(&format!("{side} {number}")));
    let share = Share::new(cast().company, &format!("mint {number}"), cast().share.isin);
    let args = CreateAssetArgs { terms: every_rule(), ..asset_args(&share) };
    world.run(issuer_program::create_asset(&share, args));
    let_mint(world, &share);
    let details = HolderDetails { locked_until: START, ..details() };
    for wallet in [sender, recipient] {
        world.run(hook_program::onboard_holder(&share.company.register, wallet, details));
        world.run(token_2022::create_account(&wallet, &share.mint));
        world.run(issuer_program::mint_shares(&share, &wallet, HELD));
    }
    world.run(issuer_program::halt(&share, 1, OVER));
    world.run(issuer_program::set_blackout(&share, START, OVER));
    let transfer = Transfer::new(&share.mint, &sender, &recipient, SENT);
    Prepared { instruction: transfer.instruction(world), transfer, share, recipient }
}

/// The mint's authority can unset the hook; here the program's address in the mint is zeroed for it.
fn hook_unset(mut world: World, prepared: &[Prepared]) -> Cost {
    let totals = prepared.iter().map(|Prepared { transfer, .. }| {
        world.edit(transfer.mint, |mint| {
            let place = mint.data.windows(32).position(|bytes| bytes == HOOK.as_array()).unwrap();
            mint.data[place..place + 32].fill(0);
        });
        (0, world.run(transfer.bare()).frame(&token_2022::ID))
    });
    cost(totals.collect())
}

fn with_hook(mut world: World, hook: &[u8], prepared: &[Prepared]) -> Cost {
    world.replace_program(HOOK, hook);
    let figures = prepared.iter().map(|prepared| {
        let receipt = world.run(prepared.instruction.clone());
        (receipt.frame(&HOOK), receipt.frame(&token_2022::ID))
    });
    cost(figures.collect())
}

/// The recipient's record becomes a venue's. Its address stays, and so do all keys.
fn wallet_to_venue(mut world: World, prepared: &[Prepared]) -> Cost {
    let register = cast().company.register;
    for Prepared { recipient, .. } in prepared {
        world.run(hook_program::close_holder(&register, recipient));
        world.run(hook_program::add_venue(&register, *recipient));
    }
    with_hook(world, &artefacts::transfer_hook(), prepared)
}

/// Refused by the last rule of all, which is the dearest way.
fn refused(mut world: World, prepared: &[Prepared]) -> Cost {
    let terms = PolicyTerms { max_balance: HELD, ..every_rule() };
    let figures = prepared.iter().map(|Prepared { instruction, share, .. }| {
        world.run(issuer_program::update_policy(share, terms));
        let failure = world.refuse(instruction.clone());
        failure.assert_code(HookError::DestinationOverMaxBalance as u32, "a unit too many");
        (failure.frame(&HOOK), failure.frame(&token_2022::ID))
    });
    cost(figures.collect())
}

/// Of pairs of the hook's frame and Token-2022's.
fn cost(figures: Vec<(u64, u64)>) -> Cost {
    let (own, total) = figures.into_iter().unzip();
    Cost { own: Spread::of(own), total: Spread::of(total) }
}
