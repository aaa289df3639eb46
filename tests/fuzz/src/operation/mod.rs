//! What can be done. People, custodians and moneys are named by their place in [`crate::scene`].
//!
//! - [`ActionStep`]: what can be done with corporate actions

mod actions;

pub use actions::*;

use anchor_lang::prelude::Pubkey;
use scrip_issuer::Quantity;
use scrip_issuer::change::Change;
use scrip_rules::corporate_action::ActionKind;

/// A request in escrow: whose, and its number.
pub type Request = (usize, u64);

/// By whom shares are issued, who checks it, and which custodians are named.
#[derive(Clone, Debug)]
pub struct Issue {
    /// Place of the minter.
    pub minter: usize,
    pub checker: Option<Pubkey>,
    pub custody: Vec<usize>,
}

/// An operation.
#[derive(Clone, Debug)]
pub enum Operation {
    Mint {
        issue: Issue,
        to: usize,
        quantity: Quantity,
    },
    MintBatch {
        issue: Issue,
        to: Vec<(usize, u64)>,
    },
    ProposeMint {
        by: Pubkey,
        to: usize,
        amount: u64,
        id: u64,
    },
    MintProposed {
        issue: Issue,
        id: u64,
        to: usize,
    },
    WithdrawProposal {
        by: Pubkey,
        maker: Pubkey,
        id: u64,
    },
    Subscribe {
        person: usize,
        money: usize,
        id: u64,
        amount: u64,
        limit: u64,
        deadline: i64,
    },
    Fill {
        issue: Issue,
        request: Request,
        money: usize,
        amount: u64,
        price: u64,
        multiplier: u128,
        last: bool,
    },
    CancelSubscription {
        request: Request,
        money: usize,
    },
    RejectSubscription {
        by: Pubkey,
        request: Request,
        money: usize,
    },
    Purchase {
        issue: Issue,
        person: usize,
        money: usize,
        amount: u64,
        price: u64,
        most: u64,
        multiplier: u128,
    },
    Redeem {
        by: Pubkey,
        person: usize,
        amount: u64,
    },
    Request {
        person: usize,
        money: Option<usize>,
        id: u64,
        quantity: Quantity,
        least: u64,
        deadline: i64,
    },
    Settle {
        by: Pubkey,
        request: Request,
        money: usize,
        amount: u64,
        price: u64,
        multiplier: u128,
    },
    SettleOffChain {
        by: Pubkey,
        request: Request,
        amount: u64,
    },
    RejectRedemption {
        by: Pubkey,
        request: Request,
    },
    Reclaim {
        request: Request,
    },
    Attest {
        custodian: usize,
        shares: u64,
        as_of: i64,
        seen: u32,
    },
    ChangeSetting {
        by: Pubkey,
        change: Change,
    },
    ProposeChange {
        by: Pubkey,
        change: Change,
    },
    ApproveChange {
        by: Pubkey,
        id: u32,
    },
    ExecuteChange {
        by: Pubkey,
        id: u32,
        change: Change,
    },
    CancelChange {
        by: Pubkey,
        id: u32,
    },
    AcceptAdmin {
        by: Pubkey,
    },
    Grant {
        by: Pubkey,
        member: Pubkey,
        permissions: u32,
        expires_at: i64,
    },
    Revoke {
        by: Pubkey,
        member: Pubkey,
    },
    Halt {
        by: Pubkey,
        until: i64,
    },
    Resume {
        by: Pubkey,
    },
    SetBlackout {
        by: Pubkey,
        from: i64,
        until: i64,
    },
    ClearBlackout {
        by: Pubkey,
    },
    Pause {
        by: Pubkey,
    },
    Unpause {
        by: Pubkey,
    },
    Action(ActionStep),
    HolderStatus {
        person: usize,
        status: u8,
    },
    HolderUpdate {
        person: usize,
        expires_at: i64,
    },
    Transfer {
        from: usize,
        to: usize,
        amount: u64,
    },
    DustShares {
        from: usize,
        request: Request,
        amount: u64,
    },
    DustMoney {
        from: usize,
        request: Request,
        money: usize,
        amount: u64,
    },
    WindDown {
        by: Pubkey,
    },
    Close {
        by: Pubkey,
    },
    Time {
        to: i64,
    },
}

impl Operation {
    /// Whether it changes settings, roles, custodians or the queue.
    pub const fn is_on_record(&self) -> bool {
        matches!(
            self,
            Self::Attest { .. }
                | Self::ChangeSetting { .. }
                | Self::ProposeChange { .. }
                | Self::ApproveChange { .. }
                | Self::ExecuteChange { .. }
                | Self::AcceptAdmin { .. }
                | Self::Grant { .. }
                | Self::Revoke { .. }
        )
    }

    /// The name of its kind. Changes of settings are told apart.
    pub fn kind(&self) -> String {
        let text = match self {
            Self::ChangeSetting { change, .. }
            | Self::ProposeChange { change, .. }
            | Self::ExecuteChange { change, .. } => {
                format!("{} {change:?}", first_word(&format!("{self:?}")))
            }
            Self::Mint { quantity, .. } | Self::Request { quantity, .. } => {
                format!("{} {quantity:?}", first_word(&format!("{self:?}")))
            }
            Self::Action(step) => match step {
                ActionStep::Announce { kind, .. } => {
                    let kind = ActionKind::from_byte(*kind);
                    format!("Announce {}", kind.map_or("unknown", ActionKind::code))
                }
                _ => first_word(&format!("{step:?}")).to_owned(),
            },
            _ => first_word(&format!("{self:?}")).to_owned(),
        };
        let mut words = text.split(' ');
        let (first, second) = (words.next(), words.next());
        [first, second].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

fn first_word(text: &str) -> &str {
    text.split(' ').next().unwrap_or(text)
}
