//! Derived addresses, from the programs' own seeds.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex};

use anchor_lang::prelude::Pubkey;
use scrip_issuer::seeds as issuer;
use scrip_transfer_hook::seeds as hook;

/// The system program.
pub const SYSTEM: Pubkey = anchor_lang::system_program::ID;

static BUMPS: LazyLock<Mutex<HashMap<Pubkey, u8>>> = LazyLock::new(Mutex::default);

/// Program and seeds.
type Derivation = (Pubkey, Vec<Vec<u8>>);

/// What is derived already: deriving an address takes longer than most instructions do.
static DERIVED: LazyLock<Mutex<HashMap<Derivation, Pubkey>>> = LazyLock::new(Mutex::default);

/// So many are kept. A fuzzer never ends to want others.
const KEPT: usize = 100_000;

fn of_hook(seeds: &[&[u8]]) -> Pubkey {
    derive(seeds, &scrip_transfer_hook::ID)
}

fn of_issuer(seeds: &[&[u8]]) -> Pubkey {
    derive(seeds, &scrip_issuer::ID)
}

fn derive(seeds: &[&[u8]], program: &Pubkey) -> Pubkey {
    let key = (*program, seeds.iter().map(|seed| seed.to_vec()).collect());
    if let Some(address) = DERIVED.lock().unwrap().get(&key) {
        return *address;
    }
    let (address, bump) = Pubkey::find_program_address(seeds, program);
    BUMPS.lock().unwrap().insert(address, bump);
    let mut derived = DERIVED.lock().unwrap();
    if derived.len() >= KEPT {
        derived.clear();
    }
    derived.insert(key, address);
    address
}

/// The bump of an address that a function of this module has derived.
pub fn bump(address: &Pubkey) -> u8 {
    BUMPS.lock().unwrap()[address]
}

/// Registry of a creator.
pub fn registry(creator: &Pubkey, index: u16) -> Pubkey {
    of_hook(&[hook::REGISTRY, creator.as_ref(), &index.to_le_bytes()])
}

/// Appointment of an officer.
pub fn registrar(registry: &Pubkey, officer: &Pubkey) -> Pubkey {
    of_hook(&[hook::REGISTRAR, registry.as_ref(), officer.as_ref()])
}

/// Record of a wallet.
pub fn holder(registry: &Pubkey, wallet: &Pubkey) -> Pubkey {
    of_hook(&[hook::HOLDER, registry.as_ref(), wallet.as_ref()])
}

/// Approval of a program whose accounts may be venues.
pub fn venue_program(registry: &Pubkey, program: &Pubkey) -> Pubkey {
    of_hook(&[hook::VENUE_PROGRAM, registry.as_ref(), program.as_ref()])
}

/// Trust in the credential with this number.
pub fn trusted_credential(registry: &Pubkey, number: u8) -> Pubkey {
    of_hook(&[hook::TRUSTED_CREDENTIAL, registry.as_ref(), &[number]])
}

/// Policy of a mint.
pub fn policy(mint: &Pubkey) -> Pubkey {
    of_hook(&[hook::POLICY, mint.as_ref()])
}

/// Validation account of a mint.
pub fn extra_account_metas(mint: &Pubkey) -> Pubkey {
    of_hook(&[hook::EXTRA_ACCOUNT_METAS, mint.as_ref()])
}

/// Issuer of a creator.
pub fn issuer(creator: &Pubkey, index: u16) -> Pubkey {
    of_issuer(&[issuer::ISSUER, creator.as_ref(), &index.to_le_bytes()])
}

/// Role of a member of staff.
pub fn role(issuer: &Pubkey, member: &Pubkey) -> Pubkey {
    of_issuer(&[issuer::ROLE, issuer.as_ref(), member.as_ref()])
}

/// Asset of a mint.
pub fn asset(mint: &Pubkey) -> Pubkey {
    of_issuer(&[issuer::ASSET, mint.as_ref()])
}

/// Corporate action of an asset.
pub fn action(asset: &Pubkey, sequence: u32) -> Pubkey {
    of_issuer(&[issuer::ACTION, asset.as_ref(), &sequence.to_le_bytes()])
}

/// A change in an issuer's queue.
pub fn pending_change(issuer: &Pubkey, id: u32) -> Pubkey {
    of_issuer(&[issuer::CHANGE, issuer.as_ref(), &id.to_le_bytes()])
}

/// Custodian of an issuer.
pub fn custodian(issuer: &Pubkey, key: &Pubkey) -> Pubkey {
    of_issuer(&[issuer::CUSTODIAN, issuer.as_ref(), key.as_ref()])
}

/// What a custodian attests of an asset.
pub fn attestation(asset: &Pubkey, custodian: &Pubkey) -> Pubkey {
    of_issuer(&[issuer::RESERVE, asset.as_ref(), custodian.as_ref()])
}

/// Minter of an asset.
pub fn minter(asset: &Pubkey, member: &Pubkey) -> Pubkey {
    of_issuer(&[issuer::MINTER, asset.as_ref(), member.as_ref()])
}

/// Proposed mint of an asset.
pub fn mint_proposal(asset: &Pubkey, maker: &Pubkey, id: u64) -> Pubkey {
    of_issuer(&[issuer::MINT_PROPOSAL, asset.as_ref(), maker.as_ref(), &id.to_le_bytes()])
}

/// That an asset is paid with a token.
pub fn payment_listing(asset: &Pubkey, mint: &Pubkey) -> Pubkey {
    of_issuer(&[issuer::PAYMENT_MINT, asset.as_ref(), mint.as_ref()])
}

/// Subscription to an asset.
pub fn subscription(asset: &Pubkey, investor: &Pubkey, id: u64) -> Pubkey {
    of_issuer(&[issuer::SUBSCRIPTION, asset.as_ref(), investor.as_ref(), &id.to_le_bytes()])
}

/// Redemption of an asset.
pub fn redemption(asset: &Pubkey, owner: &Pubkey, id: u64) -> Pubkey {
    of_issuer(&[issuer::REDEMPTION, asset.as_ref(), owner.as_ref(), &id.to_le_bytes()])
}

/// What an action pays in one token.
pub fn payout(action: &Pubkey, mint: &Pubkey) -> Pubkey {
    of_issuer(&[issuer::PAYOUT, action.as_ref(), mint.as_ref()])
}

/// A page of a distribution's claims.
pub fn claim_page(payout: &Pubkey, index: u32) -> Pubkey {
    of_issuer(&[issuer::CLAIMS, payout.as_ref(), &index.to_le_bytes()])
}

/// What a holder tendered to an offer.
pub fn tender(action: &Pubkey, owner: &Pubkey) -> Pubkey {
    of_issuer(&[issuer::TENDER, action.as_ref(), owner.as_ref()])
}

/// What a holder chose of a dividend.
pub fn election(action: &Pubkey, owner: &Pubkey) -> Pubkey {
    of_issuer(&[issuer::ELECTION, action.as_ref(), owner.as_ref()])
}

/// Escrow of a subscription, a redemption, a tender or a payout.
pub fn escrow(request: &Pubkey) -> Pubkey {
    of_issuer(&[issuer::ESCROW, request.as_ref()])
}

/// With which a program signs its events.
pub fn event_authority(program: &Pubkey) -> Pubkey {
    derive(&[b"__event_authority"], program)
}
