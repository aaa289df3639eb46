//! A corporate action as it was when it was scheduled at once and only moved the multiplier: 175 bytes.

use anchor_lang::prelude::*;
use scrip_rules::corporate_action::{ActionKind, ActionState};
use scrip_rules::multiplier::Ratio;

use crate::error::IssuerError;
use crate::state::{ActionDates, ActionTerms, CORPORATE_ACTION_VERSION, CorporateAction};

/// The layout of version 1.
#[derive(AnchorSerialize, AnchorDeserialize, InitSpace, Clone, Debug)]
pub struct CorporateActionV1 {
    /// 1.
    pub version: u8,
    /// Bump of its address.
    pub bump: u8,
    /// Forward split, SPLF (1), or reinvested dividend, DVCA (2).
    pub kind: u8,
    /// The asset.
    pub asset: Pubkey,
    /// The how manieth action of the asset, from 0.
    pub sequence: u32,
    /// When it was scheduled, unix seconds.
    pub announced_at: i64,
    /// When the multiplier changes, unix seconds.
    pub effective_at: i64,
    /// New shares per `ratio_denominator` old ones.
    pub ratio_numerator: u64,
    /// See `ratio_numerator`.
    pub ratio_denominator: u64,
    /// Multiplier before, 18 decimals.
    pub old_multiplier: u128,
    /// Multiplier from `effective_at` on, 18 decimals.
    pub new_multiplier: u128,
    /// SHA-256 of the company's announcement.
    pub document_hash: [u8; 32],
    /// The member of staff who scheduled it.
    pub maker: Pubkey,
}

impl CorporateActionV1 {
    /// What it brings. Of a dividend, version 1 kept by how much a share grew and neither tax nor currency:
    /// what was reinvested after tax, for a share that cost `ratio_denominator`. That is what the terms say then,
    /// with nothing withheld of it, and the ratio that they give is the one that was scheduled.
    fn terms(&self) -> Result<ActionTerms> {
        let (numerator, denominator) = (self.ratio_numerator, self.ratio_denominator);
        let grown = numerator.checked_sub(denominator).filter(|grown| *grown > 0);
        let grown = grown.ok_or(IssuerError::UnsoundTerms)?;
        Ratio::new(numerator, denominator).map_err(|_| IssuerError::UnsoundTerms)?;
        match ActionKind::from_byte(self.kind) {
            Some(ActionKind::ForwardSplit) => Ok(ActionTerms::Ratio { numerator, denominator }),
            Some(ActionKind::CashDividend) => Ok(ActionTerms::Reinvestment {
                gross: grown,
                withholding_bps: 0,
                price: denominator,
            }),
            _ => err!(IssuerError::UnknownActionKind),
        }
    }
}

impl TryFrom<CorporateActionV1> for CorporateAction {
    type Error = Error;

    fn try_from(old: CorporateActionV1) -> Result<Self> {
        Ok(Self {
            version: CORPORATE_ACTION_VERSION,
            bump: old.bump,
            kind: old.kind,
            // Whether it is in force is a matter of the clock; settling it is one more instruction.
            state: ActionState::Scheduled as u8,
            asset: old.asset,
            sequence: old.sequence,
            announced_at: old.announced_at,
            amendments: 0,
            dates: ActionDates { effective_at: old.effective_at, ..ActionDates::default() },
            scheduled_at: old.announced_at,
            settled_at: 0,
            old_multiplier: old.old_multiplier,
            new_multiplier: old.new_multiplier,
            document_hash: old.document_hash,
            reason: [0; 32],
            maker: old.maker,
            checker: Pubkey::default(),
            payouts: 0,
            open_payouts: 0,
            tendered: 0,
            open_tenders: 0,
            terms: old.terms()?,
        })
    }
}
