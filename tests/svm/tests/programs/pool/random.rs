//! What holds after any sequence of deposits, swaps, withdrawals, gifts, splits and halts. Each sequence has a seed, and
//! is the same in every run.

use anchor_lang::prelude::Pubkey;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use scrip_example_pool::math::LOCKED_LIQUIDITY;
use scrip_example_pool::{DepositArgs, SwapArgs};
use scrip_issuer::AnnounceActionArgs;
use scrip_issuer::state::{ActionTerms, Asset};
use scrip_rules::corporate_action::ActionKind;
use scrip_svm_tests::fixtures::{NOTICE, SPLIT, effective_at};
use scrip_svm_tests::issuer_program;

use super::*;

const SEEDS: u64 = 12;
const STEPS: usize = 150;

/// Pool and wallets, as they were before a step.
#[derive(Clone, Debug, PartialEq)]
struct Books {
    reserves: [u64; 2],
    wallets: [[u64; 2]; 2],
    total: u128,
}

impl Books {
    fn of(world: &World) -> Self {
        let pool = Stage::dollars();
        Self {
            reserves: pool.reserves(world),
            wallets: [cast().alice, cast().bob].map(|wallet| pool.wallet(world, &wallet)),
            total: u128::from(pool.supply(world) + LOCKED_LIQUIDITY),
        }
    }

    fn product(&self) -> u128 {
        u128::from(self.reserves[0]) * u128::from(self.reserves[1])
    }

    /// All that there is of both tokens.
    fn sum(&self) -> [u64; 2] {
        [0, 1].map(|side| self.reserves[side] + self.wallets[0][side] + self.wallets[1][side])
    }

    /// Fails if a liquidity token is worth less of either side than before.
    fn assert_worth_kept(&self, after: &Self) {
        for side in 0..2 {
            let [before, now] = [self, after].map(|books| u128::from(books.reserves[side]));
            assert!(now * self.total >= before * after.total, "side {side}: {self:?} {after:?}");
        }
    }
}

struct Run {
    world: World,
    dice: StdRng,
    multiplier: u128,
    done: [usize; 6],
}

impl Run {
    fn wallet(&mut self) -> Pubkey {
        if self.dice.random() { cast().alice } else { cast().bob }
    }

    /// Any order of magnitude is as likely as another.
    fn amount(&mut self, most: u64) -> u64 {
        let bits = self.dice.random_range(0..u64::BITS - most.leading_zeros());
        self.dice.random_range(0..=most >> bits)
    }

    fn swap_args(&mut self, owner: &Pubkey) -> SwapArgs {
        let side = if self.dice.random() { Side::Sell } else { Side::Buy };
        let most = Stage::dollars().wallet(&self.world, owner)[side as usize];
        let amount_in = self.amount(most);
        SwapArgs { side, amount_in, min_amount_out: 0, expected_multiplier: self.multiplier }
    }

    fn deposit_args(&mut self, owner: &Pubkey) -> DepositArgs {
        let [shares, payment] = Stage::dollars().wallet(&self.world, owner);
        DepositArgs {
            max_shares: self.amount(shares),
            max_payment: self.amount(payment),
            min_liquidity: 0,
            expected_multiplier: self.multiplier,
        }
    }

    fn step(&mut self) {
        let (pool, owner) = (Stage::dollars(), self.wallet());
        let before = Books::of(&self.world);
        let kind = self.dice.random_range(0..20);
        let (kind, went) = match kind {
            0..8 => (0, self.swap(&owner, &before)),
            8..12 => {
                let args = self.deposit_args(&owner);
                (1, self.world.send(pool.deposit(&owner, args)).is_ok())
            }
            12..15 => {
                let most = pool.liquidity(&self.world, &owner);
                let liquidity = self.amount(most);
                (2, self.world.send(pool.withdraw(&owner, liquidity)).is_ok())
            }
            15..18 => (3, self.round_trip(&owner, &before)),
            18 => {
                let most = pool.wallet(&self.world, &owner).map(|has| has / 100);
                let gift = most.map(|most| self.amount(most));
                pool.give(&mut self.world, &owner, gift);
                (4, true)
            }
            _ => (5, self.split(&owner, &before)),
        };
        self.done[kind] += usize::from(went);
        let after = Books::of(&self.world);
        assert_eq!(after.sum(), before.sum(), "nothing comes from nowhere");
        match kind {
            0 | 4 => assert!(after.product() >= before.product()),
            _ => before.assert_worth_kept(&after),
        }
        if !went {
            assert_eq!(after, before, "what failed has changed nothing");
        }
    }

