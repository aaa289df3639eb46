//! Creating a tokenized share.

use anchor_lang::prelude::*;
use anchor_spl::token_2022::Token2022;
use scrip_rules::corporate_action::{Election, MultiplierTrack};
use scrip_rules::isin;
use scrip_rules::multiplier::Multiplier;
use scrip_rules::reserves::ReserveMode;
use scrip_transfer_hook::program::ScripTransferHook;
use scrip_transfer_hook::state::Registry;
use scrip_transfer_hook::{PolicyTerms, cpi};

use super::update_metadata::URI_MAX;
use crate::error::IssuerError;
use crate::events::AssetCreated;
use crate::seeds;
use crate::state::{ASSET_VERSION, Asset, AssetStatus, Issuer};
use crate::token_2022::{NewMint, create_mint, hexadecimal};

/// Seconds that an issuer has to settle an escrow, until it changes that: five days.
const DEFAULT_SETTLEMENT_WINDOW: u32 = 5 * 86_400;
const NAME_MAX: usize = 64;
const SYMBOL_MAX: usize = 16;

/// What the share is, and the limits that it lives in. Reserve rule, fees and the threshold for four eyes are
/// settings, off at first: switching them on tightens.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug)]
pub struct CreateAssetArgs {
    /// Name in the metadata, at most 64 bytes.
    pub name: String,
    /// Symbol in the metadata, at most 16 bytes.
    pub symbol: String,
    /// Where the terms and the token's description are, at most 200 bytes.
    pub uri: String,
    /// ISIN of the share that the custodian holds (ISO 6166).
    pub isin: [u8; 12],
    /// SHA-256 of the terms.
    pub terms_hash: [u8; 32],
    /// Shares per raw unit at first, 18 decimals: 10^18, or what a share that moves here already has.
    pub multiplier: u128,
    /// The supply may not pass this, raw units.
    pub supply_cap: u64,
    /// Seconds between announcing a corporate action and its effect, at least.
    pub min_notice: u32,
    /// Greatest ratio of a forward split, whole new shares per old share; 0 admits none.
    pub split_max: u16,
    /// Greatest ratio of a reverse split, whole old shares per new share; 0 admits none.
    pub reverse_split_max: u16,
    /// Greatest growth by one bonus issue or dividend in shares, basis points; 0 admits none.
    pub bonus_max_bps: u16,
    /// Greatest growth by one reinvested dividend, basis points; 0 admits none.
    pub dividend_max_bps: u16,
    /// On which terms it may be transferred.
    pub terms: PolicyTerms,
}

/// Creates the mint, the asset, the policy and the validation account in one step.
#[event_cpi]
#[derive(Accounts)]
pub struct CreateAsset<'info> {
    /// The issuer's admin.
    pub admin: Signer<'info>,
    /// Pays the rent.
    #[account(mut)]
    pub payer: Signer<'info>,
    /// The issuer.
    #[account(has_one = admin @ IssuerError::NotAdmin, has_one = registry)]
    pub issuer: Box<Account<'info, Issuer>>,
    /// The issuer's registry.
    pub registry: AccountLoader<'info, Registry>,
    /// The mint to create. Signs, so that nobody else can create it.
    #[account(mut)]
    pub mint: Signer<'info>,
    /// The asset to create.
    #[account(
        init,
        payer = payer,
        space = 8 + Asset::INIT_SPACE,
        seeds = [seeds::ASSET, mint.key().as_ref()],
        bump,
    )]
    pub asset: Box<Account<'info, Asset>>,
    /// The policy to create.
    /// CHECK: the transfer-hook program checks the address and creates it.
    #[account(mut)]
    pub policy: UncheckedAccount<'info>,
    /// The validation account to create.
    /// CHECK: the transfer-hook program checks the address and creates it.
    #[account(mut)]
    pub extra_account_metas: UncheckedAccount<'info>,
    /// With which the transfer-hook program signs its events.
    /// CHECK: the transfer-hook program checks the address.
    pub hook_event_authority: UncheckedAccount<'info>,
    /// Creates policy and validation account.
    pub hook_program: Program<'info, ScripTransferHook>,
    /// Creates the mint.
    pub token_program: Program<'info, Token2022>,
    /// Creates the accounts.
    pub system_program: Program<'info, System>,
}

