//! The metadata that a mint carries.

use anchor_lang::prelude::*;
use anchor_lang::solana_program::program::invoke_signed;
use anchor_spl::token_2022::spl_token_2022::extension::{
    BaseStateWithExtensions, StateWithExtensions,
};
use anchor_spl::token_2022::spl_token_2022::state::Mint;
use anchor_spl::token_2022_extensions::spl_token_metadata_interface::instruction as metadata;
use anchor_spl::token_2022_extensions::spl_token_metadata_interface::state::{
    Field, TokenMetadata,
};

use crate::error::IssuerError;
use crate::shared::rent::top_up;

/// Key of the field that holds the ISIN.
pub const FIELD_ISIN: &str = "isin";
/// Key of the field that holds the hash of the terms.
pub const FIELD_TERMS_HASH: &str = "terms_hash";

/// Longest metadata, bytes: every transfer loads the mint.
const METADATA_MAX: usize = 2_048;

/// A hash as the metadata shows it.
pub fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A field that may be written.
#[derive(Clone, Copy, Debug)]
pub enum MetadataField<'a> {
    /// The name.
    Name,
    /// The symbol.
    Symbol,
    /// The URI.
    Uri,
    /// A further field.
    Key(&'a str),
}

impl MetadataField<'_> {
    /// Writes the field, and tops up the mint's rent if it grows. Returns the old value.
    pub fn write<'info>(
        self,
        mint: &AccountInfo<'info>,
        asset: &AccountInfo<'info>,
        payer: &AccountInfo<'info>,
        asset_seeds: &[&[u8]],
        value: &str,
    ) -> Result<String> {
        let field = match self {
            Self::Name => Field::Name,
            Self::Symbol => Field::Symbol,
            Self::Uri => Field::Uri,
            Self::Key(key) => Field::Key(key.to_string()),
        };
        let mut content = {
            let data = mint.try_borrow_data()?;
            StateWithExtensions::<Mint>::unpack(&data)?
                .get_variable_len_extension::<TokenMetadata>()?
        };
        let old = match self {
            Self::Name => content.name.clone(),
            Self::Symbol => content.symbol.clone(),
            Self::Uri => content.uri.clone(),
            Self::Key(key) => {
                let found = content.additional_metadata.iter().find(|(name, _)| name == key);
                found.map(|(_, value)| value.clone()).unwrap_or_default()
            }
        };
        let old_len = content.tlv_size_of()?;
        content.update(field.clone(), value.to_string());
        let new_len = content.tlv_size_of()?;
        require!(new_len <= METADATA_MAX, IssuerError::MetadataLength);
        let grown = new_len.saturating_sub(old_len);
        top_up(payer, mint, mint.data_len().saturating_add(grown))?;
        let program = &anchor_spl::token_2022::ID;
        let update = metadata::update_field(program, mint.key, asset.key, field, value.to_string());
        invoke_signed(&update, &[mint.clone(), asset.clone()], &[asset_seeds])?;
        Ok(old)
    }
}
