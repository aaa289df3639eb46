//! A change of terms that need not wait lets through nothing that was refused, now or at any later time.

use proptest::prelude::*;
use scrip_rules::classes;
use scrip_rules::jurisdiction::JurisdictionMode;
use scrip_rules::loosening::terms_loosen;

use crate::any::{COUNTRIES, policy, situation, time};
use crate::{NOW, Situation, allowed};

/// Two policies, which differ in some of their terms, with the same halt and the same blackout.
fn any_change() -> impl Strategy<Value = (Situation, Situation)> {
    let lists = || proptest::sample::subsequence(COUNTRIES.to_vec(), 0..=COUNTRIES.len());
    (policy(), policy(), any::<u8>(), any::<u8>(), lists(), lists()).prop_map(
        |(old, others, which, too, countries, other_countries)| {
            // Each term changes in one case of four.
            let changes = |bit: u8| (which & too) >> bit & 1 == 1;
            let (mut new, mut new_countries) = (old, &countries);
            if changes(0) {
                new.admission = others.admission;
            }
            if changes(1) {
                new.paths = others.paths;
            }
            if changes(2) {
                new.limits.max_balance = others.limits.max_balance;
            }
            if changes(3) {
                new.limits.max_transfer = others.limits.max_transfer;
            }
            if changes(4) {
                new.locked_until = others.locked_until;
            }
            if changes(5) {
                new.classes = others.classes;
            }
            if changes(6) {
                new.jurisdictions.mode = others.jurisdictions.mode;
            }
            if changes(7) {
                new_countries = &other_countries;
            }
            let of = |policy, countries: &[u16]| {
                allowed().with(|it| {
                    it.policy = policy;
                    it.list(countries);
                })
            };
            (of(old, &countries), of(new, new_countries))
        },
    )
}

fn loosens(new: &Situation, old: &Situation, now: i64) -> bool {
    let (new_lock, old_lock) = (new.policy.locked_until, old.policy.locked_until);
    terms_loosen(&new.terms(), new_lock, &old.terms(), old_lock, now)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_change_that_need_not_wait_lets_through_nothing_new(
        (old, new) in any_change(),
        transfers in proptest::collection::vec((situation(), time()), 4),
        changed_at in time(),
    ) {
        if !loosens(&new, &old, changed_at) {
            for (of, at) in transfers {
                let under = |terms: &Situation| terms.with(|it| {
                    (it.source, it.destination, it.transfer) = (of.source, of.destination, of.transfer);
                    it.now = at.max(changed_at);
                });
                let (before, after) = (under(&old), under(&new));
                prop_assert!(before.verdict().is_ok() || after.verdict().is_err(), "{of:?}");
                prop_assert!(before.issue().is_ok() || after.issue().is_err(), "{of:?}");
            }
        }
    }
}

/// Full lists as well as empty ones, of which the other is often a part.
fn any_countries() -> impl Strategy<Value = Situation> {
    use JurisdictionMode::{Allow, Deny};
    let modes = proptest::sample::select(&[Some(Allow), Some(Deny), None]);
    let lists = proptest::collection::vec((0usize..128, 0u8..8), 0..4);
    (modes, lists, any::<bool>()).prop_map(|(mode, bits, inverted)| {
        allowed().with(|it| {
            it.policy.jurisdictions.mode = mode;
            it.countries = [if inverted { 0xff } else { 0 }; 128];
            for (byte, bit) in bits {
                it.countries[byte] ^= 1 << bit;
            }
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn a_change_of_countries_waits_if_and_only_if_one_is_gained(
        (old, new) in (any_countries(), any_countries()),
    ) {
        let admits = |it: &Situation, country| it.facts().jurisdictions.admit(country);
        let gained = (0..1_100).any(|country| admits(&new, country) && !admits(&old, country));
        prop_assert_eq!(loosens(&new, &old, NOW), gained);
    }
}

/// What no random pair leads to would be kept for nothing.
#[test]
fn the_changes_are_of_both_kinds_and_transfers_pass() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let (mut waits, mut does_not, mut passes) = (0, 0, 0);
    for _ in 0..2_000 {
        let (old, new) = any_change().new_tree(&mut runner).unwrap().current();
        let of = situation().new_tree(&mut runner).unwrap().current();
        if loosens(&new, &old, NOW) {
            waits += 1;
            continue;
        }
        does_not += 1;
        let after = new.with(|it| {
            (it.source, it.destination, it.transfer) = (of.source, of.destination, of.transfer);
        });
        passes += u32::from(!of.transfer.signed_by_asset && after.verdict().is_ok());
    }
    assert!(waits > 200 && does_not > 200 && passes > 20, "{waits} {does_not} {passes}");
}

/// Every rule of classes after every other.
#[test]
fn a_change_of_classes_waits_if_and_only_if_somebody_is_gained() {
    let rules = || (0..=classes::ALL).flat_map(|it| (0..=classes::ALL).map(move |too| (it, too)));
    let of = |(admitted, refused)| classes::ClassRule { admitted, refused };
    let (mut old, mut new) = (allowed(), allowed());
    for old_rule in rules() {
        old.policy.classes = of(old_rule);
        for new_rule in rules() {
            new.policy.classes = of(new_rule);
            let admits = |it: &Situation, held| it.policy.classes.admit(held).is_ok();
            let gained = (0..=classes::ALL).any(|held| admits(&new, held) && !admits(&old, held));
            assert_eq!(loosens(&new, &old, NOW), gained, "{new_rule:?} after {old_rule:?}");
        }
    }
}
