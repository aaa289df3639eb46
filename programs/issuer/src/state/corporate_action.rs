//! One corporate action. Never closed: together they are the history of the multiplier.

use anchor_lang::prelude::*;
use scrip_rules::corporate_action::{ActionKind, ActionState, Dates};
use scrip_rules::multiplier::Multiplier;
use scrip_rules::policy::Blackout;

use super::ActionTerms;
use crate::error::IssuerError;

/// Version of the layout below.
pub const CORPORATE_ACTION_VERSION: u8 = 2;

/// Where the asset's address lies in the account's data: the calendar of an asset is one query.
pub const CORPORATE_ACTION_ASSET_OFFSET: usize = 12;

/// One corporate action.
///
/// **PDA seeds:** `["action", asset, sequence: u32]`
#[account]
#[derive(Debug, InitSpace)]
pub struct CorporateAction {
    /// [`CORPORATE_ACTION_VERSION`].
    pub version: u8,
    /// Bump of this address.
    pub bump: u8,
    /// A `scrip_rules::corporate_action::ActionKind`.
    pub kind: u8,
    /// A `scrip_rules::corporate_action::ActionState`. That it is in force is not stored: the clock says so.
    pub state: u8,
    /// The asset.
    pub asset: Pubkey,
    /// The how manieth action of the asset, from 0.
    pub sequence: u32,
    /// When the terms below were announced, unix seconds: the last amendment, if there was one.
    pub announced_at: i64,
    /// How often it was amended.
    pub amendments: u16,
    /// Its dates.
    pub dates: ActionDates,
    /// When it was scheduled, unix seconds; 0: it is not.
    pub scheduled_at: i64,
    /// When it was settled, unix seconds; 0: it is not.
    pub settled_at: i64,
    /// Multiplier in force when it was scheduled, 18 decimals; 0: it is not. The terms are for shares of it.
    pub old_multiplier: u128,
    /// Multiplier from its effective time on, 18 decimals; the same, if the action does not move it.
    pub new_multiplier: u128,
    /// SHA-256 of the company's announcement.
    pub document_hash: [u8; 32],
    /// Why it was amended or cancelled; all zeros: it was not.
    pub reason: [u8; 32],
    /// The member of staff who announced it, or amended it last.
    pub maker: Pubkey,
    /// The member of staff who approved it; all zeros: nobody.
    pub checker: Pubkey,
    /// Payouts that were opened and not withdrawn.
    pub payouts: u8,
    /// Those of them that are not swept.
    pub open_payouts: u8,
    /// Raw units tendered.
    pub tendered: u64,
    /// Tenders that are open.
    pub open_tenders: u32,
    /// What it brings.
    pub terms: ActionTerms,
}

reads_one_version!(CorporateAction, CORPORATE_ACTION_VERSION);

/// The dates of an action, unix seconds. 0: it has none.
#[derive(
    AnchorSerialize, AnchorDeserialize, InitSpace, Clone, Copy, Debug, Default, PartialEq, Eq,
)]
pub struct ActionDates {
    /// From here on a buyer on the share's exchange does not get what is distributed. Told, not enforced.
    pub ex_at: i64,
    /// Who holds at the end of this second is entitled.
    pub record_at: i64,
    /// From this second on it is in force.
    pub effective_at: i64,
    /// From this second on it is paid.
    pub payable_at: i64,
    /// Until then holders choose.
    pub elect_by: i64,
    /// First second of its blackout.
    pub blackout_from: i64,
    /// The second after its blackout.
    pub blackout_until: i64,
}

impl ActionDates {
    /// As the rules see them.
    pub const fn facts(&self) -> Dates {
        Dates {
            ex_at: self.ex_at,
            record_at: self.record_at,
            effective_at: self.effective_at,
            payable_at: self.payable_at,
            elect_by: self.elect_by,
            blackout: Blackout { from: self.blackout_from, until: self.blackout_until },
        }
    }
}

impl CorporateAction {
    /// Its kind.
    pub fn kind(&self) -> Result<ActionKind> {
        ActionKind::from_byte(self.kind).ok_or(error!(IssuerError::InvariantViolated))
    }

    /// Its state.
    pub fn state(&self) -> Result<ActionState> {
        ActionState::from_byte(self.state).ok_or(error!(IssuerError::InvariantViolated))
    }

