//! Settings, the queue of their changes, and who must agree.
//!
//! - [`table`]: `docs/governance.md` says of every setting and every act whether it waits, and so it is
//! - [`examples`]: for every phrase of that table, a change that it is about
//! - [`settings`]: every change at once; [`queue`]: every change through the queue, to the second
//! - [`between`]: what happens when settings change while a change waits
//! - [`four_eyes`]: what needs a checker; [`roles`]: when roles begin, and the admin's two steps
//! - [`standing`]: how a setting stands

pub mod between;
pub mod examples;
pub mod four_eyes;
pub mod queue;
pub mod roles;
pub mod settings;
pub mod standing;
pub mod table;

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::change::Change;
use scrip_issuer::state::PendingChange;
use scrip_svm_tests::cast::Share;
use scrip_svm_tests::{World, addresses, cast, issuer_program};

/// Seconds.
pub const DAY: u32 = 86_400;

/// The share that a change is about, if it is about one.
pub fn share_of(change: &Change) -> Option<&'static Share> {
    change.is_about_asset().then_some(&cast().share)
}

/// The asset as events and the queue name it.
pub fn asset_of(change: &Change) -> Pubkey {
    share_of(change).map(|share| share.asset).unwrap_or_default()
}

/// `change_setting`
pub fn at_once(change: Change) -> Instruction {
    match share_of(&change) {
        Some(share) => issuer_program::change_asset(share, change),
        None => issuer_program::change_company(&cast().company, change),
    }
}

/// `propose_change`, as the company's change with this id
pub fn propose(change: Change, id: u32) -> Instruction {
    issuer_program::propose_change(&cast().company, share_of(&change), change, id)
}

/// `execute_change`, by somebody who is nobody
pub fn execute(change: Change, id: u32) -> Instruction {
    let (company, actor) = (cast().company, cast().mallory);
    issuer_program::execute_change(&company, share_of(&change), change, id, actor)
}

/// `approve_change`, by the company's checker
pub fn approve(id: u32) -> Instruction {
    issuer_program::approve_change(&cast().company, id)
}

/// The entry of the queue.
pub fn entry(id: u32) -> Pubkey {
    addresses::pending_change(&cast().company.address, id)
}

/// From when on an entry of the queue can be carried out.
pub fn executable_at(world: &World, id: u32) -> i64 {
    world.read::<PendingChange>(&entry(id)).executable_at
}

/// Has loosening changes wait.
pub fn set_timelock(world: &mut World, seconds: u32) {
    world.run(at_once(Change::Timelock { seconds }));
}
