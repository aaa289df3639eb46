//! New shares: minted, proposed, sold against payment.
