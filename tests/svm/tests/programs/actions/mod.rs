//! Corporate actions from announcement to settlement, one module per instruction.

mod schedule_action;

use crate::case::Case;

/// The cases of all instructions here.
pub const CASES: &[&[Case]] = &[schedule_action::CASES];
