//! The digits that wallets show: the rules against Token-2022's own library, and against the compiled
//! Token-2022, over random amounts and every multiplier of the recorded corporate actions.

use anchor_lang::prelude::Pubkey;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use scrip_rules::multiplier::Rounding::Down;
use scrip_rules::multiplier::{Multiplier, SCALE};
use scrip_svm_tests::cast::cast;
use scrip_svm_tests::keys::wallet;
use scrip_svm_tests::token_2022::{self, DECIMALS};
use scrip_svm_tests::{TOKEN, World};
use solana_system_interface::instruction::create_account as allocate;
use spl_token_2022_interface::extension::ExtensionType;
use spl_token_2022_interface::extension::scaled_ui_amount::{ScaledUiAmountConfig, instruction};
use spl_token_2022_interface::instruction::{amount_to_ui_amount, initialize_mint2};
use spl_token_2022_interface::state::Mint;

const ACTIONS: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../crates/rules/testdata/xstocks_corporate_actions.csv"
);

/// The most that every digit of is shown: 2^26 shares.
const ALL_DIGITS: u64 = (1 << 26) * TOKEN;

/// Every multiplier of the recorded actions, before and after.
fn recorded() -> Vec<Multiplier> {
    let mut reader = csv::Reader::from_path(ACTIONS).unwrap();
    let names = reader.headers().unwrap().clone();
    let column = |name| names.iter().position(|header| header == name).unwrap();
    let columns = [column("previous_multiplier"), column("new_multiplier")];
    let rows: Vec<_> = reader.records().collect::<Result<_, _>>().unwrap();
    assert_eq!(rows.len(), 28);
    let values = rows.iter().flat_map(|row| columns.map(|column| row[column].parse().unwrap()));
    values.map(|value: f64| Multiplier::from_f64_bits(value.to_bits()).unwrap()).collect()
}

struct Random(StdRng);

impl Random {
    /// The same numbers in every run, so that a failure can be looked at again.
    fn new() -> Self {
        Self(StdRng::seed_from_u64(5))
    }

    /// Every number of bits is as likely as every other.
    fn raw(&mut self) -> u64 {
        let bits = self.0.random_range(0..64);
        self.0.random::<u64>() >> bits
    }

    /// Of every magnitude, the bounds included.
    fn multiplier(&mut self) -> Multiplier {
        let bits = self.0.random_range(8..128);
        let scaled = self.0.random::<u128>() >> bits;
        let (least, most) = (Multiplier::MIN.scaled(), Multiplier::MAX.scaled());
        Multiplier::from_scaled(scaled.clamp(least, most)).unwrap()
    }
}

/// What the library shows, of which the multiplier in force is the only input.
fn by_library(multiplier: Multiplier, raw: u64) -> String {
    let config = ScaledUiAmountConfig {
        new_multiplier: f64::from_bits(multiplier.to_f64_bits()).into(),
        ..Default::default()
    };
    config.amount_to_ui_amount(raw, DECIMALS, 0).unwrap()
}

fn by_rules(multiplier: Multiplier, raw: u64) -> String {
    multiplier.displayed(raw, DECIMALS).unwrap().to_string()
}

/// A mint with a multiplier that a key sets, as the mints of the recorded actions have.
fn scaled_mint(world: &mut World, authority: &Pubkey) -> Pubkey {
    let mint = wallet("scaled mint");
    let len = ExtensionType::try_calculate_account_len::<Mint>(&[ExtensionType::ScaledUiAmount]);
    let len = len.unwrap();
    let scaled = instruction::initialize(&token_2022::ID, &mint, Some(*authority), 1.0).unwrap();
    let instructions = [
        allocate(&cast().payer, &mint, world.rent(len), len as u64, &token_2022::ID),
        scaled,
        initialize_mint2(&token_2022::ID, &mint, authority, None, DECIMALS).unwrap(),
    ];
    world.send_all(&instructions).unwrap();
    mint
}

#[test]
fn the_rules_show_what_the_library_shows() {
    let mut random = Random::new();
    let recorded = recorded();
    for index in 0..200_000 {
        let multiplier = match recorded.get(index % (2 * recorded.len())) {
            Some(recorded) => *recorded,
            None => random.multiplier(),
        };
        let raw = random.raw();
        assert_eq!(by_rules(multiplier, raw), by_library(multiplier, raw), "{raw} × {multiplier}");
    }
}

#[test]
fn the_rules_show_what_the_compiled_program_shows() {
    let mut random = Random::new();
    let mut world = World::without_signatures();
    let authority = cast().alice;
    let mint = scaled_mint(&mut world, &authority);
    let recorded = recorded();
    let others: Vec<_> = (0..40).map(|_| random.multiplier()).collect();
    let bounds = [Multiplier::MIN, Multiplier::ONE, Multiplier::MAX];
    for multiplier in recorded.into_iter().chain(others).chain(bounds) {
        let value = f64::from_bits(multiplier.to_f64_bits());
        let now = world.now();
        let program = &token_2022::ID;
        world.run(
            instruction::update_multiplier(program, &mint, &authority, &[], value, now).unwrap(),
        );
        let some = [1, TOKEN, ALL_DIGITS + 1, u64::MAX, random.raw(), random.raw(), random.raw()];
        for raw in some {
            let receipt = world.run(amount_to_ui_amount(program, &mint, raw).unwrap());
            let shown = String::from_utf8(receipt.return_data).unwrap();
            assert_eq!(by_rules(multiplier, raw), shown, "{raw} × {multiplier}");
        }
    }
}

/// The exact shares of everyday amounts, digit by digit: the last one may be one off, where the exact value is
/// nearly a whole number of base units.
#[test]
fn recorded_multipliers_show_the_exact_shares_to_the_last_digit() {
    let mut random = Random::new();
    let (mut shown, mut apart) = (0, 0);
    for multiplier in recorded() {
        for _ in 0..2_000 {
            let raw = random.raw() >> 11;
            let exact = multiplier.scaled().checked_mul(raw.into());
            let Some(exact) = exact.filter(|exact| *exact <= (1 << 52) * SCALE) else { continue };
            let digits = by_library(multiplier, raw);
            let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
            let displayed: u128 = format!("{whole}{fraction:0<8}").parse().unwrap();
            let shares = multiplier.raw_to_shares(raw, Down).unwrap();
            assert!(displayed.abs_diff(shares) <= 1, "{raw} × {multiplier}: {displayed} {shares}");
            let above = exact % SCALE;
            if displayed != shares {
                assert!(above.min(SCALE - above) <= exact >> 52, "{raw} × {multiplier}");
                apart += 1;
            }
            shown += 1;
        }
    }
    println!("{apart} of {shown} amounts are one apart in the eighth decimal");
    assert!(shown > 100_000);
}
