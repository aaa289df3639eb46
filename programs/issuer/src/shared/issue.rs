//! Everything that stands before new shares, whichever instruction issues them.

use anchor_lang::prelude::*;
use anchor_spl::token_2022::{MintTo, Token2022, mint_to};
use anchor_spl::token_interface::{Mint, TokenAccount};
use scrip_rules::issuance::supply_after_mint;
use scrip_rules::multiplier::Multiplier;
use scrip_rules::reserves::{Backing, ReserveMode};
use scrip_transfer_hook::state::Policy;

use super::custody::backing;
use crate::error::{IssuerError, refused};
use crate::seeds;
use crate::state::{Asset, Minter, PERMISSION_CHECK, PERMISSION_MINT, Role};

/// Who issues, how much of it, and what is issued.
#[derive(Accounts)]
pub struct Issue<'info> {
    /// The role of the minter's member with the asset's issuer.
    #[account(
        seeds = [seeds::ROLE, asset.issuer.as_ref(), minter.member.as_ref()],
        bump = role.bump,
    )]
    pub role: Box<Account<'info, Role>>,
    /// The asset.
    #[account(has_one = mint, has_one = policy)]
    pub asset: Box<Account<'info, Asset>>,
    /// What the member may mint.
    #[account(mut, has_one = asset)]
    pub minter: Box<Account<'info, Minter>>,
    /// The asset's mint.
    #[account(mut)]
    pub mint: Box<InterfaceAccount<'info, Mint>>,
    /// The asset's policy.
    pub policy: AccountLoader<'info, Policy>,
    /// For an amount above the asset's four-eyes threshold: another member of staff, with the permission
    /// to check.
    pub checker: Option<Signer<'info>>,
    /// The checker's role.
    pub checker_role: Option<Box<Account<'info, Role>>>,
    /// Mints.
    pub token_program: Program<'info, Token2022>,
}

/// What was drawn for an issue.
#[derive(Clone, Copy, Debug)]
pub struct Drawn {
    /// Supply before, raw units.
    pub old_supply: u64,
    /// Supply afterwards, raw units.
    pub new_supply: u64,
    /// Multiplier in force.
    pub multiplier: Multiplier,
    /// The backing, where it is missing and the asset only warns.
    pub shortfall: Option<Backing>,
}

impl<'info> Issue<'info> {
    /// Checks status, role, four eyes, caps and reserves for `raw` units in all, and draws them from the
    /// minter. `custody` are the accounts that [`backing`] reads.
    pub(crate) fn draw(
        &mut self,
        raw: u64,
        custody: &[AccountInfo<'info>],
        now: i64,
    ) -> Result<Drawn> {
        let asset = &self.asset;
        asset.require_active()?;
        self.role.require(PERMISSION_MINT)?;
        self.require_four_eyes(raw)?;
        let (supply, cap) = (self.mint.supply, asset.supply_cap);
        let new_supply = supply_after_mint(supply, raw, cap).map_err(|error| {
            msg!("supply {}, amount {}, cap {}, raw units", supply, raw, cap);
            IssuerError::from(error)
        })?;
        let (allowance, usage) = (self.minter.allowance(), self.minter.usage());
        let usage = allowance.take(&usage, raw, now).map_err(|error| {
            msg!("amount {}, available now {}", raw, allowance.available(&usage, now));
            IssuerError::from(error)
        })?;
        let shortfall = self.shortfall(new_supply, custody, now)?;
        self.minter.set_usage(&usage);
        self.minter.invariant()?;
        let multiplier = self.asset.track()?.at(now);
        Ok(Drawn { old_supply: supply, new_supply, multiplier, shortfall })
    }

    fn require_four_eyes(&self, raw: u64) -> Result<()> {
        if self.checker.is_some() {
            // A checker who signs without need must be one all the same: the event names it.
            return self.require_checker();
        }
        if raw > self.asset.four_eyes_above {
            msg!("amount {}, four eyes above {}", raw, self.asset.four_eyes_above);
            return err!(IssuerError::CheckerMissing);
        }
        Ok(())
    }

    /// Fails unless another member of staff, who may check, signs as well.
    pub(crate) fn require_checker(&self) -> Result<()> {
        let (Some(checker), Some(role)) = (&self.checker, &self.checker_role) else {
            return err!(IssuerError::CheckerMissing);
        };
        let theirs = role.member == checker.key() && role.issuer == self.asset.issuer;
        require!(theirs, IssuerError::CheckerMissing);
        require_keys_neq!(checker.key(), self.minter.member, IssuerError::CheckerIsMaker);
        role.require(PERMISSION_CHECK)
    }

    /// The checker, all zeros if there is none.
    pub(crate) fn checker_key(&self) -> Pubkey {
        self.checker.as_ref().map(|checker| checker.key()).unwrap_or_default()
    }

    /// The backing of `supply`, if it is missing and the asset only warns.
    fn shortfall(
        &self,
        supply: u64,
        custody: &[AccountInfo<'info>],
        now: i64,
    ) -> Result<Option<Backing>> {
        let rule = self.asset.reserve_rule()?;
        if rule.mode == ReserveMode::Off {
            return Ok(None);
        }
        let backing = backing(&self.asset, None, custody, supply, now)?;
        if rule.is_met(&backing) {
            return Ok(None);
        }
        if rule.mode == ReserveMode::Enforce {
            msg!("shares needed {}, counted {}", backing.needed, backing.counted);
            msg!("custodians {}, needed {}", backing.custodians, rule.min_custodians);
            return err!(IssuerError::ReservesMissing);
        }
        Ok(Some(backing))
    }

    /// Fails unless the register and the policy let the account's owner receive `raw` units.
    pub(crate) fn admit(
        &self,
        holder: &AccountInfo<'info>,
        destination: &TokenAccount,
        raw: u64,
        now: i64,
    ) -> Result<()> {
        let after = destination.amount.saturating_add(raw);
        let policy = self.policy.load()?;
        policy.judge_issue(holder, &destination.owner, after, now).map_err(refused)
    }

    /// Mints.
    pub(crate) fn mint_to(&self, destination: AccountInfo<'info>, raw: u64) -> Result<()> {
        let accounts = MintTo {
            mint: self.mint.to_account_info(),
            to: destination,
            authority: self.asset.to_account_info(),
        };
        let seeds = self.asset.signer_seeds();
        let signer = &[&seeds[..]];
        mint_to(CpiContext::new_with_signer(anchor_spl::token_2022::ID, accounts, signer), raw)
    }
}
