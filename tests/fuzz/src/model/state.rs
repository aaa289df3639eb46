//! What there is.

use std::collections::BTreeMap;

use anchor_lang::prelude::Pubkey;
use scrip_issuer::change::Change;
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::{START, TOKEN};

use super::{Action, ActionLimits, History, Minter, Payout, Tender};
use crate::operation::{PayoutKey, Request, TenderKey};
use crate::scene::{CASH, PEOPLE, scene};

/// A year, seconds: for so long the checks of holders are valid in the beginning.
const YEAR: i64 = 365 * 86_400;

/// A member's role.
#[derive(Clone, Debug)]
pub struct Role {
    pub permissions: u32,
    pub starts_at: i64,
    pub expires_at: i64,
}

/// What a custodian has attested.
#[derive(Clone, Debug)]
pub struct Attestation {
    pub shares: u64,
    pub as_of: i64,
    pub seen: u32,
}

/// A custodian.
#[derive(Clone, Debug, Default)]
pub struct Custodian {
    pub approved: bool,
    pub attestation: Option<Attestation>,
}

/// A person.
#[derive(Clone, Debug)]
pub struct Person {
    /// Status of the record; none: on no register.
    pub status: Option<u8>,
    pub kyc_expires_at: i64,
    pub shares: u64,
    pub cash: [u64; 2],
}

/// Cash in escrow.
#[derive(Clone, Debug)]
pub struct Subscription {
    pub money: usize,
    pub limit: u64,
    /// Multiplier when it was opened.
    pub opened_at: u128,
    pub fee_bps: u16,
    pub deposited: u64,
    pub spent: u64,
    pub filled: u64,
    pub deadline: i64,
    /// What strangers have sent to the escrow.
    pub dust: u64,
}

/// Shares in escrow.
#[derive(Clone, Debug)]
pub struct Redemption {
    /// None: paid off chain.
    pub money: Option<usize>,
    pub least: u64,
    /// Multiplier when it was opened.
    pub opened_at: u128,
    pub fee_bps: u16,
    pub deposited: u64,
    pub settled: u64,
    /// What the owner has got for them.
    pub paid: u64,
    pub deadline: i64,
    /// What strangers have sent to the escrow.
    pub dust: u64,
}

/// A proposed mint.
#[derive(Clone, Debug)]
pub struct Proposal {
    pub to: usize,
    pub amount: u64,
    pub multiplier: u128,
    pub proposed_at: i64,
}

/// A change in the queue.
#[derive(Clone, Debug)]
pub struct Pending {
    pub change: Change,
    pub maker: Pubkey,
    pub checker: Option<Pubkey>,
    pub proposed_at: i64,
    pub executable_at: i64,
}

/// When custody's attestations count, and what they are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReserveRule {
    /// 1: off, 2: warn, 3: enforce.
    pub mode: u8,
    pub max_age: u32,
    pub min_custodians: u8,
    pub haircut_bps: u16,
}

/// Everything.
#[derive(Clone)]
pub struct Model {
    pub now: i64,
    pub admin: Pubkey,
    pub pending_admin: Pubkey,
    pub treasury: Pubkey,
    pub timelock: u32,
    pub four_eyes: u8,
    pub changes: u32,
    pub queue: BTreeMap<u32, Pending>,
    pub roles: BTreeMap<Pubkey, Role>,
    pub custodians: [Custodian; 3],
    pub status: u8,
    pub supply: u64,
    pub minted: u128,
    pub burnt: u128,
    pub supply_cap: u64,
    pub four_eyes_above: u64,
    pub rule: ReserveRule,
    pub fees: (u16, u16),
    pub window: u32,
    pub limits: ActionLimits,
    pub default_election: u8,
    /// By sequence.
    pub calendar: Vec<Action>,
    pub history: History,
    pub payouts: BTreeMap<PayoutKey, Payout>,
    pub tenders: BTreeMap<TenderKey, Tender>,
    pub paused: bool,
    pub halt: (bool, i64),
    pub blackout: (i64, i64),
    pub max_balance: u64,
    pub max_transfer: u64,
    pub hook: bool,
    pub accepted: [bool; 2],
    pub minters: [Minter; 2],
    /// By maker and number.
    pub proposals: BTreeMap<(Pubkey, u64), Proposal>,
    pub people: Vec<Person>,
    pub treasuries: [[u64; 2]; 2],
    pub subscriptions: BTreeMap<Request, Subscription>,
    pub redemptions: BTreeMap<Request, Redemption>,
}

