//! Attestations and the rule of reserves, by cases.

use scrip_rules::multiplier::{Multiplier, SCALE};
use scrip_rules::reserves::AttestationError::{ActionsNotSeen, AsOfInTheFuture, AsOfWentBack};
use scrip_rules::reserves::ReserveMode::{Enforce, Off, Warn};
use scrip_rules::reserves::{Attestation, Backing, ReserveMode, ReserveRule, WHOLE_BPS};

use crate::NOW;

const RULE: ReserveRule =
    ReserveRule { mode: Enforce, max_age: 3_600, min_custodians: 2, haircut_bps: 500 };

/// Counted `ago` seconds before now, when 3 corporate actions were in force.
fn attested(shares: u64, ago: i64) -> Attestation {
    Attestation { shares, as_of: NOW - ago, actions_seen: 3 }
}

#[test]
fn stored_bytes() {
    for byte in 0..=u8::MAX {
        let mode = ReserveMode::from_byte(byte).map(|mode| mode as u8);
        assert_eq!(mode, (1..=3).contains(&byte).then_some(byte));
    }
}

#[test]
fn sound_rules() {
    for (mode, max_age, min_custodians, haircut_bps, sound) in [
        (Off, 0, 0, 0, true),
        (Off, 0, 0, WHOLE_BPS, true),
        (Off, 0, 0, WHOLE_BPS + 1, false),
        (Off, u32::MAX, u8::MAX, 0, true),
        (Warn, 1, 1, 0, true),
        (Warn, 0, 1, 0, false),
        (Warn, 1, 0, 0, false),
        (Enforce, 1, 1, WHOLE_BPS, true),
        (Enforce, 1, 1, WHOLE_BPS + 1, false),
        (Enforce, 0, 1, 0, false),
        (Enforce, 1, 0, 0, false),
    ] {
        let rule = ReserveRule { mode, max_age, min_custodians, haircut_bps };
        assert_eq!(rule.is_sound(), sound, "{rule:?}");
    }
    assert!(ReserveRule::OFF.is_sound());
    assert_eq!(ReserveRule::OFF.mode, Off);
}

#[test]
fn an_attestation_is_taken_or_refused() {
    let old = attested(7, 100);
    let since = NOW - 50;
    for (as_of, actions_seen, expected) in [
        (NOW, 3, Ok(())),
        (NOW + 1, 3, Err(AsOfInTheFuture)),
        (i64::MAX, 3, Err(AsOfInTheFuture)),
        (since, 3, Ok(())),
        // Counted before the last action took effect, whatever the custodian says it has seen.
        (since - 1, 3, Err(ActionsNotSeen)),
        (NOW - 100, 3, Err(ActionsNotSeen)),
        (NOW - 101, 3, Err(AsOfWentBack)),
        (i64::MIN, 3, Err(AsOfWentBack)),
        (NOW, 2, Err(ActionsNotSeen)),
        (NOW, 4, Err(ActionsNotSeen)),
        (NOW, 0, Err(ActionsNotSeen)),
        // What is wrong with the time is told before what was not seen.
        (NOW + 1, 2, Err(AsOfInTheFuture)),
        (NOW - 101, 2, Err(AsOfWentBack)),
    ] {
        let new = Attestation { shares: 1, as_of, actions_seen };
        assert_eq!(new.check(&old, 3, since, NOW), expected, "{as_of} {actions_seen}");
    }
    // The same time once more, which corrects the number.
    assert_eq!(attested(8, 100).check(&old, 3, i64::MIN, NOW), Ok(()));
    // Of a clock that went back behind the last attestation, the future is told.
    assert_eq!(
        attested(8, 50).check(&attested(7, 40), 3, i64::MIN, NOW - 60),
        Err(AsOfInTheFuture)
    );
}

#[test]
fn an_attestation_counts_for_so_long() {
    let of = |as_of, actions_seen| Attestation { shares: 1, as_of, actions_seen };
    for (attestation, fresh) in [
        (of(NOW, 3), true),
        (of(NOW - 3_600, 3), true),
        (of(NOW - 3_601, 3), false),
        (of(i64::MIN, 3), false),
        (of(NOW, 2), false),
        (of(NOW, 4), false),
        // A clock that went back makes nothing stale.
        (of(NOW + 1, 3), true),
        (of(i64::MAX, 3), true),
    ] {
        assert_eq!(RULE.is_fresh(&attestation, 3, NOW), fresh, "{attestation:?}");
    }
    let brief = ReserveRule { max_age: 0, ..RULE };
    assert!(brief.is_fresh(&of(NOW, 3), 3, NOW) && !brief.is_fresh(&of(NOW - 1, 3), 3, NOW));
    let longest = ReserveRule { max_age: u32::MAX, ..RULE };
    let oldest = NOW - i64::from(u32::MAX);
    assert!(longest.is_fresh(&of(oldest, 3), 3, NOW));
    assert!(!longest.is_fresh(&of(oldest - 1, 3), 3, NOW));
}