    fn swap(&mut self, owner: &Pubkey, before: &Books) -> bool {
        let (pool, args) = (Stage::dollars(), self.swap_args(owner));
        let went = self.world.send(pool.swap(owner, args)).is_ok();
        if went && args.amount_in > 0 {
            // All of it out again at once never brings more than was put in.
            let (mut world, after) = (self.world.clone(), Books::of(&self.world));
            let (side, other) = match args.side {
                Side::Sell => (Side::Buy, 1),
                Side::Buy => (Side::Sell, 0),
            };
            let amount_in = before.reserves[other] - after.reserves[other];
            let _ = world.send(pool.swap(owner, SwapArgs { side, amount_in, ..args }));
            let end = Books::of(&world);
            assert!(end.product() >= before.product());
            assert!(end.reserves[1 - other] >= before.reserves[1 - other]);
        }
        went
    }

    /// In and out again: nobody gains.
    fn round_trip(&mut self, owner: &Pubkey, before: &Books) -> bool {
        let (pool, args) = (Stage::dollars(), self.deposit_args(owner));
        let had = pool.liquidity(&self.world, owner);
        if self.world.send(pool.deposit(owner, args)).is_err() {
            return false;
        }
        let liquidity = pool.liquidity(&self.world, owner) - had;
        self.world.run(pool.withdraw(owner, liquidity));
        let after = Books::of(&self.world);
        for (wallet, had) in after.wallets.iter().zip(before.wallets) {
            assert!(wallet[0] <= had[0] && wallet[1] <= had[1], "{before:?} {after:?}");
        }
        true
    }

    /// There and back by turns. A halt before it refuses everything; the old multiplier is refused after it.
    fn split(&mut self, owner: &Pubkey, before: &Books) -> bool {
        let (pool, share) = (Stage::dollars(), cast().share);
        self.world.run(issuer_program::halt(&share, 1, 0));
        assert!(self.world.send(pool.withdraw(owner, 1_000)).is_err());
        self.world.run(issuer_program::resume(&share));
        let at = self.world.now() + NOTICE;
        let (kind, numerator, denominator) = match self.done[5] % 2 {
            0 => (ActionKind::ForwardSplit, 3, 1),
            _ => (ActionKind::ReverseSplit, 1, 7),
        };
        let terms = ActionTerms::Ratio { numerator, denominator };
        let split =
            AnnounceActionArgs { kind: kind as u8, dates: effective_at(at), terms, ..SPLIT };
        self.world.schedule(&share, split);
        self.world.set_time(at);
        assert_eq!(Books::of(&self.world), *before, "a split moves nothing");
        let stale = SwapArgs { expected_multiplier: self.multiplier, ..sell(TOKEN) };
        assert!(self.world.send(pool.swap(owner, stale)).is_err());
        let asset: Asset = self.world.read(&share.asset);
        self.multiplier = asset.track().unwrap().at(at).scaled();
        true
    }
}

#[test]
fn no_sequence_takes_from_those_who_stay() {
    let mut done = [0; 6];
    for seed in 0..SEEDS {
        let mut world = funded().trusting_signatures();
        world.run(Stage::dollars().deposit(&cast().bob, FIRST));
        let multiplier = scrip_rules::multiplier::SCALE;
        let dice = StdRng::seed_from_u64(seed);
        let mut run = Run { world, dice, multiplier, done: [0; 6] };
        for _ in 0..STEPS {
            run.step();
        }
        for (all, of_run) in done.iter_mut().zip(run.done) {
            *all += of_run;
        }
    }
    // Every kind of step was taken often, and not only refused.
    assert!(done.iter().all(|count| *count >= 40), "{done:?}");
}
