//! Putting a wallet on the register.

use anchor_lang::prelude::*;
use scrip_rules::holder::HolderStatus;

use crate::error::HookError;
use crate::events::HolderOnboarded;
use crate::seeds;
use crate::state::{
    HOLDER_ACCOUNT_LEN, HOLDER_KIND_WALLET, HOLDER_VERSION, Holder, PERMISSION_ONBOARD, Registrar,
    Registry, check_facts,
};

/// What a registrar has found out about the holder of a wallet.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug)]
pub struct OnboardHolderArgs {
    /// The wallet: the owner of the token accounts.
    pub wallet: Pubkey,
    /// Residence, ISO 3166-1 numeric.
    pub jurisdiction: u16,
    /// Investor class bits: US person (1), retail (2), professional (4), qualified (8).
    pub investor_classes: u16,
    /// End of the know-your-customer check, unix seconds.
    pub kyc_expires_at: i64,
    /// Hash of the identity, the same for all wallets of one person.
    pub identity: [u8; 16],
}

/// Puts a wallet on the register.
#[event_cpi]
#[derive(Accounts)]
#[instruction(args: OnboardHolderArgs)]
pub struct OnboardHolder<'info> {
    /// A registrar with the permission to onboard.
    pub officer: Signer<'info>,
    /// Pays the rent.
    #[account(mut)]
    pub payer: Signer<'info>,
    /// The registry. Read only: two wallets are onboarded in parallel.
    pub registry: Account<'info, Registry>,
    /// The officer's appointment in this registry.
    #[account(
        seeds = [seeds::REGISTRAR, registry.key().as_ref(), officer.key().as_ref()],
        bump = registrar.bump,
    )]
    pub registrar: Account<'info, Registrar>,
    /// The record to create.
    #[account(
        init,
        payer = payer,
        space = HOLDER_ACCOUNT_LEN,
        seeds = [seeds::HOLDER, registry.key().as_ref(), args.wallet.as_ref()],
        bump,
    )]
    pub holder: AccountLoader<'info, Holder>,
    /// Creates the account.
    pub system_program: Program<'info, System>,
}

impl OnboardHolder<'_> {
    fn validate(&self, args: &OnboardHolderArgs) -> Result<()> {
        let now = Clock::get()?.unix_timestamp;
        self.registrar.require(PERMISSION_ONBOARD, now)?;
        check_facts(args.jurisdiction, args.investor_classes)?;
        require_gt!(args.kyc_expires_at, now, HookError::ExpiryInThePast);
        Ok(())
    }

    pub(crate) fn handle(ctx: Context<Self>, args: OnboardHolderArgs) -> Result<()> {
        ctx.accounts.validate(&args)?;
        {
            let mut holder = ctx.accounts.holder.load_init()?;
            *holder = Holder {
                version: HOLDER_VERSION,
                bump: ctx.bumps.holder,
                kind: HOLDER_KIND_WALLET,
                status: HolderStatus::Active as u8,
                jurisdiction: args.jurisdiction,
                investor_classes: args.investor_classes,
                kyc_expires_at: args.kyc_expires_at,
                identity: args.identity,
                registry: ctx.accounts.registry.key(),
                wallet: args.wallet,
            };
            holder.invariant()?;
        }
        emit_cpi!(HolderOnboarded {
            registry: ctx.accounts.registry.key(),
            wallet: args.wallet,
            actor: ctx.accounts.officer.key(),
            jurisdiction: args.jurisdiction,
            investor_classes: args.investor_classes,
            kyc_expires_at: args.kyc_expires_at,
            identity: args.identity,
        });
        Ok(())
    }
}
