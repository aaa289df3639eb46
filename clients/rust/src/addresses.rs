//! Every address that the programs derive, from their own seeds.
//!
//! ```
//! use anchor_lang::prelude::Pubkey;
//! use scrip_client::addresses::*;
//! # let [creator, officer, wallet, program, mint, member, key, maker, investor, owner, usd] = [Pubkey::default(); 11];
//! // The register and who is on it.
//! let register = registry(&creator, 0);
//! let records = [registrar(&register, &officer), holder(&register, &wallet)];
//! let sources = [venue_program(&register, &program), trusted_credential(&register, 1)];
//! // A share: its asset, its policy, the list of accounts that a transfer needs.
//! let (asset, policy, list) = (asset(&mint), policy(&mint), extra_account_metas(&mint));
//! // The issuer and its staff.
//! let issuer = issuer(&creator, 0);
//! let staff = [role(&issuer, &member), minter(&asset, &member), custodian(&issuer, &key)];
//! let waiting = [pending_change(&issuer, 0), mint_proposal(&asset, &maker, 7), attestation(&asset, &key)];
//! // Money, and what is in escrow.
//! let listing = payment_listing(&asset, &usd);
//! let (bought, returned) = (subscription(&asset, &investor, 7), redemption(&asset, &owner, 7));
//! let escrows = [escrow(&bought), escrow(&returned)];
//! // A corporate action, and what it pays.
//! let first = action(&asset, 0);
//! let paid = payout(&first, &usd);
//! let claims = claim_page(&paid, 0);
//! let chosen = [tender(&first, &owner), election(&first, &owner)];
//! // Token accounts.
//! assert_eq!(share_account(&owner, &mint), associated_token(&owner, &mint, &TOKEN_2022));
//! let tells = event_authority(&scrip_issuer::ID);
//! ```

use anchor_lang::prelude::{Pubkey, pubkey};
use scrip_issuer::seeds as issuer;
use scrip_transfer_hook::seeds as hook;

/// Token-2022, whose tokens shares are.
pub const TOKEN_2022: Pubkey = pubkey!("TokenzQdBNbLqP5VEhdkAS6EPFLC1PHnBqCXEpPxuEb");
/// The program of the token accounts that wallets open by default.
pub const ASSOCIATED_TOKEN: Pubkey = pubkey!("ATokenGPvbdGVxr1b2hvZbsiqW5xWH25efTNsLJA8knL");

fn of_hook(seeds: &[&[u8]]) -> Pubkey {
    Pubkey::find_program_address(seeds, &scrip_transfer_hook::ID).0
}

fn of_issuer(seeds: &[&[u8]]) -> Pubkey {
    Pubkey::find_program_address(seeds, &scrip_issuer::ID).0
}

/// Registry of a creator.
#[must_use]
pub fn registry(creator: &Pubkey, index: u16) -> Pubkey {
    of_hook(&[hook::REGISTRY, creator.as_ref(), &index.to_le_bytes()])
}

/// Appointment of an officer.
#[must_use]
pub fn registrar(registry: &Pubkey, officer: &Pubkey) -> Pubkey {
    of_hook(&[hook::REGISTRAR, registry.as_ref(), officer.as_ref()])
}

/// Record of a wallet.
#[must_use]
pub fn holder(registry: &Pubkey, wallet: &Pubkey) -> Pubkey {
    of_hook(&[hook::HOLDER, registry.as_ref(), wallet.as_ref()])
}

/// Approval of a program whose accounts may be venues.
#[must_use]
pub fn venue_program(registry: &Pubkey, program: &Pubkey) -> Pubkey {
    of_hook(&[hook::VENUE_PROGRAM, registry.as_ref(), program.as_ref()])
}

/// Trust in the credential with this number.
#[must_use]
pub fn trusted_credential(registry: &Pubkey, number: u8) -> Pubkey {
    of_hook(&[hook::TRUSTED_CREDENTIAL, registry.as_ref(), &[number]])
}

/// Policy of a mint.
#[must_use]
pub fn policy(mint: &Pubkey) -> Pubkey {
    of_hook(&[hook::POLICY, mint.as_ref()])
}

/// Validation account of a mint.
#[must_use]
pub fn extra_account_metas(mint: &Pubkey) -> Pubkey {
    of_hook(&[hook::EXTRA_ACCOUNT_METAS, mint.as_ref()])
}

/// Issuer of a creator.
#[must_use]
pub fn issuer(creator: &Pubkey, index: u16) -> Pubkey {
    of_issuer(&[issuer::ISSUER, creator.as_ref(), &index.to_le_bytes()])
}

