//! Compute units, over wallets with addresses of every kind: how far Token-2022 has to search for the bump of a record
//! differs from wallet to wallet. `examples/pool/README.md` states what this prints with `--nocapture`.

use anchor_lang::solana_program::instruction::Instruction;
use scrip_svm_tests::{hook_program, issuer_program, keys, payment, setup};

use super::*;

const TRADERS: usize = 200;

/// What a client may ask for and not be short.
const ENOUGH: u64 = 100_000;

#[derive(Default)]
struct Measured {
    whole: Vec<u64>,
    share_transfer: Vec<u64>,
}

impl Measured {
    fn add(&mut self, world: &World, instruction: Instruction) {
        let receipt = world.clone().run(instruction);
        self.whole.push(receipt.compute_units);
        // The first report of Token-2022 in these instructions is that of the share's transfer, hook and all.
        self.share_transfer.push(receipt.frame(&token_2022::ID));
    }

    fn show(&mut self, name: &str) -> u64 {
        let of = |numbers: &mut Vec<u64>| {
            numbers.sort_unstable();
            [numbers[0], numbers[numbers.len() / 2], numbers[numbers.len() - 1]]
        };
        let (whole, share_transfer) = (of(&mut self.whole), of(&mut self.share_transfer));
        println!(
            "{name}: best, median, worst {whole:?}, of it the share's transfer {share_transfer:?}"
        );
        whole[2]
    }
}

#[test]
fn a_swap_costs_less_than_a_client_asks_for() {
    let (mut world, pool) = (funded().trusting_signatures(), Stage::dollars());
    let names = ["sell", "buy", "deposit", "withdraw", "quote"];
    let mut measured: [Measured; 5] = Default::default();
    let mut asserted = Vec::new();
    for trader in 0..TRADERS {
        let wallet = keys::wallet(&format!("trader {trader}"));
        let register = &cast().company.register;
        world.run(hook_program::onboard_holder(register, wallet, setup::details()));
        for mint in [pool.share.mint, pool.liquidity_mint] {
            world.run(token_2022::create_account(&wallet, &mint));
        }
        world.run(issuer_program::mint_shares(&pool.share, &wallet, 10 * TOKEN));
        let (usd, purse) = (cast().usd, payment::account_of(&wallet, &cast().usd));
        world.run(payment::create_account(&wallet, &usd, &TOKEN_PROGRAM));
        let give = payment::mint_to;
        world.run(give(&purse, &usd, &cast().usd_authority, 10_000 * DOLLAR, &TOKEN_PROGRAM));
        let small = scrip_example_pool::DepositArgs { max_shares: TOKEN, ..FIRST };
        let mut invested = world.clone();
        invested.run(pool.deposit(&wallet, small));
        measured[0].add(&world, pool.swap(&wallet, sell(TOKEN)));
        measured[1].add(&world, pool.swap(&wallet, buy(DOLLAR)));
        measured[2].add(&world, pool.deposit(&wallet, small));
        let receipt = world.clone().run(pool.deposit(&wallet, small));
        asserted.push(receipt.frame(&scrip_issuer::ID));
        let receipt = world.clone().run(pool.quote(&wallet, Side::Sell, TOKEN));
        measured[4].whole.push(receipt.compute_units);
        measured[4].share_transfer.push(receipt.frame(&scrip_transfer_hook::ID));
        // Here the burn of the liquidity tokens is reported before it.
        let receipt = invested.run(pool.withdraw(&wallet, 1_000));
        measured[3].whole.push(receipt.compute_units);
        measured[3].share_transfer.push(receipt.outer_frame(&token_2022::ID));
    }
    asserted.sort_unstable();
    println!("assert_multiplier by a call of the issuer program: {:?}", asserted.first());
    for (of, name) in measured.iter_mut().zip(names) {
        assert!(of.show(name) < ENOUGH, "{name} costs more than {ENOUGH} compute units");
    }
}
