//! Changing a share's documents and metadata.

use anchor_lang::prelude::*;
use anchor_spl::token_2022::Token2022;
use anchor_spl::token_interface::Mint;
use scrip_rules::isin;

use crate::error::IssuerError;
use crate::events::MetadataUpdated;
use crate::seeds;
use crate::state::{Asset, PERMISSION_METADATA, Role};
use crate::token_2022::{FIELD_ISIN, FIELD_TERMS_HASH, MetadataField, hexadecimal};

/// Longest URI, bytes.
pub const URI_MAX: usize = 200;
/// Longest key of a further field, bytes.
const KEY_MAX: usize = 32;
/// Longest value of a further field, bytes.
const VALUE_MAX: usize = 200;

/// What is changed.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug)]
pub enum MetadataChange {
    /// The terms.
    Terms {
        /// Where they are, at most 200 bytes.
        uri: String,
        /// SHA-256 of them.
        hash: [u8; 32],
    },
    /// The ISIN of the share that the custodian holds (ISO 6166).
    Isin {
        /// The ISIN.
        isin: [u8; 12],
    },
    /// A further field of the metadata.
    Field {
        /// At most 32 bytes; none of the fields that have instructions of their own.
        key: String,
        /// At most 200 bytes.
        value: String,
    },
}

/// Changes documents and metadata.
#[event_cpi]
#[derive(Accounts)]
pub struct UpdateMetadata<'info> {
    /// A member of staff with the permission for metadata.
    pub actor: Signer<'info>,
    /// Pays what the mint lacks of its rent when it grows.
    #[account(mut)]
    pub payer: Signer<'info>,
    /// The member's role with the asset's issuer.
    #[account(
        seeds = [seeds::ROLE, asset.issuer.as_ref(), actor.key().as_ref()],
        bump = role.bump,
    )]
    pub role: Box<Account<'info, Role>>,
    /// The asset.
    #[account(mut, has_one = mint)]
    pub asset: Box<Account<'info, Asset>>,
    /// The asset's mint, which carries the metadata.
    #[account(mut)]
    pub mint: Box<InterfaceAccount<'info, Mint>>,
    /// Keeps the metadata.
    pub token_program: Program<'info, Token2022>,
    /// Tops up the rent.
    pub system_program: Program<'info, System>,
}

impl UpdateMetadata<'_> {
    fn validate(&self, change: &MetadataChange) -> Result<()> {
        self.role.require(PERMISSION_METADATA)?;
        match change {
            MetadataChange::Terms { uri, .. } => {
                require!((1..=URI_MAX).contains(&uri.len()), IssuerError::MetadataLength);
            }
            MetadataChange::Isin { isin } => {
                require!(isin::is_valid(isin), IssuerError::MalformedIsin);
            }
            MetadataChange::Field { key, value } => {
                let fits = (1..=KEY_MAX).contains(&key.len()) && value.len() <= VALUE_MAX;
                require!(fits, IssuerError::MetadataLength);
                let reserved = ["name", "symbol", "uri", FIELD_ISIN, FIELD_TERMS_HASH];
                require!(!reserved.contains(&key.as_str()), IssuerError::MetadataFieldReserved);
            }
        }
        Ok(())
    }

    /// Writes one field; returns its old value.
    fn write(&self, field: MetadataField<'_>, value: &str) -> Result<String> {
        let (mint, asset) = (self.mint.to_account_info(), self.asset.to_account_info());
        field.write(&mint, &asset, &self.payer, &self.asset.signer_seeds(), value)
    }

    pub(crate) fn handle(
        ctx: Context<Self>,
        change: MetadataChange,
        reference: [u8; 32],
    ) -> Result<()> {
        let accounts = &mut *ctx.accounts;
        accounts.validate(&change)?;
        let old_terms_hash = accounts.asset.terms_hash;
        let (field, old, new) = match change {
            MetadataChange::Terms { uri, hash } => {
                accounts.asset.terms_hash = hash;
                let old = accounts.write(MetadataField::Uri, &uri)?;
                accounts.write(MetadataField::Key(FIELD_TERMS_HASH), &hexadecimal(&hash))?;
                (String::from("uri"), old, uri)
            }
            MetadataChange::Isin { isin } => {
                accounts.asset.isin = isin;
                let new = String::from_utf8_lossy(&isin).into_owned();
                let old = accounts.write(MetadataField::Key(FIELD_ISIN), &new)?;
                (String::from(FIELD_ISIN), old, new)
            }
            MetadataChange::Field { key, value } => {
                let old = accounts.write(MetadataField::Key(&key), &value)?;
                (key, old, value)
            }
        };
        accounts.asset.invariant()?;
        emit_cpi!(MetadataUpdated {
            asset: ctx.accounts.asset.key(),
            actor: ctx.accounts.actor.key(),
            field,
            old,
            new,
            old_terms_hash,
            new_terms_hash: ctx.accounts.asset.terms_hash,
            reference,
        });
        Ok(())
    }
}
