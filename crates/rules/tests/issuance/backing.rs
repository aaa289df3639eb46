//! The rule of reserves against exact arithmetic, and what a change of it may let through.

use num_bigint::BigUint;
use proptest::prelude::*;
use scrip_rules::multiplier::{Multiplier, SCALE};
use scrip_rules::reserves::{Attestation, ReserveMode, ReserveRule, WHOLE_BPS};

use crate::NOW;
use crate::common::{any_magnitude_u64, any_multiplier, cases};

/// How many corporate actions are in force.
const ACTIONS: u32 = 2;

/// What a rule is held against.
#[derive(Clone, Debug)]
struct Situation {
    attestations: Vec<Attestation>,
    supply: u64,
    multiplier: Multiplier,
}

impl Situation {
    /// Whether enough fresh custodians attest enough: supply × multiplier ≤ attested × (1 − haircut), of
    /// which only whole units count.
    fn is_backed(&self, rule: &ReserveRule, supply: &BigUint) -> bool {
        let fresh = self.attestations.iter().filter(|it| {
            it.actions_seen == ACTIONS
                && i128::from(NOW) - i128::from(it.as_of) <= rule.max_age.into()
        });
        let custodians = fresh.clone().count();
        let attested: BigUint = fresh.map(|it| BigUint::from(it.shares)).sum();
        let counted = attested * (WHOLE_BPS - rule.haircut_bps) / WHOLE_BPS;
        custodians >= rule.min_custodians.into()
            && supply * self.multiplier.scaled() <= counted * SCALE
    }

    /// What a mint that leads to this supply is met with: 0 nothing, 1 a warning, 2 a refusal.
    fn consequence(&self, rule: &ReserveRule) -> u8 {
        match rule.mode {
            ReserveMode::Off => 0,
            _ if self.is_met(rule) => 0,
            ReserveMode::Warn => 1,
            ReserveMode::Enforce => 2,
        }
    }

    fn is_met(&self, rule: &ReserveRule) -> bool {
        let attestations = self.attestations.iter().copied();
        let backing =
            rule.backing(attestations, self.supply, self.multiplier, ACTIONS, NOW).unwrap();
        rule.is_met(&backing)
    }
}

fn any_rule() -> impl Strategy<Value = ReserveRule> {
    use ReserveMode::{Enforce, Off, Warn};
    let haircut = prop_oneof![1 => Just(0), 2 => 0u16..3, 3 => 0..=WHOLE_BPS];
    (proptest::sample::select(&[Off, Warn, Enforce]), 0u32..5, 0u8..4, haircut).prop_map(
        |(mode, max_age, min_custodians, haircut_bps)| ReserveRule {
            mode,
            max_age,
            min_custodians,
            haircut_bps,
        },
    )
}

/// A supply that is often just about what is attested.
fn any_situation() -> impl Strategy<Value = Situation> {
    let actions = prop_oneof![9 => Just(ACTIONS), 1 => 0..=3u32];
    let attestation = (any_magnitude_u64(), -1i64..7, actions).prop_map(|(shares, ago, seen)| {
        Attestation { shares, as_of: NOW - ago, actions_seen: seen }
    });
    let attestations = proptest::collection::vec(attestation, 0..5);
    let multiplier = prop_oneof![Just(Multiplier::ONE), any_multiplier()];
    (attestations, any_magnitude_u64(), multiplier, -2i64..=2, any::<bool>()).prop_map(
        |(attestations, supply, multiplier, by, near)| {
            let shares: u128 = attestations.iter().map(|it| u128::from(it.shares)).sum();
            let exact = BigUint::from(shares) * SCALE / multiplier.scaled();
            let exact = u64::try_from(exact).unwrap_or(u64::MAX).saturating_add_signed(by);
            Situation { attestations, supply: if near { exact } else { supply }, multiplier }
        },
    )
}

proptest! {
    #![proptest_config(cases(8_000))]

    #[test]
    fn it_is_met_if_and_only_if_the_supply_is_backed(rule in any_rule(), situation in any_situation()) {
        let backed = situation.is_backed(&rule, &situation.supply.into());
        prop_assert_eq!(situation.is_met(&rule), backed);
    }

    #[test]
    fn headroom_is_the_most_for_which_it_is_still_met(
        rule in any_rule(),
        situation in any_situation(),
        before in any_magnitude_u64(),
    ) {
        // Of the supply that is just about backed, some is there already.
        let supply = situation.supply.saturating_sub(before);
        let attestations = situation.attestations.iter().copied();
        let backing =
            rule.backing(attestations, supply, situation.multiplier, ACTIONS, NOW).unwrap();
        let headroom = rule.headroom(&backing, supply, situation.multiplier);
        let after = BigUint::from(supply) + headroom;
        prop_assert!(after <= BigUint::from(u64::MAX));
        prop_assert!(headroom == 0 || situation.is_backed(&rule, &after));
        let one_more = after + 1_u32;
        let can_be_minted = one_more <= BigUint::from(u64::MAX);
        prop_assert!(!can_be_minted || !situation.is_backed(&rule, &one_more));
    }

    #[test]
    fn what_does_not_loosen_is_met_with_no_less(
        old in any_rule(),
        others in any_rule(),
        which in 0u8..16,
        situation in any_situation(),
    ) {
        let new = ReserveRule {
            mode: if which & 1 == 0 { old.mode } else { others.mode },
            max_age: if which & 2 == 0 { old.max_age } else { others.max_age },
            min_custodians: if which & 4 == 0 { old.min_custodians } else { others.min_custodians },
            haircut_bps: if which & 8 == 0 { old.haircut_bps } else { others.haircut_bps },
        };
        prop_assert!(!old.loosens(&old));
        if !new.loosens(&old) {
            prop_assert!(situation.consequence(&new) >= situation.consequence(&old));
        }
        if !new.loosens(&old) && !old.loosens(&new) {
            prop_assert!(new == old || old.mode == ReserveMode::Off && new.mode == ReserveMode::Off);
        }
    }
}
