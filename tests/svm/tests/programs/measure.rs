//! Compute units. Prints tables, and asserts nothing: run it with
//! `cargo test -p scrip-svm-tests -- --ignored --nocapture measure`.

use anchor_lang::prelude::Pubkey;
use scrip_svm_tests::cast::Share;
use scrip_svm_tests::setup::{asset_args, onboard_args};
use scrip_svm_tests::{Transfer, World, cast, hook_program, issuer_program, keys, token_2022};

use crate::negatives::FIXTURES;

const PAIRS: usize = 100;

/// What one transfer costs: with the hook, the hook's own frame, and with the hook unset.
struct Cost {
    hooked: u64,
    frame: u64,
    plain: u64,
}

#[test]
#[ignore = "prints figures and judges nothing"]
fn measure_transfers() {
    let mut costs: Vec<_> = (0..PAIRS).map(cost).collect();
    println!(
        "transfers between {PAIRS} pairs of wallets, each of a mint of its own, compute units"
    );
    println!("{:>28} {:>8} {:>8} {:>8}", "", "best", "median", "worst");
    row("with the hook", &mut costs, |cost| cost.hooked);
    row("of it the hook's own frame", &mut costs, |cost| cost.frame);
    row("with the hook unset", &mut costs, |cost| cost.plain);
}

fn row(name: &str, costs: &mut [Cost], figure: fn(&Cost) -> u64) {
    costs.sort_by_key(figure);
    let [best, median, worst] = [0, PAIRS / 2, PAIRS - 1].map(|place| figure(&costs[place]));
    println!("{name:>28} {best:>8} {median:>8} {worst:>8}");
}

fn cost(pair: usize) -> Cost {
    let mut world = World::new();
    let (from, to) = (keys::wallet(&format!("from {pair}")), keys::wallet(&format!("to {pair}")));
    let share = Share::new(cast().company, &format!("mint {pair}"), cast().share.isin);
    world.run(issuer_program::create_asset(&share, asset_args(&share)));
    for wallet in [from, to] {
        let onboard = onboard_args(wallet);
        world.run(hook_program::onboard_holder(&share.company.register, onboard));
        world.run(token_2022::create_account(&wallet, &share.mint));
        world.run(issuer_program::mint_shares(&share, &wallet, 10));
    }
    let transfer = Transfer::new(&share.mint, &from, &to, 1);
    let receipt = transfer.send(&mut world).unwrap();
    // The same mint with its hook unset, as its authority could do it: the program's address to zeros.
    unset_hook(&mut world, share.mint);
    let plain = world.run(transfer.bare());
    Cost {
        hooked: receipt.compute_units,
        frame: receipt.frame(&scrip_transfer_hook::ID),
        plain: plain.compute_units,
    }
}

fn unset_hook(world: &mut World, mint: Pubkey) {
    world.edit(mint, |account| {
        let hook = scrip_transfer_hook::ID.to_bytes();
        let place = account.data.windows(32).position(|bytes| bytes == hook).unwrap();
        account.data[place..place + 32].fill(0);
    });
}

#[test]
#[ignore = "prints figures and judges nothing"]
fn measure_instructions() {
    println!("instructions, compute units");
    for fixture in FIXTURES {
        let mut world = World::new();
        let instruction = (fixture.ready)(&mut world);
        let receipt = world.run(instruction);
        println!("{:>20} {:<18} {:>8}", fixture.program, fixture.name, receipt.compute_units);
    }
}
