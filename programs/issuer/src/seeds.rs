//! The seeds of every address that this program derives. They live here and nowhere else.

/// `Issuer`: seed, creator, index as little-endian `u16`.
pub const ISSUER: &[u8] = b"issuer";
/// `Role`: seed, issuer, member.
pub const ROLE: &[u8] = b"role";
/// `PendingChange`: seed, issuer, id as little-endian `u32`.
pub const CHANGE: &[u8] = b"change";
/// `Custodian`: seed, issuer, key.
pub const CUSTODIAN: &[u8] = b"custodian";
/// `Asset`: seed, mint.
pub const ASSET: &[u8] = b"asset";
/// `CorporateAction`: seed, asset, sequence as little-endian `u32`.
pub const ACTION: &[u8] = b"action";
/// `Minter`: seed, asset, member.
pub const MINTER: &[u8] = b"minter";
/// `MintProposal`: seed, asset, maker, id as little-endian `u64`.
pub const MINT_PROPOSAL: &[u8] = b"mint-proposal";
/// `ReserveAttestation`: seed, asset, the custodian's key.
pub const RESERVE: &[u8] = b"reserve";
/// `PaymentMint`: seed, asset, the payment token's mint.
pub const PAYMENT_MINT: &[u8] = b"payment-mint";
/// `Subscription`: seed, asset, investor, id as little-endian `u64`.
pub const SUBSCRIPTION: &[u8] = b"subscription";
/// `Redemption`: seed, asset, owner, id as little-endian `u64`.
pub const REDEMPTION: &[u8] = b"redemption";
/// `Payout`: seed, action, the token's mint.
pub const PAYOUT: &[u8] = b"payout";
/// `ClaimPage`: seed, payout, index as little-endian `u32`.
pub const CLAIMS: &[u8] = b"claims";
/// `Tender`: seed, action, owner.
pub const TENDER: &[u8] = b"tender";
/// `HolderElection`: seed, action, owner.
pub const ELECTION: &[u8] = b"election";
/// The token account of a subscription, a redemption, a tender or a payout: seed, its address.
pub const ESCROW: &[u8] = b"escrow";