impl CreateAsset<'_> {
    fn validate(args: &CreateAssetArgs) -> Result<Multiplier> {
        for (text, max) in
            [(&args.name, NAME_MAX), (&args.symbol, SYMBOL_MAX), (&args.uri, URI_MAX)]
        {
            require!((1..=max).contains(&text.len()), IssuerError::MetadataLength);
        }
        require!(isin::is_valid(&args.isin), IssuerError::MalformedIsin);
        let multiplier = Multiplier::from_scaled(args.multiplier);
        multiplier.map_err(|_| error!(IssuerError::MultiplierOutOfRange))
    }

    pub(crate) fn handle(ctx: Context<Self>, args: CreateAssetArgs) -> Result<()> {
        let multiplier = Self::validate(&args)?;
        let accounts = &mut *ctx.accounts;
        let asset = &mut accounts.asset;
        asset.set_inner(Asset {
            version: ASSET_VERSION,
            bump: ctx.bumps.asset,
            issuer: accounts.issuer.key(),
            mint: accounts.mint.key(),
            policy: accounts.policy.key(),
            multiplier: 0,
            multiplier_since: 0,
            next_multiplier: 0,
            multiplier_effective_at: 0,
            action_count: 0,
            multiplier_changes: 0,
            supply_cap: args.supply_cap,
            min_notice: args.min_notice,
            split_max: args.split_max,
            reverse_split_max: args.reverse_split_max,
            bonus_max_bps: args.bonus_max_bps,
            dividend_max_bps: args.dividend_max_bps,
            isin: args.isin,
            terms_hash: args.terms_hash,
            status: AssetStatus::Active as u8,
            reserve_mode: ReserveMode::Off as u8,
            min_custodians: 0,
            haircut_bps: 0,
            reserve_max_age: 0,
            four_eyes_above: u64::MAX,
            purchase_fee_bps: 0,
            redemption_fee_bps: 0,
            settlement_window: DEFAULT_SETTLEMENT_WINDOW,
            default_election: Election::Cash as u8,
        });
        asset.set_track(&MultiplierTrack::settled(multiplier));
        asset.invariant()?;
        let accounts = &*ctx.accounts;
        accounts.create_mint(&args, multiplier)?;
        accounts.create_policy(&args)?;
        emit_cpi!(AssetCreated {
            issuer: accounts.issuer.key(),
            asset: accounts.asset.key(),
            mint: accounts.mint.key(),
            policy: accounts.policy.key(),
            actor: accounts.admin.key(),
            isin: args.isin,
            terms_hash: args.terms_hash,
            multiplier: args.multiplier,
            supply_cap: args.supply_cap,
        });
        Ok(())
    }

    #[inline(never)]
    fn create_mint(&self, args: &CreateAssetArgs, multiplier: Multiplier) -> Result<()> {
        let isin = String::from_utf8_lossy(&args.isin);
        let terms_hash = hexadecimal(&args.terms_hash);
        create_mint(&NewMint {
            mint: &self.mint,
            asset: &self.asset.to_account_info(),
            payer: &self.payer,
            asset_seeds: &self.asset.signer_seeds(),
            name: &args.name,
            symbol: &args.symbol,
            uri: &args.uri,
            isin: &isin,
            terms_hash: &terms_hash,
            multiplier,
        })
    }

    #[inline(never)]
    fn create_policy(&self, args: &CreateAssetArgs) -> Result<()> {
        let accounts = cpi::accounts::CreatePolicy {
            authority: self.asset.to_account_info(),
            payer: self.payer.to_account_info(),
            mint: self.mint.to_account_info(),
            registry: self.registry.to_account_info(),
            policy: self.policy.to_account_info(),
            extra_account_metas: self.extra_account_metas.to_account_info(),
            system_program: self.system_program.to_account_info(),
            event_authority: self.hook_event_authority.to_account_info(),
            program: self.hook_program.to_account_info(),
        };
        let seeds = self.asset.signer_seeds();
        let signer = &[&seeds[..]];
        cpi::create_policy(
            CpiContext::new_with_signer(scrip_transfer_hook::ID, accounts, signer),
            args.terms,
        )
    }
}
