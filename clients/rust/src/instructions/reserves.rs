//! What custodians attest, and how supply stands against it.
