//! Trading halts, pauses and blackouts.
