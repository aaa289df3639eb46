//! Corporate actions, from announcement to settlement.
