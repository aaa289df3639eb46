//! One action on a share of its own, which begins with the recorded multiplier.

use anchor_lang::solana_program::instruction::Instruction;
use anyhow::{Context, Result, anyhow};
use scrip_issuer::{AnnounceActionArgs, CreateAssetArgs};
use scrip_svm_tests::cast::{Share, cast};
use scrip_svm_tests::fixtures::effective_at;
use scrip_svm_tests::setup::asset_args;
use scrip_svm_tests::{World, issuer_program, token_2022};
use spl_token_2022_interface::extension::scaled_ui_amount::ScaledUiAmountConfig;

use crate::row::Row;

/// A chain with an issuer on it.
pub struct Stage {
    world: World,
}

impl Stage {
    /// The issuer is there before the first announcement.
    pub fn new(rows: &[Row]) -> Self {
        let first = rows.iter().map(|row| row.announced_at).min().unwrap_or_default();
        Self { world: World::starting_at(first) }
    }

    /// What Token-2022 applies at the effective time of this action.
    pub fn replay(&mut self, number: usize, row: &Row) -> Result<f64> {
        let share = Share::new(cast().company, &format!("replay {number}"), *b"US67066G1040");
        let world = &mut self.world;
        world.set_time(row.announced_at);
        let notice = row.effective_at.saturating_sub(row.announced_at);
        let args = CreateAssetArgs {
            multiplier: row.previous()?.scaled(),
            min_notice: u32::try_from(notice).context("notice")?,
            split_max: u16::MAX,
            reverse_split_max: u16::MAX,
            bonus_max_bps: u16::MAX,
            dividend_max_bps: u16::MAX,
            ..asset_args(&share)
        };
        send(world, issuer_program::create_asset(&share, args))?;
        let action = AnnounceActionArgs {
            kind: row.action_kind()? as u8,
            dates: effective_at(row.effective_at),
            terms: row.terms()?,
            document_hash: [0; 32],
        };
        send(world, issuer_program::announce_action(&share, 0, action))?;
        let expected = row.previous()?.scaled();
        send(world, issuer_program::schedule_action(&share, 0, expected))?;
        world.set_time(row.effective_at);
        // Fails unless mint and asset agree on what is in force.
        let in_force: scrip_issuer::state::Asset = world.read(&share.asset);
        let in_force = in_force.track().map_err(|error| anyhow!("{error}"))?.at(row.effective_at);
        send(world, issuer_program::assert_multiplier(&share, in_force.scaled()))?;
        let config: ScaledUiAmountConfig = token_2022::mint_extension(world, &share.mint);
        let applies = i64::from(config.new_multiplier_effective_timestamp) <= world.now();
        Ok(f64::from(if applies { config.new_multiplier } else { config.multiplier }))
    }
}

fn send(world: &mut World, instruction: Instruction) -> Result<()> {
    match world.send(instruction) {
        Ok(_) => Ok(()),
        Err(failure) => Err(anyhow!("{:?}\n{}", failure.error, failure.logs.join("\n"))),
    }
}
