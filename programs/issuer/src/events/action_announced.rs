//! A corporate action was announced.

use anchor_lang::prelude::*;

use crate::state::{ActionDates, ActionTerms};

/// A corporate action was announced.
#[event]
pub struct ActionAnnounced {
    /// The asset.
    pub asset: Pubkey,
    /// The action.
    pub action: Pubkey,
    /// The member of staff.
    pub actor: Pubkey,
    /// The how manieth action of the asset.
    pub sequence: u32,
    /// A `scrip_rules::corporate_action::ActionKind`.
    pub kind: u8,
    /// Its dates.
    pub dates: ActionDates,
    /// What it brings.
    pub terms: ActionTerms,
    /// SHA-256 of the company's announcement.
    pub document_hash: [u8; 32],
}
