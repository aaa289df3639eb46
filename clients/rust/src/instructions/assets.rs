//! Shares: created, described, wound down, closed.
