//! Which corporate actions may be announced, and what may become of them: by tables of cases and by properties.
//!
//! - [`kinds`]: the events of ISO 15022, and which terms say what has to be said about each
//! - [`dates`]: when an action may take effect, to the second; [`blackouts`]: its own, and one that stands
//! - [`bounds`]: how far each kind may move the multiplier; [`limits`]: which limits are wider than others
//! - [`states`]: what may become of an action
//! - [`track`]: the multiplier before and after a change, and its next one
#![allow(clippy::arithmetic_side_effects, clippy::unwrap_used)]

mod blackouts;
mod bounds;
mod dates;
mod kinds;
mod limits;
mod states;
mod track;

use scrip_rules::multiplier::Ratio;

const NOW: i64 = 1_782_993_586;
const NOTICE: u32 = 3_600;
const EARLIEST: i64 = NOW + 3_600;

fn ratio(numerator: u64, denominator: u64) -> Ratio {
    Ratio::new(numerator, denominator).unwrap()
}
