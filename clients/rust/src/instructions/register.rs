//! Holders and venues on the register.
