//! The mint of a share: the eight extensions of an xStock, every authority the asset's address.

use anchor_lang::prelude::*;
use anchor_lang::solana_program::instruction::Instruction;
use anchor_lang::solana_program::program::{invoke, invoke_signed};
use anchor_lang::system_program;
use anchor_spl::token_2022::spl_token_2022::extension::{
    ExtensionType, confidential_transfer, default_account_state, metadata_pointer, pausable,
    transfer_hook,
};
use anchor_spl::token_2022::spl_token_2022::instruction as token;
use anchor_spl::token_2022::spl_token_2022::state::{AccountState, Mint};
use anchor_spl::token_2022_extensions::spl_token_metadata_interface::instruction as metadata;
use anchor_spl::token_2022_extensions::spl_token_metadata_interface::state::{
    Field, TokenMetadata,
};
use scrip_rules::multiplier::Multiplier;

use super::{FIELD_ISIN, FIELD_TERMS_HASH, initialize_multiplier};
use crate::shared::rent::top_up;
use crate::state::ASSET_DECIMALS;

/// What the mint is created with.
pub struct NewMint<'a, 'info> {
    /// The new mint, which signs.
    pub mint: &'a AccountInfo<'info>,
    /// Every authority of the mint.
    pub asset: &'a AccountInfo<'info>,
    /// Pays what the mint lacks of its rent.
    pub payer: &'a AccountInfo<'info>,
    /// With which the asset signs.
    pub asset_seeds: &'a [&'a [u8]],
    /// Name, symbol and URI.
    pub name: &'a str,
    /// See `name`.
    pub symbol: &'a str,
    /// See `name`.
    pub uri: &'a str,
    /// ISIN of the share that the custodian holds.
    pub isin: &'a str,
    /// SHA-256 of the terms, in hexadecimal.
    pub terms_hash: &'a str,
    /// Multiplier at creation.
    pub multiplier: Multiplier,
}

/// Creates the account and initialises the mint with its extensions and metadata.
pub fn create_mint(new: &NewMint<'_, '_>) -> Result<()> {
    let mint = new.mint.key;
    let asset = new.asset.key;
    allocate(new)?;
    for extension in extensions(mint, asset, new.multiplier)? {
        invoke(&extension, std::slice::from_ref(new.mint))?;
    }
    let initialize = token::initialize_mint2(
        &anchor_spl::token_2022::ID,
        mint,
        asset,
        Some(asset),
        ASSET_DECIMALS,
    )?;
    invoke(&initialize, std::slice::from_ref(new.mint))?;
    write_metadata(new)
}

const EXTENSIONS: [ExtensionType; 7] = [
    ExtensionType::MetadataPointer,
    ExtensionType::PermanentDelegate,
    ExtensionType::DefaultAccountState,
    ExtensionType::ScaledUiAmount,
    ExtensionType::Pausable,
    ExtensionType::ConfidentialTransferMint,
    ExtensionType::TransferHook,
];

/// The metadata interface reckons with a header of a discriminator and a length.
const INTERFACE_HEADER_LEN: usize = 12;
/// Token-2022 writes the metadata as an extension, behind a type and a length.
const EXTENSION_HEADER_LEN: usize = 4;

/// Top up, allocate, assign: lamports that somebody sent ahead must not stop the creation. The rent
/// covers the metadata, for which Token-2022 lengthens the account later.
fn allocate(new: &NewMint<'_, '_>) -> Result<()> {
    let len = ExtensionType::try_calculate_account_len::<Mint>(&EXTENSIONS)?;
    let metadata = TokenMetadata {
        name: new.name.to_string(),
        symbol: new.symbol.to_string(),
        uri: new.uri.to_string(),
        additional_metadata: vec![
            (FIELD_ISIN.to_string(), new.isin.to_string()),
            (FIELD_TERMS_HASH.to_string(), new.terms_hash.to_string()),
        ],
        ..TokenMetadata::default()
    };
    let full_len = len
        .saturating_add(metadata.tlv_size_of()?)
        .saturating_sub(INTERFACE_HEADER_LEN.saturating_sub(EXTENSION_HEADER_LEN));
    top_up(new.payer, new.mint, full_len)?;
    let system = system_program::ID;
    let account = || new.mint.clone();
    let allocate = system_program::Allocate { account_to_allocate: account() };
    system_program::allocate(
        CpiContext::new(system, allocate),
        len.try_into().unwrap_or(u64::MAX),
    )?;
    let assign = system_program::Assign { account_to_assign: account() };
    system_program::assign(CpiContext::new(system, assign), &anchor_spl::token_2022::ID)
}

fn extensions(mint: &Pubkey, asset: &Pubkey, multiplier: Multiplier) -> Result<[Instruction; 7]> {
    let program = &anchor_spl::token_2022::ID;
    Ok([
        metadata_pointer::instruction::initialize(program, mint, Some(*asset), Some(*mint))?,
        token::initialize_permanent_delegate(program, mint, asset)?,
        default_account_state::instruction::initialize_default_account_state(
            program,
            mint,
            &AccountState::Initialized,
        )?,
        initialize_multiplier(mint, asset, multiplier)?,
        pausable::instruction::initialize(program, mint, asset)?,
        confidential_transfer::instruction::initialize_mint(
            program,
            mint,
            Some(*asset),
            false,
            None,
        )?,
        transfer_hook::instruction::initialize(
            program,
            mint,
            Some(*asset),
            Some(scrip_transfer_hook::ID),
        )?,
    ])
}

fn write_metadata(new: &NewMint<'_, '_>) -> Result<()> {
    let program = &anchor_spl::token_2022::ID;
    let (mint, asset) = (new.mint.key, new.asset.key);
    let accounts = [new.mint.clone(), new.asset.clone()];
    let initialize = metadata::initialize(
        program,
        mint,
        asset,
        mint,
        asset,
        new.name.to_string(),
        new.symbol.to_string(),
        new.uri.to_string(),
    );
    invoke_signed(&initialize, &accounts, &[new.asset_seeds])?;
    for (key, value) in [(FIELD_ISIN, new.isin), (FIELD_TERMS_HASH, new.terms_hash)] {
        let field = Field::Key(key.to_string());
        let update = metadata::update_field(program, mint, asset, field, value.to_string());
        invoke_signed(&update, &accounts, &[new.asset_seeds])?;
    }
    Ok(())
}
