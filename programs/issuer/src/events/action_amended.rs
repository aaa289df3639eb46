//! A corporate action was amended: it is announced anew.

use anchor_lang::prelude::*;

use crate::state::{ActionDates, ActionTerms};

/// A corporate action was amended: it is announced anew.
#[event]
pub struct ActionAmended {
    /// The asset.
    pub asset: Pubkey,
    /// The action.
    pub action: Pubkey,
    /// The member of staff.
    pub actor: Pubkey,
    /// What had become of it.
    pub old_state: u8,
    /// Its dates before.
    pub old_dates: ActionDates,
    /// Its dates from now on.
    pub new_dates: ActionDates,
    /// What it was to bring.
    pub old_terms: ActionTerms,
    /// What it brings.
    pub new_terms: ActionTerms,
    /// SHA-256 of the company's announcement of the change.
    pub document_hash: [u8; 32],
    /// Case reference.
    pub reason: [u8; 32],
}