#[test]
fn what_stands_behind_a_supply() {
    let four = Multiplier::from_scaled(4 * SCALE).unwrap();
    let stale = attested(1_000_000, 3_601);
    let unaware = Attestation { actions_seen: 2, ..attested(1_000_000, 0) };
    // attestations, attested, counted (95%), custodians, raw units that fit under it
    for (attestations, attested, counted, custodians, most) in [
        (vec![], 0, 0, 0, None),
        (vec![attested(1_000, 0)], 1_000, 950, 1, None),
        (vec![attested(1_000, 0), stale, unaware], 1_000, 950, 1, None),
        (vec![attested(1_000, 0), attested(0, 3_600)], 1_000, 950, 2, Some(237)),
        (vec![attested(1_000, 0), stale, attested(11, 9), unaware], 1_011, 960, 2, Some(240)),
        (vec![attested(600, 0), attested(399, 0), attested(0, 0)], 999, 949, 3, Some(237)),
        (vec![attested(0, 0), attested(0, 0)], 0, 0, 2, Some(0)),
    ] {
        let seen = attestations.iter().copied();
        for supply in [0, 1, 236, 237, 238, 239, 240, 241, u64::MAX] {
            let backing = RULE.backing(seen.clone(), supply, four, 3, NOW).unwrap();
            let needed = 4 * u128::from(supply);
            assert_eq!(backing, Backing { needed, attested, counted, custodians });
            let met = most.is_some_and(|most| supply <= most);
            assert_eq!(RULE.is_met(&backing), met, "{supply} with {attestations:?}");
            let headroom = most.map_or(0, |most: u64| most.saturating_sub(supply));
            assert_eq!(RULE.headroom(&backing, supply, four), headroom);
        }
    }
}

#[test]
fn a_haircut_is_taken_off() {
    for (shares, haircut_bps, counted) in [
        (10_000, 0, 10_000),
        (10_000, 1, 9_999),
        (9_999, 1, 9_998),
        (1, 1, 0),
        (1, 0, 1),
        (10_000, WHOLE_BPS - 1, 1),
        (9_999, WHOLE_BPS - 1, 0),
        (u64::MAX, WHOLE_BPS, 0),
        // More than everything is everything.
        (u64::MAX, u16::MAX, 0),
    ] {
        let rule = ReserveRule { haircut_bps, ..RULE };
        let attestations = [attested(shares, 0)].into_iter();
        let backing = rule.backing(attestations, 0, Multiplier::ONE, 3, NOW).unwrap();
        assert_eq!(backing.counted, counted, "{shares} less {haircut_bps}");
    }
}

#[test]
fn more_custodians_than_can_be_counted_are_all_that_there_are() {
    let many = std::iter::repeat_n(attested(u64::MAX, 0), 300);
    let rule = ReserveRule { haircut_bps: 0, min_custodians: u8::MAX, ..RULE };
    let backing = rule.backing(many, u64::MAX, Multiplier::ONE, 3, NOW).unwrap();
    let attested = 300 * u128::from(u64::MAX);
    let needed = u64::MAX.into();
    assert_eq!(backing, Backing { needed, attested, counted: attested, custodians: u8::MAX });
    assert!(rule.is_met(&backing));
    assert_eq!(rule.headroom(&backing, 0, Multiplier::ONE), u64::MAX);
    assert_eq!(rule.headroom(&backing, 1, Multiplier::MIN), u64::MAX - 1);
}

#[test]
fn a_milder_rule_loosens() {
    let of = |change: fn(&mut ReserveRule)| {
        let mut rule = RULE;
        change(&mut rule);
        rule
    };
    // a rule, whether it loosens the one above, whether going back does
    for (new, loosens, back) in [
        (RULE, false, false),
        (of(|it| it.mode = Warn), true, false),
        (of(|it| it.mode = Off), true, false),
        (of(|it| it.max_age += 1), true, false),
        (of(|it| it.max_age -= 1), false, true),
        (of(|it| it.min_custodians -= 1), true, false),
        (of(|it| it.min_custodians += 1), false, true),
        (of(|it| it.haircut_bps -= 1), true, false),
        (of(|it| it.haircut_bps += 1), false, true),
    ] {
        assert_eq!(new.loosens(&RULE), loosens, "{new:?}");
        // From a rule that looks at nothing there is only a way to more.
        assert_eq!(RULE.loosens(&new), back, "back from {new:?}");
    }
    let (off, warn) = (of(|it| it.mode = Off), of(|it| it.mode = Warn));
    assert!(off.loosens(&warn) && !warn.loosens(&off) && !off.loosens(&ReserveRule::OFF));
    // Whatever it says of age, custodians and haircut.
    assert!(!RULE.loosens(&ReserveRule {
        max_age: 0,
        min_custodians: 255,
        haircut_bps: 9_999,
        ..off
    }));
    // What was warned of a second ago is not even told now: a stricter mode does not make up for it.
    assert!(of(|it| it.max_age += 1).loosens(&warn));
}
