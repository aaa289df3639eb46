//! The example venue of `examples/pool`: a constant-product pool that holds a share.
//!
//! - here: the life of a pool, to the unit
//! - [`errors`]: every error of the pool and of `scrip_client::cpi`
//! - [`splits`]: a change of the multiplier in the middle
//! - [`standstill`]: halts, blackouts, pauses, who is not on the register, a suspended venue
//! - [`substitution`]: for every account, what must not pass in its place
//! - [`payment`]: tokens of Token-2022 as payment; [`dividend`]: cash for the shares in a pool
//! - [`random`]: what holds after any sequence of operations
//! - [`compute`]: compute units
//! - [`stage`]: how a pool is staged

mod compute;
mod dividend;
mod errors;
mod payment;
mod random;
mod splits;
mod stage;
mod standstill;
mod substitution;

use scrip_client::hook::hook_accounts;
use scrip_example_pool::Quote;
use scrip_example_pool::math::{Liquidity, Side, Trade};
use scrip_example_pool::state::{POOL_VERSION, Pool};
use scrip_svm_tests::payment::{DOLLAR, TOKEN_PROGRAM, account_of};
use scrip_svm_tests::{TOKEN, Transfer, World, addresses, cast, token_2022};
use spl_token_2022_interface::state::Mint;

use stage::*;

#[test]
fn it_is_opened_and_registered_in_one_transaction_by_anybody() {
    let (mut world, pool) = (with_program(), Stage::dollars());
    world.run(pool.venue().approve(&cast().company.register));
    let open = [pool.initialize(), pool.venue().register(&cast().company.register)];
    world.send_all(&open).unwrap();
    let bump = *pool.venue().seeds.last().unwrap().first().unwrap();
    let share = pool.share;
    world.assert_account(
        &pool.address,
        &Pool {
            version: POOL_VERSION,
            bump,
            fee_bps: pool.fee_bps.to_le_bytes(),
            share_mint: share.mint,
            asset: share.asset,
            payment_mint: cast().usd,
            share_vault: token_2022::account_of(&pool.address, &share.mint),
            payment_vault: account_of(&pool.address, &cast().usd),
            liquidity_mint: pool.liquidity_mint,
        },
    );
    let Mint { mint_authority, freeze_authority, supply, .. } =
        token_2022::mint(&world, &pool.liquidity_mint);
    assert_eq!(mint_authority, Some(pool.address).into());
    assert_eq!((freeze_authority, supply), (None.into(), 0));
}

#[test]
fn vaults_that_somebody_has_opened_before_are_the_pool_s_all_the_same() {
    let (mut world, pool) = (with_program(), Stage::dollars());
    world.run(token_2022::create_account(&pool.address, &pool.share.mint));
    let vault = account_of(&pool.address, &cast().usd);
    let open = scrip_svm_tests::payment::create_account;
    world.run(open(&pool.address, &cast().usd, &TOKEN_PROGRAM));
    // What is in them already belongs to the pool, and sets no price.
    let (mine, alice) = (account_of(&cast().alice, &cast().usd), cast().alice);
    let gift = scrip_svm_tests::payment::transfer;
    world.run(gift(&mine, &cast().usd, &vault, &alice, DOLLAR, &TOKEN_PROGRAM));
    pool.open(&mut world);
    world.run(pool.deposit(&alice, FIRST));
    assert_eq!(pool.reserves(&world), [100 * TOKEN, 20_001 * DOLLAR]);
    assert_eq!(pool.liquidity(&world, &alice), FIRST_LIQUIDITY);
}

