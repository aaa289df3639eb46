//! For every account of every instruction: what must not pass in its place. What may pass harms nobody but who signs,
//! and is named here.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_example_pool::error::PoolError;
use scrip_svm_tests::issuer_program;

use super::*;

/// Pools that differ from [`Stage::dollars`] in one thing each: the fee, the share, the share and its register.
fn others() -> [Stage; 3] {
    let usd = (cast().usd, TOKEN_PROGRAM);
    [
        Stage::new(cast().share, usd, 100),
        Stage::new(cast().other_share, usd, 30),
        Stage::new(cast().foreign_share, usd, 30),
    ]
}

/// Every pool is open, and Alice and Bob have put something in. A register approves of a program once.
fn open_all() -> World {
    let mut world = funded();
    for pool in others() {
        let register = &pool.share.company.register;
        world.run(pool.initialize());
        if register.address != cast().company.register.address {
            world.run(pool.venue().approve(register));
        }
        world.run(pool.venue().register(register));
        for wallet in [cast().alice, cast().bob] {
            world.run(token_2022::create_account(&wallet, &pool.liquidity_mint));
        }
        world.run(pool.deposit(&cast().alice, FIRST));
    }
    world.run(Stage::dollars().deposit(&cast().bob, FIRST));
    world
}

/// What stands where: the named accounts in order, then the hook's.
const MARKET: [&str; 10] = [
    "owner",
    "pool",
    "share_mint",
    "payment_mint",
    "share_vault",
    "payment_vault",
    "share_account",
    "payment_account",
    "share_program",
    "payment_program",
];
const HOOK: [&str; 5] =
    ["policy", "sender_record", "recipient_record", "hook_program", "validation"];

struct Row {
    name: &'static str,
    own: &'static [&'static str],
    instruction: fn(&Stage, &Pubkey) -> Instruction,
    /// Where Alice's signature sends her own to whom she likes.
    hers: &'static [&'static str],
}

const ROWS: [Row; 4] = [
    Row {
        name: "deposit",
        own: &["liquidity_mint", "liquidity_account", "asset", "issuer_program"],
        instruction: |pool, owner| pool.deposit(owner, FIRST),
        hers: &["liquidity_account"],
    },
    Row {
        name: "sell",
        own: &["asset"],
        instruction: |pool, owner| pool.swap(owner, sell(TOKEN)),
        hers: &["payment_account"],
    },
    Row {
        name: "buy",
        own: &["asset"],
        instruction: |pool, owner| pool.swap(owner, buy(DOLLAR)),
        hers: &[],
    },
    Row {
        name: "withdraw",
        own: &["liquidity_mint", "liquidity_account"],
        instruction: |pool, owner| pool.withdraw(owner, 1_000_000),
        hers: &["payment_account"],
    },
];

#[test]
fn no_account_passes_in_the_place_of_another() {
    let (ready, pool, alice) = (open_all(), Stage::dollars(), cast().alice);
    for row in ROWS {
        let good = (row.instruction)(&pool, &alice);
        ready.clone().run(good.clone());
        let names = [&MARKET[..], row.own, &HOOK].concat();
        assert_eq!(names.len(), good.accounts.len(), "{}", row.name);
        let mut alike = vec![(row.instruction)(&pool, &cast().bob)];
        alike.extend(others().map(|other| (row.instruction)(&other, &alice)));
        for (place, name) in names.iter().enumerate() {
            let mut candidates: Vec<_> =
                alike.iter().map(|other| other.accounts[place].pubkey).collect();
            candidates.extend([cast().mallory, pool.address, scrip_issuer::ID, Pubkey::default()]);
            // Any other account of the same instruction.
            candidates.extend(good.accounts.iter().map(|meta| meta.pubkey));
            for candidate in candidates {
                let mut bad = good.clone();
                if candidate == bad.accounts[place].pubkey {
                    continue;
                }
                bad.accounts[place].pubkey = candidate;
                if bad.accounts[place].is_signer && candidate != cast().bob {
                    continue;
                }
                let through = ready.clone().send(bad).is_ok();
                let of_bob = alike[0].accounts[place].pubkey == candidate;
                let own_loss = row.hers.contains(name) && of_bob;
                assert!(
                    through == own_loss,
                    "{}: {candidate} as {name} {}",
                    row.name,
                    if through { "goes through" } else { "is refused" }
                );
            }
        }
    }
}

#[test]
fn proceeds_cannot_be_left_in_the_vault_where_the_hook_is_not_asked() {
    // Token-2022 moves nothing from an account to itself, and asks nobody.
    let (mut world, pool, alice) = (open_all(), Stage::dollars(), cast().alice);
    world.run(issuer_program::halt(&cast().share, 1, 0));
    let vaults = [
        (6, token_2022::account_of(&pool.address, &pool.share.mint)),
        (7, scrip_svm_tests::payment::account_of(&pool.address, &pool.payment_mint)),
    ];
    for row in ROWS {
        for (place, vault) in vaults {
            let mut instruction = (row.instruction)(&pool, &alice);
            instruction.accounts[place].pubkey = vault;
            let code = PoolError::OwnVault as u32;
            world.refuse(instruction).assert_code(code, row.name);
        }
    }
}

#[test]
fn nobody_acts_without_the_owner_s_signature() {
    let (ready, pool) = (open_all(), Stage::dollars());
    for row in ROWS {
        let mut unsigned = (row.instruction)(&pool, &cast().alice);
        unsigned.accounts[0].is_signer = false;
        let failure = ready.clone().refuse(unsigned);
        failure.assert_code(crate::codes::NOT_SIGNED, row.name);
        // Nor with another's.
        let mut of_bob = (row.instruction)(&pool, &cast().alice);
        of_bob.accounts[0].pubkey = cast().bob;
        assert!(ready.clone().send(of_bob).is_err(), "{}", row.name);
    }
}

#[test]
fn the_pool_of_a_pair_cannot_be_opened_twice() {
    let mut world = open_all();
    assert!(world.send(Stage::dollars().initialize()).is_err());
}
