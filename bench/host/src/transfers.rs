//! The kinds of transfer, each measured with the same keys.
//!
//! The two hooks to compare with are put at our program's own address, on copies of the chain on which the
//! transfers are set up. So every mint, account and derived address is the same in every row, down to the
//! number of tries that a derivation takes, and only the code of the hook differs.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_svm_tests::cast::Share;
use scrip_svm_tests::setup::{asset_args, details};
use scrip_svm_tests::{Transfer, World, artefacts, cast, hook_program, issuer_program};
use scrip_svm_tests::{keys, token_2022};
use scrip_transfer_hook::ID as HOOK;
use scrip_transfer_hook::error::HookError;

use crate::report::{Cost, Spread, Transfers};

/// How many mints, each with a sender and a recipient of its own.
const KEY_SETS: usize = 200;
const SUSPENDED: u8 = 2;

/// A transfer that is set up.
struct Prepared {
    transfer: Transfer,
    recipient: Pubkey,
    /// With the hook's extra accounts.
    instruction: Instruction,
}

/// Measures every kind.
pub fn measure() -> Transfers {
    let mut world = World::without_signatures();
    let prepared: Vec<_> = (0..KEY_SETS).map(|number| prepare(&mut world, number)).collect();
    let noop = artefacts::read("scrip_noop_hook", &["bench/programs/noop-hook"]);
    let rederiving = artefacts::read("scrip_rederiving_hook", &["bench/programs/rederiving-hook"]);
    Transfers {
        hook_unset: hook_unset(world.clone(), &prepared),
        noop_same_shape: with_hook(world.clone(), &noop, &prepared),
        rederiving: with_hook(world.clone(), &rederiving, &prepared),
        wallet_to_wallet: with_hook(world.clone(), &artefacts::transfer_hook(), &prepared),
        refused: refused(world, &prepared),
    }
}

fn prepare(world: &mut World, number: usize) -> Prepared {
    let [sender, recipient] =
        ["sender", "recipient"].map(|side| keys::wallet(&format!("{side} {number}")));
    let share = Share::new(cast().company, &format!("mint {number}"), cast().share.isin);
    world.run(issuer_program::create_asset(&share, asset_args(&share)));
    for wallet in [sender, recipient] {
        world.run(hook_program::onboard_holder(&share.company.register, wallet, details()));
        world.run(token_2022::create_account(&wallet, &share.mint));
        world.run(issuer_program::mint_shares(&share, &wallet, 10));
    }
    let transfer = Transfer::new(&share.mint, &sender, &recipient, 1);
    Prepared { instruction: transfer.instruction(world), transfer, recipient }
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

fn refused(mut world: World, prepared: &[Prepared]) -> Cost {
    let register = cast().company.register;
    let figures = prepared.iter().map(|Prepared { instruction, recipient, .. }| {
        world.run(hook_program::set_holder_status(&register, recipient, SUSPENDED));
        let failure = world.refuse(instruction.clone());
        failure.assert_code(HookError::DestinationSuspended as u32, "the recipient is suspended");
        (failure.frame(&HOOK), failure.frame(&token_2022::ID))
    });
    cost(figures.collect())
}

/// Of pairs of the hook's frame and Token-2022's.
fn cost(figures: Vec<(u64, u64)>) -> Cost {
    let (own, total) = figures.into_iter().unzip();
    Cost { own: Spread::of(own), total: Spread::of(total) }
}
