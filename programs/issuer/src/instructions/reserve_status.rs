//! Telling supply against reserves.

use anchor_lang::prelude::*;
use anchor_spl::token_interface::Mint;

use crate::shared::custody::backing;
use crate::state::Asset;

/// Supply against reserves at the moment of the call. Shares are in base units.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReserveStatus {
    /// Whether enough custodians attest enough, whatever the mode.
    pub met: bool,
    /// Off (1), warn (2), enforce (3).
    pub mode: u8,
    /// Custodians whose attestations are fresh.
    pub custodians: u8,
    /// Supply, raw units.
    pub supply: u64,
    /// Shares that the supply stands for, rounded up.
    pub needed: u128,
    /// Shares in fresh attestations.
    pub attested: u128,
    /// What remains of them after the haircut.
    pub counted: u128,
    /// Raw units that the reserves still cover.
    pub headroom: u64,
}

/// Answers supply against reserves as return data. The pairs of custodians follow, as in `mint_shares`.
#[derive(Accounts)]
pub struct ReserveStatusOf<'info> {
    /// The asset.
    #[account(has_one = mint)]
    pub asset: Account<'info, Asset>,
    /// The asset's mint.
    pub mint: InterfaceAccount<'info, Mint>,
}

pub(crate) fn reserve_status<'info>(
    ctx: Context<'info, ReserveStatusOf<'info>>,
) -> Result<ReserveStatus> {
    let now = Clock::get()?.unix_timestamp;
    let (asset, supply) = (&ctx.accounts.asset, ctx.accounts.mint.supply);
    let rule = asset.reserve_rule()?;
    let backing = backing(asset, None, ctx.remaining_accounts, supply, now)?;
    Ok(ReserveStatus {
        met: rule.is_met(&backing),
        mode: rule.mode as u8,
        custodians: backing.custodians,
        supply,
        needed: backing.needed,
        attested: backing.attested,
        counted: backing.counted,
        headroom: rule.headroom(&backing, supply, asset.track()?.at(now)),
    })
}
