//! What corporate actions pay: opened, funded, claimed, exchanged, tendered.
//!
//! - here: the payout of an action in one token, from opening to sweeping
//! - [`token`]: what it pays with: a payment token, or shares
//! - [`claims`]: what a distribution pays to each holder
//! - [`holders`]: tenders, exchanges and elections, which holders make

pub mod claims;
pub mod holders;
pub mod token;

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use anchor_lang::system_program;
use scrip_issuer::{OpenPayoutArgs, accounts, instruction};

pub use token::PaidWith;

use super::actions::staff;
use super::{issuer_events, of_issuer};
use crate::ShareAddresses;
use crate::addresses;

/// The payout of one action in one token.
#[derive(Clone, Copy, Debug)]
pub struct PayoutOf<'a> {
    /// The share whose action pays.
    pub share: &'a ShareAddresses,
    /// The action's sequence.
    pub sequence: u32,
    /// What it pays with.
    pub with: PaidWith<'a>,
}

impl PayoutOf<'_> {
    /// The action's address.
    #[must_use]
    pub fn action(&self) -> Pubkey {
        addresses::action(&self.share.asset, self.sequence)
    }

    /// Its own address.
    #[must_use]
    pub fn address(&self) -> Pubkey {
        addresses::payout(&self.action(), &self.with.mint())
    }

    /// Where its tokens lie.
    #[must_use]
    pub fn vault(&self) -> Pubkey {
        addresses::escrow(&self.address())
    }

    /// The share whose asset owns the vault: of shares their own, of cash the one whose action pays.
    pub(super) const fn paying(&self) -> &ShareAddresses {
        match self.with {
            PaidWith::Token(_) => self.share,
            PaidWith::Shares(share) => share,
        }
    }

    pub(super) fn vault_accounts(&self) -> accounts::PayoutVault {
        accounts::PayoutVault {
            payout: self.address(),
            paying_asset: self.paying().asset,
            payment_mint: self.with.mint(),
            vault: self.vault(),
            payment_token_program: self.with.program(),
        }
    }

    fn back(
        &self,
        actor: Pubkey,
        treasury: &Pubkey,
        rent_receiver: Pubkey,
    ) -> accounts::ReturnPayout {
        accounts::ReturnPayout {
            staff: staff(self.share, actor),
            issuer: self.share.issuer,
            action: self.action(),
            from: self.vault_accounts(),
            treasury_account: self.with.account_of(treasury),
            rent_receiver,
        }
    }
}

/// `open_payout`
#[must_use]
pub fn open_payout(
    of: &PayoutOf<'_>,
    actor: Pubkey,
    payer: Pubkey,
    args: OpenPayoutArgs,
) -> Instruction {
    let mint = of.with.mint();
    let (payment_listing, share_asset) = match of.with {
        PaidWith::Token(_) => (Some(addresses::payment_listing(&of.share.asset, &mint)), None),
        PaidWith::Shares(other) => (None, Some(other.asset)),
    };
    let accounts = accounts::OpenPayout {
        staff: staff(of.share, actor),
        payer,
        issuer: of.share.issuer,
        mint: of.share.mint,
        action: of.action(),
        payment_mint: mint,
        payment_listing,
        share_asset,
        payout: of.address(),
        vault: of.vault(),
        payment_token_program: of.with.program(),
        system_program: system_program::ID,
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    of_issuer(accounts, instruction::OpenPayout { args })
}

/// `approve_payout`: with the arguments that the checker believes it was opened with.
#[must_use]
pub fn approve_payout(of: &PayoutOf<'_>, checker: Pubkey, args: OpenPayoutArgs) -> Instruction {
    let accounts = accounts::ApprovePayout {
        staff: staff(of.share, checker),
        payout: of.address(),
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    of_issuer(accounts, instruction::ApprovePayout { args })
}

/// `fund_payout`, from the funder's associated token account. `amount` in base units.
#[must_use]
pub fn fund_payout(of: &PayoutOf<'_>, funder: Pubkey, amount: u64) -> Instruction {
    let accounts = accounts::FundPayout {
        funder,
        into: of.vault_accounts(),
        source: of.with.account_of(&funder),
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    let mut fund = of_issuer(accounts, instruction::FundPayout { amount });
    fund.accounts.extend(of.with.further(&funder));
    fund
}

/// `withdraw_payout`, before anybody can be paid from it. `reason` is a case reference, not zeros.
#[must_use]
pub fn withdraw_payout(
    of: &PayoutOf<'_>,
    actor: Pubkey,
    treasury: &Pubkey,
    rent_receiver: Pubkey,
    reason: [u8; 32],
) -> Instruction {
    let accounts = accounts::WithdrawPayout {
        back: of.back(actor, treasury, rent_receiver),
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    let mut withdraw = of_issuer(accounts, instruction::WithdrawPayout { reason });
    withdraw.accounts.extend(of.with.further(treasury));
    withdraw
}

/// `sweep_payout`, after the deadline.
#[must_use]
pub fn sweep_payout(
    of: &PayoutOf<'_>,
    actor: Pubkey,
    treasury: &Pubkey,
    rent_receiver: Pubkey,
) -> Instruction {
    let accounts = accounts::SweepPayout {
        back: of.back(actor, treasury, rent_receiver),
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    let mut sweep = of_issuer(accounts, instruction::SweepPayout {});
    sweep.accounts.extend(of.with.further(treasury));
    sweep
}
