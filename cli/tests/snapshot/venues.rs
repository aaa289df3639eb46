//! Look-through: what a venue holds, split among its own holders.

use scrip_cli::snapshot::escrow::asset_of;

use crate::world::{MINT, World, address};

const VENUE: u8 = 5;

/// A venue with 60 of 100 raw units, split as `lines` say.
fn look_through(world: &World, lines: &[(u8, u8, u64)]) -> crate::world::Outcome {
    let accounts = world.accounts(100, &[(address(1), 40), (address(VENUE), 60)]);
    let mut content = "venue,owner,raw\n".to_owned();
    for (venue, owner, raw) in lines {
        content += &format!("{},{},{raw}\n", address(*venue), address(*owner));
    }
    let file = world.write("venues.csv", &content);
    world.take("out", &["--accounts", &accounts, "--look-through", &file])
}

#[test]
fn without_a_file_the_venue_is_entitled() {
    let world = World::new();
    let accounts = world.accounts(100, &[(address(1), 40), (address(VENUE), 60)]);
    world.take("out", &["--accounts", &accounts]).ok();
    assert_eq!(world.leaves("out"), [(address(1), 40), (address(VENUE), 60)]);
}

#[test]
fn a_venue_is_split_and_merged_with_what_its_holders_have() {
    let world = World::new();
    look_through(&world, &[(VENUE, 1, 10), (VENUE, 2, 20), (VENUE, 1, 30)]).ok();
    assert_eq!(world.leaves("out"), [(address(1), 80), (address(2), 20)]);
    world.verify("out").ok();
}

/// What belongs to nobody in particular, say a pool's own fees, stays the venue's.
#[test]
fn a_venue_may_keep_a_part() {
    let world = World::new();
    look_through(&world, &[(VENUE, VENUE, 1), (VENUE, 2, 59)]).ok();
    assert_eq!(world.leaves("out"), [(address(1), 40), (address(2), 59), (address(VENUE), 1)]);
}

#[test]
fn a_split_names_everything_that_the_venue_holds() {
    let world = World::new();
    for (lines, named) in [
        (&[(VENUE, 1, 59)][..], "holders of 59"),
        (&[(VENUE, 1, 61)], "holders of 61"),
        (&[(VENUE, 1, 0)], "holders of 0"),
        (&[(VENUE, 1, u64::MAX), (VENUE, 2, 61)], "holders of 18446744073709551676"),
    ] {
        look_through(&world, lines).refused(&[&address(VENUE).to_string(), "holds 60", named]);
    }
    look_through(&world, &[(VENUE, 1, 60), (7, 1, 5)]).refused(&[
        &address(7).to_string(),
        "holds 0 raw units",
        "holders of 5",
    ]);
    assert_eq!(world.names(), ["accounts.csv", "venues.csv"]);
}

#[test]
fn a_venue_in_a_venue_is_refused() {
    let world = World::new();
    look_through(&world, &[(VENUE, 1, 60), (1, VENUE, 40)])
        .refused(&["is named as a holder in venue"]);
}

#[test]
fn nothing_is_split_to_the_asset_itself() {
    let world = World::new();
    let accounts = world.accounts(60, &[(address(VENUE), 60)]);
    let content = format!("venue,owner,raw\n{},{},60\n", address(VENUE), asset_of(&MINT));
    let file = world.write("venues.csv", &content);
    world
        .take("out", &["--accounts", &accounts, "--look-through", &file])
        .refused(&["venues.csv line 2", "the asset itself"]);
}
