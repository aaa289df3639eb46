//! A distribution on the chain of the tests, from the announcement of its action to the sweep.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::state::{ActionDates, ActionTerms};
use scrip_issuer::{AnnounceActionArgs, OpenPayoutArgs};
use scrip_rules::corporate_action::ActionKind;
use scrip_rules::merkle;
use spl_associated_token_account_interface::address::get_associated_token_address_and_bump_seed;
use spl_associated_token_account_interface::program::ID as ASSOCIATED;

use super::{Row, Tree};
use crate::cast::{Share, cast};
use crate::fixtures::{NOTICE, SPLIT};
use crate::issuer_program::{self, PaidWith};
use crate::payment::DOLLAR;
use crate::{START, TOKEN, World, addresses};

const DAY: i64 = 86_400;

/// The record date of the distributions: payouts can be opened in the next second.
pub const RECORD: i64 = START + NOTICE;
/// When they are in force.
pub const EFFECTIVE: i64 = START + 2 * NOTICE;
/// From when on they are paid.
pub const PAYABLE: i64 = START + 3 * NOTICE;
/// From when on the rest is swept.
pub const DEADLINE: i64 = PAYABLE + 40 * DAY;

/// The dates of a distribution.
pub const DATES: ActionDates = ActionDates {
    ex_at: START,
    record_at: RECORD,
    effective_at: EFFECTIVE,
    payable_at: PAYABLE,
    elect_by: 0,
    blackout_from: 0,
    blackout_until: 0,
};

/// A dividend of a dollar a share, of which 15 % are withheld.
pub fn cash_dividend() -> AnnounceActionArgs {
    let terms =
        ActionTerms::Cash { payment_mint: cast().usd, gross: DOLLAR, withholding_bps: 1_500 };
    AnnounceActionArgs { kind: ActionKind::CashDividend as u8, dates: DATES, terms, ..SPLIT }
}

/// What so many shares bring.
pub fn row(owner: Pubkey, shares: u64) -> Row {
    (owner, shares * TOKEN, shares * DOLLAR, shares * DOLLAR * 15 / 100)
}

/// Alice, Bob, and Carol, who is on no register; in the order of a tree.
pub fn rows() -> Vec<Row> {
    let mut rows = vec![row(cast().alice, 1_000), row(cast().bob, 400), row(cast().carol, 20)];
    rows.sort();
    rows
}

/// So many rows: of addresses that nobody has a key of, and last those of [`rows`].
pub fn many_rows(count: u32) -> Vec<Row> {
    let nobody = |number: u32| {
        let mut address = [0; 32];
        address[1..5].copy_from_slice(&number.to_be_bytes());
        (Pubkey::new_from_array(address), 1, 1, 0)
    };
    let cast = rows();
    let others = count - u32::try_from(cast.len()).unwrap();
    (0..others).map(nobody).chain(cast).collect()
}

/// Bump of a wallet's associated token account.
pub fn account_bump(wallet: &Pubkey, with: PaidWith<'_>) -> u8 {
    let (mint, program) = (with.mint(), with.program());
    get_associated_token_address_and_bump_seed(wallet, &mint, &ASSOCIATED, &program).1
}

/// What an action of a share pays in one token, with the tree of its claims.
#[derive(Clone, Debug)]
pub struct Distribution {
    pub share: &'static Share,
    pub sequence: u32,
    pub with: PaidWith<'static>,
    pub tree: Tree,
}

impl Distribution {
    /// Of these rows, by the action of the share with this number.
    pub fn new(
        share: &'static Share,
        sequence: u32,
        with: PaidWith<'static>,
        rows: &[Row],
    ) -> Self {
        let tree = Tree::new(&issuer_program::payout_of(share, sequence, with), rows);
        Self { share, sequence, with, tree }
    }

    /// In dollars, by the first action of the company's share.
    pub fn in_cash(rows: &[Row]) -> Self {
        Self::new(&cast().share, 0, PaidWith::Cash, rows)
    }

    /// The payout's address.
    pub fn payout(&self) -> Pubkey {
        issuer_program::payout_of(self.share, self.sequence, self.with)
    }

    /// The vault's address.
    pub fn vault(&self) -> Pubkey {
        addresses::escrow(&self.payout())
    }

    /// The address of one of its pages.
    pub fn page(&self, index: u32) -> Pubkey {
        addresses::claim_page(&self.payout(), index)
    }

    /// What it is opened with.
    pub fn args(&self) -> OpenPayoutArgs {
        OpenPayoutArgs {
            total: self.tree.net(),
            root: self.tree.root(),
            leaves: self.tree.leaf_count(),
            withheld: self.tree.withheld(),
            snapshot_hash: [4; 32],
            deadline: DEADLINE,
        }
    }

    /// `open_payout`
    pub fn open(&self) -> Instruction {
        issuer_program::open_payout(self.share, self.sequence, self.with, self.args())
    }

    /// `approve_payout`
    pub fn approve(&self) -> Instruction {
        issuer_program::approve_payout(self.share, self.sequence, self.with, &self.args())
    }

    /// `fund_payout`
    pub fn fund(&self, funder: &Pubkey, amount: u64) -> Instruction {
        issuer_program::fund_payout(self.share, self.sequence, self.with, funder, amount)
    }

    /// `fund_payout`, by the treasury with all that is needed
    pub fn fund_all(&self) -> Instruction {
        self.fund(&self.share.company.treasury(), self.tree.net())
    }

    /// `open_claim_page`
    pub fn open_page(&self, index: u32) -> Instruction {
        issuer_program::open_claim_page(&self.payout(), self.tree.page(index))
    }

    /// `claim` of the owner's leaf
    pub fn claim(&self, owner: &Pubkey) -> Instruction {
        let args = self.tree.claim(self.tree.index_of(owner), account_bump(owner, self.with));
        issuer_program::claim(self.share, self.sequence, self.with, owner, args)
    }

    /// `sweep_payout`
    pub fn sweep(&self) -> Instruction {
        issuer_program::sweep_payout(self.share, self.sequence, self.with)
    }

    /// `withdraw_payout`
    pub fn withdraw(&self) -> Instruction {
        issuer_program::withdraw_payout(self.share, self.sequence, self.with)
    }

    /// `close_claim_page`
    pub fn close_page(&self, index: u32) -> Instruction {
        issuer_program::close_claim_page(&self.payout(), index)
    }

    /// Opens it the second after the record date, and lets the treasury fund it.
    pub fn open_and_fund(&self, world: &mut World) {
        world.set_time(RECORD + 1);
        world.run(self.open());
        world.run(self.fund_all());
    }

    /// The same, and waits until it is paid and the owner's page is open.
    pub fn open_for(&self, world: &mut World, owner: &Pubkey) {
        self.open_and_fund(world);
        world.set_time(PAYABLE);
        world.run(self.open_page(merkle::page_of(self.tree.index_of(owner))));
    }
}
