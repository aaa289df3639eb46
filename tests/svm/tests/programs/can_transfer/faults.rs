//! What may be wrong with a transfer, or only look so: times to the second, amounts to the unit.

use anchor_lang::prelude::Pubkey;
use rand::RngExt as _;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom as _;
use scrip_rules::paths;
use scrip_svm_tests::{GERMANY, SWITZERLAND, UNITED_STATES, cast, keys};
use scrip_transfer_hook::state::Holder;

use super::scene::{Scene, Side, TokenAccount};

type Fault = fn(&mut Scene, &mut StdRng);

/// Those of a kind that has many stand here more than once.
const FAULTS: [Fault; 14] = [
    record,
    record,
    record,
    record,
    forgery,
    account,
    policy,
    policy,
    policy_bytes,
    amount,
    signature,
    parties,
    venues,
    venues,
];

/// One of them.
pub fn any(random: &mut StdRng) -> Fault {
    *FAULTS.choose(random).unwrap()
}

fn side<'a>(scene: &'a mut Scene, random: &mut StdRng) -> &'a mut Side {
    if random.random() { &mut scene.from } else { &mut scene.to }
}

/// A second around this one.
fn about(time: i64, random: &mut StdRng) -> i64 {
    time + random.random_range(-1..=1)
}

/// A unit around this many.
fn near(amount: u64, random: &mut StdRng) -> u64 {
    amount.saturating_add(random.random_range(0..=2)).saturating_sub(1)
}

/// What the register says of somebody.
fn record(scene: &mut Scene, random: &mut StdRng) {
    let now = scene.now;
    let side = side(scene, random);
    let Some(record) = &mut side.record else { return };
    let holder: &mut Holder = &mut record.content;
    match random.random_range(0..7_u8) {
        0 | 1 => holder.status = random.random_range(0..=5),
        2 => holder.kyc_expires_at = about(now, random),
        3 => holder.locked_until = about(now, random),
        4 => {
            holder.jurisdiction = *[GERMANY, UNITED_STATES, 0, 1_023, 1_024].choose(random).unwrap()
        }
        5 => holder.investor_classes = random.random_range(0..16),
        _ => {
            // Barred by a record that says nothing else.
            holder.status = random.random_range(2..=4);
            holder.jurisdiction = 0;
            holder.kyc_expires_at = 0;
        }
    }
}

/// A record that there is not, or that is not what it seems.
fn forgery(scene: &mut Scene, random: &mut StdRng) {
    let side = side(scene, random);
    let Some(record) = &mut side.record else { return };
    match random.random_range(0..9_u8) {
        0..=2 => {
            side.lamports_at_record = random.random();
            side.record = None;
        }
        3 => record.owner = cast().mallory,
        4 => record.cut = random.random_range(1..=128),
        5 => record.flip = random.random_range(1..=255),
        6 => record.content.version = random.random_range(0..=2),
        7 => record.content.registry = cast().foreign_company.register.address,
        _ => record.content.wallet = keys::wallet("somebody else"),
    }
}

/// The token account of a side.
fn account(scene: &mut Scene, random: &mut StdRng) {
    let side = side(scene, random);
    let Some(account) = &mut side.account else { return };
    match random.random_range(0..8_u8) {
        0 | 1 => account.frozen = true,
        2 | 3 => account.asks_for_memo = true,
        4 => account.refuses_open_credits = true,
        5 => account.program = cast().mallory,
        6 => account.mint = cast().other_share.mint,
        _ => side.account = None,
    }
}

/// What the issuer has decided.
fn policy(scene: &mut Scene, random: &mut StdRng) {
    let (now, amount) = (scene.now, scene.amount);
    let held = scene.to.account.map_or(0, |account| account.amount);
    let policy = &mut scene.policy.content;
    match random.random_range(0..12_u8) {
        0 => {
            policy.halt_reason = random.random_range(0..=5);
            policy.halted_until = *[0, about(now, random)].choose(random).unwrap();
        }
        1 => {
            policy.blackout_from = about(now, random);
            policy.blackout_until = policy.blackout_from + random.random_range(0..=2);
        }
        2 => policy.locked_until = about(now, random),
        3 => policy.max_transfer = near(amount, random),
        4 => policy.max_balance = near(held.saturating_add(amount), random),
        5 => {
            policy.admission_mode = 2;
            policy.paths = paths::ALL;
        }
        6 => policy.admission_mode = random.random_range(0..=3),
        7 => policy.jurisdiction_mode = random.random_range(0..=3),
        8 => policy.paths = random.random(),
        9 => policy.classes_admitted = random.random_range(0..16),
        10 => policy.classes_refused = random.random_range(0..16),
        _ => {
            for country in [SWITZERLAND, GERMANY, UNITED_STATES] {
                policy.jurisdictions[usize::from(country / 8)] ^= random.random::<u8>();
            }
        }
    }
}

