//! Look-through: what a venue holds, split among its own holders.
//!
//! Without it the venue's owner is entitled to everything that lies there. A file `venue,owner,raw` names,
//! for every venue in it, all of the venue's holders; together they hold what the venue does, to the unit.

use std::collections::BTreeMap;
use std::path::Path;

use anchor_lang::prelude::Pubkey;
use anyhow::{Context, Result, bail};

use super::holdings::{self, Holding};
use super::table;

/// The columns.
pub const HEADER: [&str; 3] = ["venue", "owner", "raw"];

/// Who holds what in each venue.
pub type Venues = BTreeMap<Pubkey, Vec<Holding>>;

/// Reads a look-through file. Nobody in it may be `asset`.
pub fn read(path: &Path, asset: &Pubkey) -> Result<Venues> {
    let mut venues = Venues::new();
    table::read(path, &HEADER, |row| {
        let holding = Holding { owner: row.address(1)?, raw: row.amount(2)? };
        if holding.owner == *asset {
            bail!("the owner {asset} is the asset itself, which is entitled to nothing");
        }
        venues.entry(row.address(0)?).or_default().push(holding);
        Ok(())
    })?;
    Ok(venues)
}

/// Replaces the holding of each venue by those of its holders, and merges these with what they hold
/// elsewhere. `holdings` are ordered by owner, and so is the result.
pub fn apply(mut holdings: Vec<Holding>, venues: &Venues) -> Result<Vec<Holding>> {
    for (venue, split) in venues {
        let found = holdings.binary_search_by_key(venue, |holding| holding.owner);
        let held =
            found.ok().and_then(|position| holdings.get(position)).map_or(0, |held| held.raw);
        let named: u128 = split.iter().map(|holding| u128::from(holding.raw)).sum();
        if named != u128::from(held) {
            bail!(
                "venue {venue} holds {held} raw units, but the look-through file names holders of {named}: it must name every holder of a venue"
            );
        }
        // What one venue holds in another would be split or not, by the order of the file.
        let nested = split
            .iter()
            .find(|holding| holding.owner != *venue && venues.contains_key(&holding.owner));
        if let Some(nested) = nested {
            bail!(
                "venue {} is named as a holder in venue {venue}: name its own holders there instead",
                nested.owner
            );
        }
    }
    holdings.retain(|holding| !venues.contains_key(&holding.owner));
    holdings.extend(venues.values().flatten().copied());
    holdings::merge(holdings).context("after the look-through")
}