/// Role of a member of staff.
#[must_use]
pub fn role(issuer: &Pubkey, member: &Pubkey) -> Pubkey {
    of_issuer(&[issuer::ROLE, issuer.as_ref(), member.as_ref()])
}

/// Asset of a mint.
#[must_use]
pub fn asset(mint: &Pubkey) -> Pubkey {
    of_issuer(&[issuer::ASSET, mint.as_ref()])
}

/// Corporate action of an asset.
#[must_use]
pub fn action(asset: &Pubkey, sequence: u32) -> Pubkey {
    of_issuer(&[issuer::ACTION, asset.as_ref(), &sequence.to_le_bytes()])
}

/// A change in an issuer's queue.
#[must_use]
pub fn pending_change(issuer: &Pubkey, id: u32) -> Pubkey {
    of_issuer(&[issuer::CHANGE, issuer.as_ref(), &id.to_le_bytes()])
}

/// Custodian of an issuer.
#[must_use]
pub fn custodian(issuer: &Pubkey, key: &Pubkey) -> Pubkey {
    of_issuer(&[issuer::CUSTODIAN, issuer.as_ref(), key.as_ref()])
}

/// What a custodian attests of an asset.
#[must_use]
pub fn attestation(asset: &Pubkey, custodian: &Pubkey) -> Pubkey {
    of_issuer(&[issuer::RESERVE, asset.as_ref(), custodian.as_ref()])
}

/// Minter of an asset.
#[must_use]
pub fn minter(asset: &Pubkey, member: &Pubkey) -> Pubkey {
    of_issuer(&[issuer::MINTER, asset.as_ref(), member.as_ref()])
}

/// Proposed mint of an asset.
#[must_use]
pub fn mint_proposal(asset: &Pubkey, maker: &Pubkey, id: u64) -> Pubkey {
    of_issuer(&[issuer::MINT_PROPOSAL, asset.as_ref(), maker.as_ref(), &id.to_le_bytes()])
}

/// That an asset is paid with a token.
#[must_use]
pub fn payment_listing(asset: &Pubkey, mint: &Pubkey) -> Pubkey {
    of_issuer(&[issuer::PAYMENT_MINT, asset.as_ref(), mint.as_ref()])
}

/// Subscription to an asset.
#[must_use]
pub fn subscription(asset: &Pubkey, investor: &Pubkey, id: u64) -> Pubkey {
    of_issuer(&[issuer::SUBSCRIPTION, asset.as_ref(), investor.as_ref(), &id.to_le_bytes()])
}

/// Redemption of an asset.
#[must_use]
pub fn redemption(asset: &Pubkey, owner: &Pubkey, id: u64) -> Pubkey {
    of_issuer(&[issuer::REDEMPTION, asset.as_ref(), owner.as_ref(), &id.to_le_bytes()])
}

/// What an action pays in one token.
#[must_use]
pub fn payout(action: &Pubkey, mint: &Pubkey) -> Pubkey {
    of_issuer(&[issuer::PAYOUT, action.as_ref(), mint.as_ref()])
}

/// A page of a distribution's claims.
#[must_use]
pub fn claim_page(payout: &Pubkey, index: u32) -> Pubkey {
    of_issuer(&[issuer::CLAIMS, payout.as_ref(), &index.to_le_bytes()])
}

/// What a holder tendered to an offer.
#[must_use]
pub fn tender(action: &Pubkey, owner: &Pubkey) -> Pubkey {
    of_issuer(&[issuer::TENDER, action.as_ref(), owner.as_ref()])
}

/// What a holder chose of a dividend.
#[must_use]
pub fn election(action: &Pubkey, owner: &Pubkey) -> Pubkey {
    of_issuer(&[issuer::ELECTION, action.as_ref(), owner.as_ref()])
}

/// Escrow of a subscription, a redemption, a tender or a payout.
#[must_use]
pub fn escrow(request: &Pubkey) -> Pubkey {
    of_issuer(&[issuer::ESCROW, request.as_ref()])
}

/// With which a program signs its events.
#[must_use]
pub fn event_authority(program: &Pubkey) -> Pubkey {
    Pubkey::find_program_address(&[b"__event_authority"], program).0
}

/// The token account that wallets open by default, of the token program that the mint belongs to.
#[must_use]
pub fn associated_token(owner: &Pubkey, mint: &Pubkey, token_program: &Pubkey) -> Pubkey {
    let seeds = [owner.as_ref(), token_program.as_ref(), mint.as_ref()];
    Pubkey::find_program_address(&seeds, &ASSOCIATED_TOKEN).0
}

/// The token account that wallets open by default for a share.
#[must_use]
pub fn share_account(owner: &Pubkey, mint: &Pubkey) -> Pubkey {
    associated_token(owner, mint, &TOKEN_2022)
}
