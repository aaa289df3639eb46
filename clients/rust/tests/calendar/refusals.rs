//! What does not fit together, and what is said about it.

use scrip_client::{Calendar, CalendarError};
use scrip_issuer::state::{Asset, CORPORATE_ACTION_VERSION, CorporateAction};
use scrip_rules::corporate_action::ActionState::{Announced, Scheduled, Settled};
use scrip_rules::multiplier::SCALE;

use crate::fixture::{ASSET, Fetched, NOON, OTHER_ASSET, action, actions, address, asset, fetched};

fn refused(accounts: impl IntoIterator<Item = Fetched>) -> CalendarError {
    Calendar::read(&ASSET, accounts).unwrap_err()
}

#[test]
fn accounts_that_are_not_actions() {
    let sound = action(0, Announced, 0, (0, 0));
    let (address, data) = fetched(&sound);
    let error = CalendarError::NotAnAction { address };
    let mut other_kind = data.clone();
    other_kind[0] ^= 1;
    let later = CorporateAction { version: CORPORATE_ACTION_VERSION + 1, ..sound.clone() };
    let stateless = CorporateAction { state: 0, ..sound };
    for data in [
        vec![],
        data[..7].to_vec(),
        data[..100].to_vec(),
        other_kind,
        fetched(&later).1,
        fetched(&stateless).1,
    ] {
        assert_eq!(refused([(address, data)]), error);
    }
}

#[test]
fn accounts_of_others_and_at_other_addresses() {
    let (first, second) = (action(0, Announced, 0, (0, 0)), action(1, Announced, 0, (0, 0)));
    let others = CorporateAction { asset: OTHER_ASSET, ..first.clone() };
    let (place, _) = fetched(&others);
    let error = CalendarError::OtherAsset { address: place, asset: OTHER_ASSET };
    assert_eq!(refused([fetched(&others)]), error);

    // Another asset's action that claims to be this one's, two that changed places, and a wrong bump.
    let misplaced = |address, sequence| CalendarError::WrongAddress { address, sequence };
    assert_eq!(refused([(place, fetched(&first).1)]), misplaced(place, 0));
    let at = |sequence| address(&ASSET, sequence).0;
    let swapped = [(at(1), fetched(&first).1), (at(0), fetched(&second).1)];
    assert_eq!(refused(swapped), misplaced(at(1), 0));
    let unbumped = CorporateAction { bump: first.bump.wrapping_sub(1), ..first };
    assert_eq!(refused([fetched(&unbumped)]), misplaced(at(0), 0));
}

#[test]
fn actions_that_are_missing_or_there_twice() {
    let all: Vec<_> = actions().iter().map(fetched).collect();
    for left_out in 0..5_u32 {
        let mut some = all.clone();
        some.remove(left_out.try_into().unwrap());
        assert_eq!(refused(some), CalendarError::Gap { expected: left_out });
    }
    let twice = [all[0].clone(), all[1].clone(), all[1].clone()];
    assert_eq!(refused(twice), CalendarError::Gap { expected: 2 });

    // The last one is only missed with the asset.
    let calendar = Calendar::read(&ASSET, all[..5].to_vec()).unwrap();
    let error = CalendarError::Count { seen: 5, expected: 6 };
    assert_eq!(calendar.multiplier_at(&asset(), NOON), Err(error));
}

#[test]
fn multipliers_that_do_not_follow_each_other() {
    let broken = |actions: &[CorporateAction], asset: &Asset| {
        let calendar = Calendar::read(&ASSET, actions.iter().map(fetched)).unwrap();
        assert_eq!(calendar.multiplier_at(asset, NOON), Err(CalendarError::Broken));
    };
    let mut unlinked = actions();
    unlinked[0].old_multiplier += 1;
    broken(&unlinked, &asset());
    let mut at_once = actions();
    at_once[0].dates.effective_at = at_once[4].dates.effective_at;
    broken(&at_once, &asset());
    let mut none = actions();
    none[3].new_multiplier = 0;
    broken(&none, &asset());

    broken(&actions(), &Asset { next_multiplier: 5 * SCALE, ..asset() });
    let once = Asset { action_count: 1, ..asset() };
    broken(&[action(0, Settled, 0, (1, 7))], &once);
    broken(&[action(0, Scheduled, 0, (1, 2))], &once);
    // Nothing happened, and yet another multiplier is to come; or one that is none.
    broken(&[action(0, Announced, 0, (0, 0))], &once);
    broken(&[], &Asset { multiplier: 0, next_multiplier: 0, action_count: 0, ..asset() });
}

#[test]
fn errors_say_what_to_do() {
    let address = ASSET;
    for (error, sentence) in [
        (
            CalendarError::NotAnAction { address },
            "account US517G5965aydkZ46HS38QLi7UQiSojurfbQfKCELFx is not a corporate action that this version \
             reads: use the filters of `filters`, or a later version",
        ),
        (
            CalendarError::Gap { expected: 3 },
            "action 3 is missing, or another is there twice: fetch the asset and its actions again, at one slot",
        ),
        (
            CalendarError::Count { seen: 5, expected: 6 },
            "5 actions for an asset that has 6: fetch the asset and its actions again, at one slot",
        ),
    ] {
        assert_eq!(error.to_string(), sentence);
    }
}
