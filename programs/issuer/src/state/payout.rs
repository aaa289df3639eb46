//! What an action pays in one token: a vault, and for a distribution the tree of its claims.

use anchor_lang::prelude::*;
use scrip_rules::merkle;
use scrip_rules::multiplier::Multiplier;

use crate::error::IssuerError;

/// Version of the layout below.
pub const PAYOUT_VERSION: u8 = 1;

/// What an action pays in one token. Never closed once holders could be paid: it is part of the history.
///
/// **PDA seeds:** `["payout", action, payment_mint]`
#[account]
#[derive(Debug, InitSpace)]
pub struct Payout {
    /// [`PAYOUT_VERSION`].
    pub version: u8,
    /// Bump of this address.
    pub bump: u8,
    /// Whether the rest has gone to the treasury.
    pub swept: bool,
    /// Whether nobody has to approve it any more.
    pub approved: bool,
    /// The action.
    pub action: Pubkey,
    /// The action's asset.
    pub asset: Pubkey,
    /// The token's mint.
    pub payment_mint: Pubkey,
    /// The asset that owns the vault: of the token, if the token is an asset's; else the action's.
    pub paying_asset: Pubkey,
    /// The vault, a token account at the address `["escrow", payout]`.
    pub vault: Pubkey,
    /// Multiplier of the token when this was opened, 18 decimals; 0: the token is no asset's.
    pub multiplier: u128,
    /// Base units of the token that must be in the vault before anybody is paid.
    pub total: u64,
    /// Base units that were put into the vault.
    pub funded: u64,
    /// Base units paid for shares given up. What a distribution pays is counted in its claim pages.
    pub paid: u64,
    /// Root of the tree (`scrip_rules::merkle`); all zeros: no distribution.
    pub root: [u8; 32],
    /// How many claims the tree has.
    pub leaves: u32,
    /// Base units that the issuer withholds of what all claims bring, and pays to the tax authority.
    pub withheld: u64,
    /// SHA-256 of the snapshot's file of leaves.
    pub snapshot_hash: [u8; 32],
    /// From this second on holders are paid, unix seconds.
    pub opens_at: i64,
    /// From this second on the rest may go to the treasury, unix seconds.
    pub deadline: i64,
    /// Who opened it.
    pub maker: Pubkey,
    /// Who approved it; all zeros: nobody.
    pub checker: Pubkey,
    /// Gets the rent of the vault back.
    pub rent_payer: Pubkey,
}

reads_one_version!(Payout, PAYOUT_VERSION);

/// How long holders can claim, seconds: 30 days at least, ten years at most.
pub const CLAIM_SECONDS: core::ops::RangeInclusive<i64> = 30 * 86_400..=3_653 * 86_400;

impl Payout {
    /// The multiplier of the token when this was opened.
    pub fn multiplier(&self) -> Result<Multiplier> {
        Multiplier::from_scaled(self.multiplier).map_err(|_| error!(IssuerError::InvariantViolated))
    }

    /// Whether holders are paid at `now`, unix seconds, or were. Once they are, this never becomes untrue: nobody
    /// takes an approval back, and what was put in counts for ever.
    pub fn has_opened(&self, now: i64) -> bool {
        self.approved && self.funded >= self.total && now >= self.opens_at
    }

    /// Fails unless holders are paid at `now`, unix seconds.
    pub fn require_paying(&self, now: i64) -> Result<()> {
        require!(self.approved, IssuerError::PayoutNotApproved);
        if self.funded < self.total {
            msg!("funded {}, total {}", self.funded, self.total);
            return err!(IssuerError::PayoutNotFunded);
        }
        if now < self.opens_at {
            msg!("now {}, opens at {}", now, self.opens_at);
            return err!(IssuerError::PayoutNotOpen);
        }
        require!(!self.swept && now < self.deadline, IssuerError::PayoutOver);
        Ok(())
    }

    /// What must hold of every payout after every instruction.
    pub fn invariant(&self) -> Result<()> {
        let tree = merkle::depth(self.leaves).is_some() && self.root != [0; 32];
        let none = self.leaves == 0 && self.root == [0; 32] && self.withheld == 0;
        let sound = self.version == PAYOUT_VERSION
            && (tree || none)
            && self.paid <= self.funded
            && self.total > 0
            && self.opens_at < self.deadline;
        require!(sound, IssuerError::InvariantViolated);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layout() {
        let mut bytes = Vec::new();
        let key = |byte| Pubkey::new_from_array([byte; 32]);
        let payout = Payout {
            version: 1,
            bump: 2,
            swept: true,
            approved: false,
            action: key(3),
            asset: key(4),
            payment_mint: key(5),
            paying_asset: key(6),
            vault: key(7),
            multiplier: 8,
            total: 9,
            funded: 10,
            paid: 11,
            root: [12; 32],
            leaves: 13,
            withheld: 14,
            snapshot_hash: [15; 32],
            opens_at: 16,
            deadline: 17,
            maker: key(18),
            checker: key(19),
            rent_payer: key(20),
        };
        payout.serialize(&mut bytes).unwrap();
        let keys = [[3; 32], [4; 32], [5; 32], [6; 32], [7; 32]].concat();
        let expected = [
            &[1, 2, 1, 0][..],
            &keys,
            &8u128.to_le_bytes(),
            &9u64.to_le_bytes(),
            &10u64.to_le_bytes(),
            &11u64.to_le_bytes(),
            &[12; 32],
            &13u32.to_le_bytes(),
            &14u64.to_le_bytes(),
            &[15; 32],
            &16i64.to_le_bytes(),
            &17i64.to_le_bytes(),
            &[[18; 32], [19; 32], [20; 32]].concat(),
        ]
        .concat();
        assert_eq!(bytes, expected);
        assert_eq!(Payout::INIT_SPACE, expected.len());
        assert_eq!(Payout::DISCRIMINATOR, [69, 45, 245, 131, 218, 101, 158, 228]);
    }
}
