//! Corporate actions.

use super::*;

pub(super) const EXEMPTIONS: &[Exemption] = &[];
