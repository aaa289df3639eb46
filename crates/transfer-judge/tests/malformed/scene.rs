//! A transfer in which nothing is wrong, as the accounts that the hook sees. Its policy has a rule of every
//! kind, so that a small change is enough to break one.

use anchor_lang::Discriminator;
use anchor_lang::prelude::Pubkey;
use scrip_rules::classes::{RETAIL, US_PERSON};
use scrip_rules::paths;
use scrip_transfer_judge::state::{HOLDER_VERSION, Holder, POLICY_VERSION, Policy};
use scrip_transfer_judge::token_2022::TOKEN_2022_ID;
use scrip_transfer_judge::{ID, Stage};

use crate::buffer::{Account, Entry};

pub const SOURCE: usize = 0;
pub const MINT: usize = 1;
pub const DESTINATION: usize = 2;
pub const AUTHORITY: usize = 3;
pub const POLICY: usize = 5;
pub const SENDER_RECORD: usize = 6;
pub const RECIPIENT_RECORD: usize = 7;

pub const NOW: i64 = 1_782_993_586;
const SWITZERLAND: u16 = 756;

pub const REGISTRY: [u8; 32] = [20; 32];
pub const ASSET: [u8; 32] = [21; 32];
pub const SENDER: [u8; 32] = [22; 32];
pub const RECIPIENT: [u8; 32] = [23; 32];

/// What the judge is asked.
#[derive(Clone, Debug)]
pub struct Scene {
    pub entries: Vec<Entry>,
    pub amount: u64,
    pub stage: Stage,
    pub now: i64,
}

impl Scene {
    pub fn new(amount: u64, stage: Stage, now: i64) -> Self {
        let mut accounts: Vec<_> =
            (0..8).map(|place| Account { address: address(place), ..Account::default() }).collect();
        let mut fill = |place: usize, owner: Pubkey, data| {
            accounts[place] = Account { owner: owner.to_bytes(), data, ..accounts[place].clone() };
        };
        fill(SOURCE, TOKEN_2022_ID, token_account(SENDER, 500));
        fill(MINT, TOKEN_2022_ID, vec![3; 300]);
        fill(DESTINATION, TOKEN_2022_ID, token_account(RECIPIENT, 100));
        fill(POLICY, ID, content(&policy()));
        fill(SENDER_RECORD, ID, content(&holder(SENDER)));
        fill(RECIPIENT_RECORD, ID, content(&holder(RECIPIENT)));
        Self { entries: accounts.into_iter().map(Entry::New).collect(), amount, stage, now }
    }
}

/// The address of the account at this place.
pub fn address(place: usize) -> [u8; 32] {
    [place.try_into().unwrap(); 32]
}

fn content<T: bytemuck::Pod + Discriminator>(value: &T) -> Vec<u8> {
    [T::DISCRIMINATOR, bytemuck::bytes_of(value)].concat()
}

/// An account with three extensions: immutable owner, pausable, and in transfer.
fn token_account(owner: [u8; 32], amount: u64) -> Vec<u8> {
    let mut data = [&address(MINT)[..], &owner, &amount.to_le_bytes()].concat();
    data.resize(165, 0);
    data[108] = 1;
    data.extend([2, 7, 0, 0, 0, 27, 0, 0, 0, 15, 0, 1, 0, 1]);
    data
}

fn policy() -> Policy {
    let mut jurisdictions = [0; 128];
    jurisdictions[usize::from(SWITZERLAND >> 3)] = 1 << (SWITZERLAND & 7);
    Policy {
        version: POLICY_VERSION,
        bump: 255,
        admission_mode: 1,
        jurisdiction_mode: 1,
        paths: paths::ALL_KNOWN,
        classes_admitted: RETAIL,
        classes_refused: US_PERSON,
        halt_reason: 1,
        padding: [0; 7],
        halted_until: NOW,
        blackout_from: NOW - 5,
        blackout_until: NOW,
        locked_until: NOW,
        max_balance: 150,
        max_transfer: 50,
        mint: Pubkey::new_from_array(address(MINT)),
        registry: Pubkey::new_from_array(REGISTRY),
        authority: Pubkey::new_from_array(ASSET),
        jurisdictions,
    }
}

fn holder(wallet: [u8; 32]) -> Holder {
    Holder {
        version: HOLDER_VERSION,
        bump: 255,
        kind: 1,
        status: 1,
        jurisdiction: SWITZERLAND,
        investor_classes: RETAIL,
        origin: 0,
        kyc_expires_at: NOW + 1,
        locked_until: NOW,
        identity: [1; 16],
        rent_payer: [2; 16],
        registry: Pubkey::new_from_array(REGISTRY),
        wallet: Pubkey::new_from_array(wallet),
    }
}
