//! Payouts, pages and claims, one module per instruction.

use crate::case::Case;

/// The cases of all instructions here.
pub const CASES: &[&[Case]] = &[];