#[test]
fn deposits_swaps_and_withdrawals_to_the_unit() {
    let (mut world, pool) = (registered(), Stage::dollars());
    let (alice, bob) = (cast().alice, cast().bob);
    let [alice_had, bob_had] = [alice, bob].map(|wallet| pool.wallet(&world, &wallet));

    // A hundred shares at 200 dollars.
    let receipt = world.run(pool.deposit(&alice, FIRST));
    assert_eq!(pool.reserves(&world), [10_000_000_000, 20_000_000_000]);
    assert_eq!(pool.liquidity(&world, &alice), 14_142_135_623);
    let first =
        Liquidity { liquidity: 14_142_135_623, shares: 10_000_000_000, payment: 20_000_000_000 };
    assert!(logged(&receipt, &pool.deposited(&alice, first)));

    // Bob sells one share: 0.3 % stays, the rest moves along the curve.
    let receipt = world.run(pool.swap(&bob, sell(TOKEN)));
    assert_eq!(pool.reserves(&world), [10_100_000_000, 19_802_568_394]);
    let trade = Trade { fee: 300_000, amount_out: 197_431_606 };
    assert!(logged(&receipt, &pool.swapped(&bob, sell(TOKEN), trade)));
    assert_eq!(pool.wallet(&world, &bob), [bob_had[0] - 100_000_000, bob_had[1] + 197_431_606]);

    // And buys for 500 dollars.
    let receipt = world.run(pool.swap(&bob, buy(500 * DOLLAR)));
    assert_eq!(pool.reserves(&world), [9_851_990_886, 20_302_568_394]);
    let trade = Trade { fee: 1_500_000, amount_out: 248_009_114 };
    assert!(logged(&receipt, &pool.swapped(&bob, buy(500 * DOLLAR), trade)));

    // Bob puts in as much as 10 shares pay for, at the pool's own ratio, rounded up.
    let deposit = scrip_example_pool::DepositArgs {
        max_shares: 10 * TOKEN,
        max_payment: 3_000 * DOLLAR,
        ..FIRST
    };
    world.run(pool.deposit(&bob, deposit));
    assert_eq!(pool.liquidity(&world, &bob), 1_435_459_775);
    assert_eq!(pool.reserves(&world), [10_851_990_886, 22_363_326_329]);

    // Each takes out what is theirs; what belongs to nobody stays.
    let receipt = world.run(pool.withdraw(&bob, 1_435_459_775));
    let taken = Liquidity { liquidity: 1_435_459_775, shares: 999_999_999, payment: 2_060_757_934 };
    assert!(logged(&receipt, &pool.withdrawn(&bob, taken)));
    world.run(pool.withdraw(&alice, 14_142_135_623));
    assert_eq!(pool.supply(&world), 0);
    assert_eq!(pool.reserves(&world), [697, 1_436]);
    let [alice_has, bob_has] = [alice, bob].map(|wallet| pool.wallet(&world, &wallet));
    for side in 0..2 {
        let gone = alice_had[side] + bob_had[side] - alice_has[side] - bob_has[side];
        assert_eq!(gone, pool.reserves(&world)[side]);
    }

    // The next one opens it again, at a price of their own.
    world.run(pool.deposit(&alice, FIRST));
    assert_eq!(pool.liquidity(&world, &alice), FIRST_LIQUIDITY);
}

#[test]
fn a_quote_says_what_the_swap_does_and_what_the_hook_says() {
    let (mut world, pool) = (funded(), Stage::dollars());
    let answer = |world: &mut World, instruction| {
        let before = pool.reserves(world);
        let quote: Quote = returned(&world.run(instruction));
        assert_eq!(pool.reserves(world), before, "a quote moves nothing");
        quote
    };
    let multiplier = scrip_rules::multiplier::SCALE;
    let of_sale = Quote { verdict: 0, amount_out: 197_431_606, fee: 300_000, multiplier };
    let alice = cast().alice;
    assert_eq!(answer(&mut world, pool.quote(&alice, Side::Sell, TOKEN)), of_sale);
    assert_eq!(
        answer(&mut world, pool.quote(&cast().carol, Side::Sell, TOKEN)),
        Quote { verdict: 6200, ..of_sale },
        "the sender is not on the register"
    );
    let buys = pool.quote(&cast().carol, Side::Buy, DOLLAR);
    assert_eq!(answer(&mut world, buys).verdict, 6300);
    world.run(pool.swap(&alice, sell(TOKEN)));
    assert_eq!(pool.reserves(&world), [10_100_000_000, 20_000_000_000 - of_sale.amount_out]);
}

#[test]
fn the_derived_hook_accounts_are_those_that_token_2022_resolves() {
    let (world, pool) = (funded(), Stage::dollars());
    let (share, registry) = (pool.share.mint, cast().company.register.address);
    for (from, to) in [(cast().alice, pool.address), (pool.address, cast().carol)] {
        let resolved = Transfer::new(&share, &from, &to, 1).instruction(&world).accounts;
        assert_eq!(resolved[4..], hook_accounts(&share, &registry, &from, &to));
    }
    assert_eq!(pool.share.asset, addresses::asset(&share));
}

#[test]
fn driving_up_the_worth_of_a_liquidity_token_robs_nobody_but_who_does_it() {
    // The attack on the second depositor: the smallest deposit, and then a gift to the vaults.
    let (mut world, pool) = (registered(), Stage::dollars());
    let (alice, bob) = (cast().alice, cast().bob);
    let before = [alice, bob].map(|wallet| pool.wallet(&world, &wallet));
    let smallest = scrip_example_pool::DepositArgs { max_shares: 1, max_payment: 1, ..FIRST };
    world.run(pool.deposit(&alice, smallest));
    pool.give(&mut world, &alice, [100 * TOKEN, 100_000 * DOLLAR]);
    world.run(pool.deposit(&bob, FIRST));
    world.run(pool.withdraw(&bob, pool.liquidity(&world, &bob)));
    world.run(pool.withdraw(&alice, pool.liquidity(&world, &alice)));
    let after = [alice, bob].map(|wallet| pool.wallet(&world, &wallet));
    for side in 0..2 {
        assert!(before[1][side] - after[1][side] <= 1, "Bob lost more than a rounding");
        assert!(before[0][side] - after[0][side] > pool.reserves(&world)[side] / 2, "Alice paid");
    }
}
