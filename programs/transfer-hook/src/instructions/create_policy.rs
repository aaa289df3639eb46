//! Giving a mint its policy.

use anchor_lang::prelude::*;
use scrip_rules::jurisdiction::BITMAP_BYTES;
use spl_tlv_account_resolution::state::ExtraAccountMetaList;
use spl_transfer_hook_interface::instruction::ExecuteInstruction;

use crate::error::HookError;
use crate::events::PolicyCreated;
use crate::hook::extra_metas::{EXTRA_METAS, extra_metas};
use crate::seeds;
use crate::state::{POLICY_ACCOUNT_LEN, POLICY_VERSION, Policy, Registry, check_jurisdictions};
use crate::token_2022::{Mint, TOKEN_2022_ID};

/// What the policy says at first.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug)]
pub struct CreatePolicyArgs {
    /// Allow list (1) or deny list (2).
    pub jurisdiction_mode: u8,
    /// Countries, a bit each: bit `code % 8` of byte `code / 8`, by ISO 3166-1 numeric code.
    pub jurisdictions: [u8; BITMAP_BYTES],
}

/// Creates the policy of a mint and its validation account in one step, so that neither is ever there
/// without the other.
#[event_cpi]
#[derive(Accounts)]
pub struct CreatePolicy<'info> {
    /// The mint's mint authority, which becomes the policy's authority. Demanding its signature keeps
    /// everybody else from making a policy first.
    pub authority: Signer<'info>,
    /// Pays the rent.
    #[account(mut)]
    pub payer: Signer<'info>,
    /// The mint.
    /// CHECK: Token-2022 owns it; `validate` reads its mint authority and its transfer hook.
    #[account(owner = TOKEN_2022_ID @ HookError::MintNotHooked)]
    pub mint: UncheckedAccount<'info>,
    /// The registry whose records count. Needs no consent: it is only ever read.
    pub registry: Account<'info, Registry>,
    /// The policy to create.
    #[account(
        init,
        payer = payer,
        space = POLICY_ACCOUNT_LEN,
        seeds = [seeds::POLICY, mint.key().as_ref()],
        bump,
    )]
    pub policy: AccountLoader<'info, Policy>,
    /// The validation account to create.
    /// CHECK: created here at its own address and written below.
    #[account(
        init,
        payer = payer,
        space = ExtraAccountMetaList::size_of(EXTRA_METAS)?,
        seeds = [seeds::EXTRA_ACCOUNT_METAS, mint.key().as_ref()],
        bump,
    )]
    pub extra_account_metas: UncheckedAccount<'info>,
    /// Creates the accounts.
    pub system_program: Program<'info, System>,
}

impl CreatePolicy<'_> {
    fn validate(&self, args: &CreatePolicyArgs) -> Result<()> {
        let data = self.mint.try_borrow_data()?;
        let mint = Mint::read(&data).ok_or(HookError::MintNotHooked)?;
        require!(mint.transfer_hook == Some(crate::ID), HookError::MintNotHooked);
        require!(mint.mint_authority == Some(self.authority.key()), HookError::NotMintAuthority);
        check_jurisdictions(args.jurisdiction_mode, &args.jurisdictions)
    }

    pub(crate) fn handle(ctx: Context<Self>, args: CreatePolicyArgs) -> Result<()> {
        ctx.accounts.validate(&args)?;
        let address = ctx.accounts.policy.key();
        {
            let mut policy = ctx.accounts.policy.load_init()?;
            *policy = Policy {
                version: POLICY_VERSION,
                bump: ctx.bumps.policy,
                jurisdiction_mode: args.jurisdiction_mode,
                halt_reason: 0,
                padding: [0; 4],
                halted_until: 0,
                mint: ctx.accounts.mint.key(),
                registry: ctx.accounts.registry.key(),
                authority: ctx.accounts.authority.key(),
                jurisdictions: args.jurisdictions,
            };
            policy.invariant()?;
        }
        let mut data = ctx.accounts.extra_account_metas.try_borrow_mut_data()?;
        ExtraAccountMetaList::init::<ExecuteInstruction>(&mut data, &extra_metas(&address)?)?;
        drop(data);
        emit_cpi!(PolicyCreated {
            policy: address,
            mint: ctx.accounts.mint.key(),
            registry: ctx.accounts.registry.key(),
            authority: ctx.accounts.authority.key(),
            jurisdiction_mode: args.jurisdiction_mode,
        });
        Ok(())
    }
}