/// A policy that is not what it seems, and a mint that is paused.
fn policy_bytes(scene: &mut Scene, random: &mut StdRng) {
    let policy = &mut scene.policy;
    match random.random_range(0..8_u8) {
        0 => policy.owner = cast().mallory,
        1 => policy.cut = random.random_range(1..=128),
        2 => policy.flip = random.random_range(1..=255),
        3 => policy.content.version = random.random_range(0..=2),
        4 => policy.content.mint = cast().other_share.mint,
        // Another authority than the asset: what the asset signs is judged.
        5 => policy.content.authority = cast().mallory,
        _ => scene.paused = true,
    }
}

/// How much, and how much there is.
fn amount(scene: &mut Scene, random: &mut StdRng) {
    let balance = |account: &mut Option<TokenAccount>, amount| {
        if let Some(account) = account {
            account.amount = amount;
        }
    };
    match random.random_range(0..7_u8) {
        0 => scene.amount = 0,
        1 => scene.amount = u64::MAX,
        2 => balance(&mut scene.from.account, near(scene.amount, random)),
        3 => balance(&mut scene.to.account, near(u64::MAX - scene.amount, random)),
        4 => balance(&mut scene.to.account, u64::MAX),
        _ => {
            // The amount by which Token-2022 names one that it does not see, and a limit to hold it against.
            scene.amount = u64::MAX;
            balance(&mut scene.from.account, u64::MAX);
            balance(&mut scene.to.account, 0);
            let policy = &mut scene.policy.content;
            match random.random_range(0..3_u8) {
                0 => policy.max_transfer = random.random(),
                1 => policy.max_balance = random.random(),
                _ => {}
            }
        }
    }
}

/// Who signs.
fn signature(scene: &mut Scene, random: &mut StdRng) {
    let delegate: Pubkey = keys::wallet("broker");
    let delegated = near(scene.amount, random);
    let mut approve = |delegate| {
        if let Some(account) = &mut scene.from.account {
            account.delegate = Some((delegate, delegated));
        }
    };
    match random.random_range(0..5_u8) {
        0 => scene.authority = cast().mallory,
        1 => scene.authority = cast().share.asset,
        2 => {
            approve(delegate);
            scene.authority = delegate;
        }
        // A delegate does not keep the owner from sending, unless it is the owner.
        3 => approve(delegate),
        _ => approve(scene.from.wallet),
    }
}

/// Who is on either side: the asset's own escrow, or one wallet on both.
fn parties(scene: &mut Scene, random: &mut StdRng) {
    let escrow = cast().share.asset;
    match random.random_range(0..4_u8) {
        0 => {
            let signs = scene.authority == scene.from.wallet;
            scene.from.wallet = escrow;
            if signs {
                scene.authority = escrow;
            }
        }
        1 => scene.to.wallet = escrow,
        2 => {
            // Its delegate is not the asset.
            scene.from.wallet = escrow;
            scene.authority = keys::wallet("broker");
            if let Some(account) = &mut scene.from.account {
                account.delegate = Some((scene.authority, u64::MAX));
            }
        }
        _ => scene.to = scene.from,
    }
}

/// Venues, proved or entered by hand, and between whom the asset may move.
fn venues(scene: &mut Scene, random: &mut StdRng) {
    for side in [&mut scene.from, &mut scene.to] {
        if let Some(record) = side.record.as_mut().filter(|_| random.random()) {
            record.content.kind = 2;
            record.content.origin = random.random_range(0..2);
            record.content.jurisdiction = 0;
        }
    }
    if random.random() {
        scene.policy.content.paths &= random.random::<u16>();
    }
}
