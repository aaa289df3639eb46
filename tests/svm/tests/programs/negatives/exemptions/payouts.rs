//! What actions pay.

use super::*;

pub(super) const EXEMPTIONS: &[Exemption] = &[];
