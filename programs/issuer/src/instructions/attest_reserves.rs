//! Attesting reserves.

use anchor_lang::prelude::*;
use anchor_spl::token_interface::Mint;
use scrip_rules::reserves::{Attestation, ReserveMode};

use crate::error::IssuerError;
use crate::events::{ReserveShortfall, ReservesAttested};
use crate::seeds;
use crate::shared::custody::backing;
use crate::state::{Asset, Custodian, RESERVE_ATTESTATION_VERSION, ReserveAttestation};

/// What a custodian attests.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug)]
pub struct AttestReservesArgs {
    /// Shares held, base units: 100,000,000 are one share.
    pub shares: u64,
    /// When they were counted, unix seconds; not before the custodian's last attestation.
    pub as_of: i64,
    /// How many changes of the multiplier were in force then: all that are now.
    pub actions_seen: u32,
    /// SHA-256 of the custodian's statement.
    pub document_hash: [u8; 32],
}

/// Attests how many shares a custodian holds. Fewer than the supply stands for is the truth as well: it
/// stops minting where the asset enforces its reserves. The pairs of the other custodians follow, as in
/// `mint_shares`: an event tells if all of them together are short.
#[event_cpi]
#[derive(Accounts)]
pub struct AttestReserves<'info> {
    /// The custodian's key.
    pub signer: Signer<'info>,
    /// Pays the rent of the first attestation.
    #[account(mut)]
    pub payer: Signer<'info>,
    /// The custodian.
    #[account(
        seeds = [seeds::CUSTODIAN, asset.issuer.as_ref(), signer.key().as_ref()],
        bump = custodian.bump,
        constraint = custodian.approved @ IssuerError::CustodianNotApproved,
    )]
    pub custodian: Box<Account<'info, Custodian>>,
    /// The asset.
    #[account(has_one = mint)]
    pub asset: Box<Account<'info, Asset>>,
    /// The asset's mint.
    pub mint: Box<InterfaceAccount<'info, Mint>>,
    /// What the custodian attests of the asset. `init_if_needed`, because every attestation overwrites the
    /// account whole, and nobody but the custodian in its seeds can: there is nothing to reinitialise to.
    #[account(
        init_if_needed,
        payer = payer,
        space = 8 + ReserveAttestation::INIT_SPACE,
        seeds = [seeds::RESERVE, asset.key().as_ref(), signer.key().as_ref()],
        bump,
    )]
    pub attestation: Box<Account<'info, ReserveAttestation>>,
    /// Creates the account.
    pub system_program: Program<'info, System>,
}

impl<'info> AttestReserves<'info> {
    fn validate(&self, new: &Attestation, now: i64) -> Result<()> {
        let in_force = self.asset.changes_in_force(now)?;
        let since = self.asset.in_force_since(now)?;
        let old = self.attestation.attestation();
        new.check(&old, in_force, since, now).map_err(|error| {
            msg!("as of {}, last {}, now {}", new.as_of, old.as_of, now);
            msg!("actions seen {}, in force {}, since {}", new.actions_seen, in_force, since);
            IssuerError::from(error).into()
        })
    }

    pub(crate) fn handle(ctx: Context<'info, Self>, args: AttestReservesArgs) -> Result<()> {
        let now = Clock::get()?.unix_timestamp;
        let AttestReservesArgs { shares, as_of, actions_seen, document_hash } = args;
        let attestation = Attestation { shares, as_of, actions_seen };
        ctx.accounts.validate(&attestation, now)?;
        let asset = &ctx.accounts.asset;
        let custodian = ctx.accounts.signer.key();
        let old_shares = ctx.accounts.attestation.shares;
        ctx.accounts.attestation.set_inner(ReserveAttestation {
            version: RESERVE_ATTESTATION_VERSION,
            bump: ctx.bumps.attestation,
            asset: asset.key(),
            custodian,
            shares,
            as_of,
            actions_seen,
            attested_at: now,
            document_hash,
        });
        let own = Some((&custodian, attestation));
        let supply = ctx.accounts.mint.supply;
        let (rule, accounts) = (asset.reserve_rule()?, ctx.remaining_accounts);
        let backing = backing(asset, own, accounts, supply, now)?;
        if rule.mode != ReserveMode::Off && !rule.is_met(&backing) {
            emit_cpi!(ReserveShortfall::new(&ctx.accounts.asset, &backing));
        }
        emit_cpi!(ReservesAttested {
            asset: ctx.accounts.asset.key(),
            custodian,
            old_shares,
            new_shares: shares,
            as_of,
            actions_seen,
            supply,
            document_hash,
        });
        Ok(())
    }
}
