//! Shares in escrow belong to whoever put them there.

use scrip_cli::snapshot::escrow::{Escrow, asset_of, resolve};
use scrip_cli::snapshot::holdings::TokenAccount;

use crate::world::{MINT, World, address};

#[test]
fn shares_in_escrow_are_their_owners() {
    let world = World::new();
    let asset = asset_of(&MINT);
    let accounts = world.accounts(100, &[(address(1), 40), (asset, 35), (address(2), 25)]);
    let lines = format!("token_account,owner\n{},{}\n", address(101), address(1));
    let escrows = world.write("escrows.csv", &lines);
    world.take("out", &["--accounts", &accounts, "--escrows", &escrows]).ok();
    assert_eq!(world.leaves("out"), [(address(1), 75), (address(2), 25)]);
}

#[test]
fn shares_of_the_asset_itself_must_be_explained() {
    let world = World::new();
    let asset = asset_of(&MINT);
    let accounts = world.accounts(100, &[(address(1), 40), (asset, 60)]);
    let unexplained = [&address(101).to_string(), &asset.to_string(), "60 raw units"];
    world.take("out", &["--accounts", &accounts]).refused(&unexplained);
    let empty = world.write("escrows.csv", "token_account,owner\n");
    world.take("out", &["--accounts", &accounts, "--escrows", &empty]).refused(&unexplained);
    assert_eq!(world.names(), ["accounts.csv", "escrows.csv"]);
}

/// A list of escrows gives nobody's own shares away.
#[test]
fn only_accounts_of_the_asset_are_escrows() {
    let world = World::new();
    let accounts = world.accounts(100, &[(address(1), 40), (address(2), 60)]);
    let lines = format!("token_account,owner\n{},{}\n", address(101), address(1));
    let escrows = world.write("escrows.csv", &lines);
    world.take("out", &["--accounts", &accounts, "--escrows", &escrows]).refused(&[
        &address(101).to_string(),
        &address(2).to_string(),
        "not to the asset",
    ]);
}

#[test]
fn contradictions_are_refused() {
    let asset = asset_of(&MINT);
    let account = TokenAccount { address: address(3), owner: asset, raw: 5 };
    let escrow = |owner| Escrow { token_account: address(3), owner };
    for (escrows, part) in [
        (vec![escrow(address(1)), escrow(address(2))], "listed twice"),
        (vec![escrow(address(1)), escrow(address(1))], "listed twice"),
        (vec![escrow(asset)], "the asset"),
    ] {
        let error = resolve(&[account], &escrows, &asset).unwrap_err().to_string();
        assert!(error.contains(part), "{error}");
    }
    // An escrow that is settled holds nothing, and needs no explanation.
    let settled = TokenAccount { raw: 0, ..account };
    assert!(resolve(&[settled], &[], &asset).unwrap().is_empty());
    assert!(resolve(&[], &[escrow(address(1))], &asset).unwrap().is_empty());
}
