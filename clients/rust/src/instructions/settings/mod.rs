//! Settings of an issuer and its shares, and their queue.
//!
//! [`change_setting`] changes at once what tightens, and anything while there is no timelock; [`propose_change`] puts
//! the rest into the queue, from which [`execute_change`] takes it when it is due. Which accounts a change is about,
//! [`Targets`] knows. Three settings have an account of their own that must be opened first: [`opening`].

mod added;

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use anchor_lang::system_program;
use scrip_issuer::change::Change;
use scrip_issuer::{accounts, instruction};

pub use added::{add_custodian, add_minter, add_payment_mint, opening};

use super::{hook_events, issuer_events, of_issuer};
use crate::ShareAddresses;
use crate::addresses::{self, TOKEN_2022};

/// What a change is about: the issuer itself, or one of its shares.
#[derive(Clone, Copy, Debug)]
pub struct Targets<'a> {
    /// The issuer.
    pub issuer: Pubkey,
    /// The share, for a change that is about one.
    pub share: Option<&'a ShareAddresses>,
}

impl<'a> Targets<'a> {
    /// A change of the issuer itself.
    #[must_use]
    pub const fn issuer(issuer: Pubkey) -> Self {
        Self { issuer, share: None }
    }

    /// A change of a share.
    #[must_use]
    pub const fn share(share: &'a ShareAddresses) -> Self {
        Self { issuer: share.issuer, share: Some(share) }
    }

    /// The accounts that `change` needs, and no others.
    #[must_use]
    pub fn accounts(&self, change: &Change) -> accounts::ChangeTargets {
        let share = self.share.filter(|_| change.is_about_asset());
        let of_terms = share.filter(|_| matches!(change, Change::PolicyTerms { .. }));
        let of_hook = share.filter(|_| matches!(change, Change::HookProgram { .. }));
        let (mut minter, mut custodian, mut payment_listing) = (None, None, None);
        match change {
            Change::Minter { .. } => minter = self.account_of(change),
            Change::Custodian { .. } => custodian = self.account_of(change),
            Change::PaymentMint { .. } => payment_listing = self.account_of(change),
            _ => {}
        }
        accounts::ChangeTargets {
            issuer: self.issuer,
            asset: share.map(|share| share.asset),
            minter,
            custodian,
            payment_listing,
            policy: of_terms.map(|share| share.policy),
            hook_event_authority: of_terms.map(|_| hook_events()),
            hook_program: of_terms.map(|_| scrip_transfer_hook::ID),
            mint: of_hook.map(|share| share.mint),
            token_program: of_hook.map(|_| TOKEN_2022),
        }
    }

    /// The account that this setting has of its own, of a minter, a custodian or a payment mint.
    #[must_use]
    pub fn account_of(&self, change: &Change) -> Option<Pubkey> {
        match change {
            Change::Minter { member, .. } => {
                self.share.map(|share| addresses::minter(&share.asset, member))
            }
            Change::Custodian { key, .. } => Some(addresses::custodian(&self.issuer, key)),
            Change::PaymentMint { mint, .. } => {
                self.share.map(|share| addresses::payment_listing(&share.asset, mint))
            }
            _ => None,
        }
    }
}

/// `change_setting`: at once. The program refuses what must wait or be checked.
#[must_use]
pub fn change_setting(
    targets: &Targets<'_>,
    admin: Pubkey,
    change: Change,
    reference: [u8; 32],
) -> Instruction {
    let accounts = accounts::ChangeSetting {
        admin,
        targets: targets.accounts(&change),
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    of_issuer(accounts, instruction::ChangeSetting { change, reference })
}

/// `propose_change`, as the issuer's change with this number: its `change_count`.
#[must_use]
pub fn propose_change(
    targets: &Targets<'_>,
    admin: Pubkey,
    payer: Pubkey,
    id: u32,
    change: Change,
    reference: [u8; 32],
) -> Instruction {
    let accounts = accounts::ProposeChange {
        admin,
        payer,
        targets: targets.accounts(&change),
        pending_change: addresses::pending_change(&targets.issuer, id),
        system_program: system_program::ID,
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    of_issuer(accounts, instruction::ProposeChange { change, reference })
}

/// `approve_change`, by a checker.
#[must_use]
pub fn approve_change(issuer: Pubkey, checker: Pubkey, id: u32) -> Instruction {
    let accounts = accounts::ApproveChange {
        checker,
        role: addresses::role(&issuer, &checker),
        pending_change: addresses::pending_change(&issuer, id),
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    of_issuer(accounts, instruction::ApproveChange {})
}

/// `execute_change`, by anybody. `change` and `rent_receiver` as the entry of the queue has them.
#[must_use]
pub fn execute_change(
    targets: &Targets<'_>,
    actor: Pubkey,
    id: u32,
    change: &Change,
    rent_receiver: Pubkey,
) -> Instruction {
    let accounts = accounts::ExecuteChange {
        actor,
        rent_receiver,
        targets: targets.accounts(change),
        pending_change: addresses::pending_change(&targets.issuer, id),
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    of_issuer(accounts, instruction::ExecuteChange {})
}

/// `cancel_change`, by the admin or whoever proposed it; by anybody once it has expired.
#[must_use]
pub fn cancel_change(issuer: Pubkey, actor: Pubkey, id: u32, rent_receiver: Pubkey) -> Instruction {
    let accounts = accounts::CancelChange {
        actor,
        rent_receiver,
        issuer,
        pending_change: addresses::pending_change(&issuer, id),
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    of_issuer(accounts, instruction::CancelChange {})
}

/// `accept_admin`, by the one whom the setting `Admin` has proposed.
#[must_use]
pub fn accept_admin(issuer: Pubkey, proposed: Pubkey) -> Instruction {
    let accounts = accounts::ChangeIssuer {
        signer: proposed,
        issuer,
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    of_issuer(accounts, instruction::AcceptAdmin {})
}
