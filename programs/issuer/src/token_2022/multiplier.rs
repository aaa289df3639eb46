//! The scaled UI amount of a mint. Token-2022 keeps it as an `f64`; this program only ever handles the
//! bits, which `scrip_rules` computes with integers.

use anchor_lang::prelude::*;
use anchor_lang::solana_program::instruction::Instruction;
use anchor_spl::token_2022::spl_token_2022::extension::scaled_ui_amount::instruction::{
    InitializeInstructionData, ScaledUiAmountMintInstruction, UpdateMultiplierInstructionData,
};
use anchor_spl::token_2022::spl_token_2022::extension::scaled_ui_amount::{
    PodF64, ScaledUiAmountConfig,
};
use anchor_spl::token_2022::spl_token_2022::instruction::TokenInstruction;
use anchor_spl::token_2022_extensions::spl_pod::optional_keys::OptionalNonZeroPubkey;
use anchor_spl::token_interface::get_mint_extension_data;
use scrip_rules::corporate_action::MultiplierTrack;
use scrip_rules::multiplier::Multiplier;

use crate::error::IssuerError;

/// The instruction that gives a mint its multiplier, before the mint is initialised.
pub fn initialize_multiplier(
    mint: &Pubkey,
    authority: &Pubkey,
    multiplier: Multiplier,
) -> Result<Instruction> {
    let content = InitializeInstructionData {
        authority: OptionalNonZeroPubkey::try_from(Some(*authority))?,
        multiplier: image(multiplier),
    };
    Ok(instruction(
        ScaledUiAmountMintInstruction::Initialize,
        bytemuck::bytes_of(&content),
        vec![AccountMeta::new(*mint, false)],
    ))
}

/// The instruction that schedules the next multiplier of a track.
pub fn update_multiplier(
    mint: &Pubkey,
    authority: &Pubkey,
    track: &MultiplierTrack,
) -> Instruction {
    let content = UpdateMultiplierInstructionData {
        multiplier: image(track.next),
        effective_timestamp: track.effective_at.into(),
    };
    instruction(
        ScaledUiAmountMintInstruction::UpdateMultiplier,
        bytemuck::bytes_of(&content),
        vec![AccountMeta::new(*mint, false), AccountMeta::new_readonly(*authority, true)],
    )
}

/// Fails unless the mint carries what this program last wrote.
///
/// Nobody else can write it, as the authority is the asset; this holds the two programs together all the
/// same.
pub fn require_written_by_us(mint: &AccountInfo<'_>, track: &MultiplierTrack) -> Result<()> {
    let config: ScaledUiAmountConfig = get_mint_extension_data(mint)?;
    let same = config.new_multiplier.0 == image(track.next).0
        && i64::from(config.new_multiplier_effective_timestamp) == track.effective_at;
    require!(same, IssuerError::MintMultiplierDiffers);
    Ok(())
}

/// The multiplier as Token-2022 keeps it.
fn image(multiplier: Multiplier) -> PodF64 {
    PodF64(multiplier.to_f64_bits().to_le_bytes())
}

fn instruction(
    kind: ScaledUiAmountMintInstruction,
    content: &[u8],
    accounts: Vec<AccountMeta>,
) -> Instruction {
    let mut data = TokenInstruction::ScaledUiAmountExtension.pack();
    data.push(kind.into());
    data.extend_from_slice(content);
    Instruction { program_id: anchor_spl::token_2022::ID, accounts, data }
}