    /// Whether it is in force at `now`, unix seconds.
    pub fn in_force(&self, now: i64) -> Result<bool> {
        Ok(self.state()?.in_force(self.dates.effective_at, now))
    }

    /// Fails unless it is scheduled; returns the multiplier whose shares the terms are for.
    pub fn basis(&self) -> Result<Multiplier> {
        require!(self.state()? == ActionState::Scheduled, IssuerError::ActionNotScheduled);
        Multiplier::from_scaled(self.old_multiplier)
            .map_err(|_| error!(IssuerError::InvariantViolated))
    }

    /// Fails unless it is scheduled and in force.
    pub fn require_due(&self, now: i64) -> Result<()> {
        self.basis()?;
        if now < self.dates.effective_at {
            msg!("now {}, effective at {}", now, self.dates.effective_at);
            return err!(IssuerError::ActionNotDue);
        }
        Ok(())
    }

    /// What must hold of every action after every instruction.
    pub fn invariant(&self) -> Result<()> {
        let state = self.state()?;
        let stands = matches!(state, ActionState::Scheduled | ActionState::Settled);
        let moves = self.terms.form().moves_multiplier();
        let sound = self.version == CORPORATE_ACTION_VERSION
            && self.kind()?.takes(self.terms.form())
            && stands == (self.scheduled_at != 0)
            && stands == (self.old_multiplier != 0)
            && stands == (self.new_multiplier != 0)
            && (!stands || moves || self.old_multiplier == self.new_multiplier)
            && (state == ActionState::Settled) == (self.settled_at != 0)
            && self.open_payouts <= self.payouts
            && (stands || self.payouts == 0)
            && (self.tendered == 0 || self.form_is_offer());
        require!(sound, IssuerError::InvariantViolated);
        Ok(())
    }

    fn form_is_offer(&self) -> bool {
        matches!(self.terms, ActionTerms::Offer { .. })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layout() {
        assert_eq!(CorporateAction::DISCRIMINATOR, [144, 225, 182, 199, 4, 234, 12, 32]);
        let mut bytes = Vec::new();
        let dates = ActionDates {
            ex_at: 6,
            record_at: 7,
            effective_at: 8,
            payable_at: 9,
            elect_by: 10,
            blackout_from: 11,
            blackout_until: 12,
        };
        let action = CorporateAction {
            version: 1,
            bump: 2,
            kind: 3,
            state: 4,
            asset: Pubkey::new_from_array([5; 32]),
            sequence: 0x0f0e_0d0c,
            announced_at: 14,
            amendments: 15,
            dates,
            scheduled_at: 16,
            settled_at: 17,
            old_multiplier: 18,
            new_multiplier: 19,
            document_hash: [20; 32],
            reason: [21; 32],
            maker: Pubkey::new_from_array([22; 32]),
            checker: Pubkey::new_from_array([23; 32]),
            payouts: 24,
            open_payouts: 25,
            tendered: 26,
            open_tenders: 27,
            terms: ActionTerms::Ratio { numerator: 28, denominator: 29 },
        };
        action.serialize(&mut bytes).unwrap();
        let days = (6i64..=12).flat_map(i64::to_le_bytes).collect::<Vec<_>>();
        let expected = [
            &[1, 2, 3, 4][..],
            &[5; 32],
            &[12, 13, 14, 15],
            &14i64.to_le_bytes(),
            &15u16.to_le_bytes(),
            &days,
            &16i64.to_le_bytes(),
            &17i64.to_le_bytes(),
            &18u128.to_le_bytes(),
            &19u128.to_le_bytes(),
            &[20; 32],
            &[21; 32],
            &[22; 32],
            &[23; 32],
            &[24, 25],
            &26u64.to_le_bytes(),
            &27u32.to_le_bytes(),
            &[0],
            &28u64.to_le_bytes(),
            &29u64.to_le_bytes(),
        ]
        .concat();
        assert_eq!(bytes, expected);
        // The longest terms are those of an exchange.
        assert_eq!(CorporateAction::INIT_SPACE, expected.len() - 16 + 88);
        assert_eq!(CORPORATE_ACTION_ASSET_OFFSET, 8 + 4);
    }
}
