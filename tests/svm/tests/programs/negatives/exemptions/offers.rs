//! Exchanges, tenders, elections.

use super::*;

pub(super) const EXEMPTIONS: &[Exemption] = &[];