impl Model {
    /// What there is in [`crate::scene::world`].
    pub fn new() -> Self {
        let (scene, begin) = (scene(), 1_000 * TOKEN);
        let forever = |permissions| Role { permissions, starts_at: START, expires_at: 0 };
        let duties = Duty::ALL.iter().zip(&scene.staff);
        let mut roles: BTreeMap<_, _> =
            duties.map(|(duty, member)| (*member, forever(duty.permission()))).collect();
        roles.insert(scene.minters[1], forever(Duty::Mint.permission()));
        roles.insert(scene.staff[10], forever(Duty::Check.permission()));
        roles.insert(scene.staff[11], forever(scrip_issuer::state::PERMISSIONS_ALL));
        let person = |place: usize| Person {
            status: (place + 1 < PEOPLE).then_some(1),
            kyc_expires_at: START + YEAR,
            shares: if place < 2 { begin } else { 0 },
            cash: [CASH; 2],
        };
        let mut first = Minter::new(u64::MAX, u64::MAX, 86_400);
        first.mint(begin, START);
        first.mint(begin, START);
        Self {
            now: START,
            admin: scene.admins[0],
            pending_admin: Pubkey::default(),
            treasury: scene.treasuries[0],
            timelock: 0,
            four_eyes: 0,
            changes: 0,
            queue: BTreeMap::new(),
            roles,
            custodians: [
                Custodian { approved: true, attestation: None },
                Custodian::default(),
                Custodian::default(),
            ],
            status: 1,
            supply: 2 * begin,
            minted: u128::from(2 * begin),
            burnt: 0,
            supply_cap: 1_000_000 * TOKEN,
            four_eyes_above: u64::MAX,
            rule: ReserveRule { mode: 1, max_age: 0, min_custodians: 0, haircut_bps: 0 },
            fees: (0, 0),
            window: 0,
            limits: ActionLimits {
                min_notice: 3_600,
                split: 20,
                reverse_split: 20,
                bonus_bps: 2_000,
                dividend_bps: 1_000,
            },
            default_election: 1,
            calendar: Vec::new(),
            history: History::default(),
            payouts: BTreeMap::new(),
            tenders: BTreeMap::new(),
            paused: false,
            halt: (false, 0),
            blackout: (0, 0),
            max_balance: u64::MAX,
            max_transfer: u64::MAX,
            hook: true,
            accepted: [true; 2],
            minters: [first, Minter::new(0, 0, 1)],
            proposals: BTreeMap::new(),
            people: (0..PEOPLE).map(person).collect(),
            treasuries: [[CASH; 2]; 2],
            subscriptions: BTreeMap::new(),
            redemptions: BTreeMap::new(),
        }
    }

    /// The multiplier in force.
    pub fn multiplier(&self) -> u128 {
        self.history.at(self.now)
    }

    /// How many changes of the multiplier are in force.
    pub fn in_force(&self) -> u32 {
        self.history.in_force(self.now)
    }

    /// Whether the shares stand still for a corporate action.
    pub const fn blacked_out(&self) -> bool {
        self.blackout.0 <= self.now && self.now < self.blackout.1
    }

    /// Whether trading is halted.
    pub const fn halted(&self) -> bool {
        self.halt.0 && (self.halt.1 == 0 || self.now < self.halt.1)
    }

    /// Whether the register lets a person hold.
    pub fn admitted(&self, person: usize) -> bool {
        let person = &self.people[person];
        person.status == Some(1) && self.now < person.kyc_expires_at
    }

    /// Whether somebody may act with this permission.
    pub fn may(&self, member: &Pubkey, duty: Duty) -> bool {
        self.roles.get(member).is_some_and(|role| {
            let begun = role.starts_at <= self.now;
            let lasts = role.expires_at == 0 || self.now < role.expires_at;
            begun && lasts && role.permissions & duty.permission() != 0
        })
    }

    /// The place of the treasury that is paid into.
    pub fn treasury_place(&self) -> usize {
        usize::from(self.treasury != scene().treasuries[0])
    }
}

impl Subscription {
    pub const fn left(&self) -> u64 {
        self.deposited - self.spent
    }
}

impl Redemption {
    pub const fn left(&self) -> u64 {
        self.deposited - self.settled
    }
}
