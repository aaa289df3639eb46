//! No history is lost or rewritten: through fifty actions, amended and cancelled as they come, the multiplier at every
//! second that was looked at can be computed from the accounts alone, and is what Token-2022 displayed then.

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use scrip_client::{Calendar, filters};
use scrip_issuer::state::Asset;
use scrip_rules::multiplier::Multiplier;
use scrip_svm_tests::fixtures::SPLIT;
use scrip_svm_tests::token_2022::{self, DECIMALS};
use scrip_svm_tests::{TOKEN, World};
use spl_token_2022_interface::extension::scaled_ui_amount::ScaledUiAmountConfig;
use spl_token_2022_interface::instruction::amount_to_ui_amount;

use super::*;

const ACTIONS: u32 = 50;

/// What was displayed at a second.
struct Shown {
    at: i64,
    /// The multiplier in force by the mint, which keeps an `f64`.
    bits: u64,
    /// A raw amount as the compiled Token-2022 shows it.
    raw: u64,
    text: String,
}

struct Story {
    world: World,
    random: StdRng,
    shown: Vec<Shown>,
    cancelled: u32,
    amended: u32,
}

impl Story {
    /// True once in `times`.
    fn once_in(&mut self, times: u32) -> bool {
        self.random.random_range(0..times) == 0
    }

    fn asset(&self) -> Asset {
        self.world.read(&cast().share.asset)
    }

    /// Any step of any kind that is within the share's bounds.
    fn terms(&mut self, kind: ActionKind) -> ActionTerms {
        let denominator = self.random.random_range(1_000..1_000_000);
        match kind {
            ActionKind::ForwardSplit => {
                ActionTerms::Ratio { numerator: self.random.random_range(2..6), denominator: 1 }
            }
            ActionKind::ReverseSplit => {
                ActionTerms::Ratio { numerator: 1, denominator: self.random.random_range(2..8) }
            }
            ActionKind::CashDividend => ActionTerms::Reinvestment {
                gross: self.random.random_range(1..denominator / 10),
                withholding_bps: self.random.random_range(0..10_000),
                price: denominator,
            },
            _ => {
                let more = self.random.random_range(1..denominator / 5);
                ActionTerms::Ratio { numerator: denominator + more, denominator }
            }
        }
    }

    /// An action that takes effect after its notice, sometimes with a blackout.
    fn args(&mut self, kind: ActionKind) -> AnnounceActionArgs {
        let at = self.world.now() + NOTICE + self.random.random_range(0..5 * 86_400);
        let mut dates = effective_at(at);
        if self.once_in(4) {
            (dates.blackout_from, dates.blackout_until) = (at - 60, at + 60);
        }
        AnnounceActionArgs { kind: kind as u8, dates, terms: self.terms(kind), ..SPLIT }
    }

    /// Goes there, and looks what Token-2022 displays.
    fn look(&mut self, at: i64) {
        self.world.set_time(at);
        let mint = cast().share.mint;
        let config: ScaledUiAmountConfig = token_2022::mint_extension(&self.world, &mint);
        let pending = at < i64::from(config.new_multiplier_effective_timestamp);
        let in_force = if pending { config.multiplier } else { config.new_multiplier };
        let raw = self.random.random_range(1..1_000 * TOKEN);
        let show = amount_to_ui_amount(&token_2022::ID, &mint, raw).unwrap();
        let text = String::from_utf8(self.world.run(show).return_data).unwrap();
        self.shown.push(Shown { at, bits: u64::from_le_bytes(in_force.0), raw, text });
    }

    fn schedule(&mut self, sequence: u32) {
        let in_force = self.asset().track().unwrap().at(self.world.now()).scaled();
        self.world.run(issuer_program::schedule_action(&cast().share, sequence, in_force));
    }

    /// Announces an action and sees it to its end, whichever that is.
    fn act(&mut self, kind: ActionKind) {
        let sequence = self.asset().action_count;
        let mut args = self.args(kind);
        self.world.run(announce(sequence, args));
        while self.once_in(3) {
            // Before or after it is scheduled.
            if self.once_in(2) {
                self.schedule(sequence);
            }
            let wait = self.random.random_range(0..NOTICE);
            self.look(self.world.now() + wait);
            args = self.args(kind);
            self.world.run(amend(sequence, args));
            self.amended += 1;
        }
        let is_cancelled = self.once_in(5);
        if !is_cancelled || self.once_in(2) {
            self.schedule(sequence);
        }
        let (now, at) = (self.world.now(), args.dates.effective_at);
        let between = self.random.random_range(now..at);
        self.look(between);
        self.look(at - 1);
        if is_cancelled {
            self.world.run(cancel(sequence));
            self.cancelled += 1;
        }
        self.look(at);
        if !is_cancelled && self.once_in(3) {
            self.world.run(settle(sequence));
        }
        let later = self.random.random_range(60..86_400);
        self.look(at + later);
    }

    /// Fails unless the accounts tell of every second what was displayed then.
    fn assert_told(&self) {
        let (asset, filters) = (self.asset(), filters(&cast().share.asset));
        // What a server would find: of all accounts those that pass the filters.
        let of_shares = [cast().share, cast().other_share].into_iter().flat_map(|share| {
            (0..asset.action_count).map(move |sequence| addresses::action(&share.asset, sequence))
        });
        let accounts = of_shares.filter_map(|address| {
            let data = self.world.account(&address)?.data;
            let passes = filters.iter().all(|it| data[it.offset..].starts_with(&it.bytes));
            passes.then_some((address, data))
        });
        let calendar = Calendar::read(&cast().share.asset, accounts).unwrap();
        for Shown { at, bits, raw, text } in &self.shown {
            let multiplier = calendar.multiplier_at(&asset, *at).unwrap();
            assert_eq!(multiplier.to_f64_bits(), *bits, "{multiplier} at {at}");
            let told = multiplier.displayed(*raw, DECIMALS).unwrap().to_string();
            assert_eq!(told, *text, "{raw} × {multiplier} at {at}");
        }
        let now = self.world.now();
        let in_force: Multiplier = asset.track().unwrap().at(now);
        assert_eq!(calendar.multiplier_at(&asset, now).unwrap(), in_force);
    }
}

#[test]
fn of_fifty_actions_is_told_by_the_accounts_as_it_was_displayed() {
    let world = World::without_signatures();
    let random = StdRng::seed_from_u64(50);
    let mut story = Story { world, random, shown: Vec::new(), cancelled: 0, amended: 0 };
    // An action of another share is none of this one's.
    story.world.schedule(&cast().other_share, SPLIT);
    story.look(START);
    story.assert_told();
    let kinds =
        ActionKind::ALL.into_iter().filter(|kind| example(*kind).terms.form().moves_multiplier());
    for kind in kinds.cycle().take(ACTIONS as usize) {
        story.act(kind);
        story.assert_told();
    }
    let Story { shown, cancelled, amended, .. } = &story;
    println!("{} seconds, {cancelled} cancelled, {amended} amendments", shown.len());
    let asset = story.asset();
    assert_eq!((asset.action_count, asset.multiplier_changes), (ACTIONS, ACTIONS - cancelled));
    assert!(*cancelled > 3 && *amended > 10 && shown.len() > 150, "too little has happened");
}
