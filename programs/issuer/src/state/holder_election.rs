//! What a holder chose of a dividend.

use anchor_lang::prelude::*;

/// Version of the layout below.
pub const HOLDER_ELECTION_VERSION: u8 = 1;

/// What a holder chose of a dividend with a choice, for all that the holder holds at the record date. Whoever
/// has none gets the action's default.
///
/// **PDA seeds:** `["election", action, owner]`
#[account]
#[derive(Debug, InitSpace)]
pub struct HolderElection {
    /// [`HOLDER_ELECTION_VERSION`].
    pub version: u8,
    /// Bump of this address.
    pub bump: u8,
    /// A `scrip_rules::corporate_action::Election`.
    pub choice: u8,
    /// The action.
    pub action: Pubkey,
    /// Who chose.
    pub owner: Pubkey,
    /// Gets the rent back.
    pub rent_payer: Pubkey,
}

reads_one_version!(HolderElection, HOLDER_ELECTION_VERSION);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layout() {
        let mut bytes = Vec::new();
        let election = HolderElection {
            version: 1,
            bump: 2,
            choice: 3,
            action: Pubkey::new_from_array([4; 32]),
            owner: Pubkey::new_from_array([5; 32]),
            rent_payer: Pubkey::new_from_array([6; 32]),
        };
        election.serialize(&mut bytes).unwrap();
        let expected = [&[1, 2, 3][..], &[4; 32], &[5; 32], &[6; 32]].concat();
        assert_eq!(bytes, expected);
        assert_eq!(HolderElection::INIT_SPACE, expected.len());
        assert_eq!(HolderElection::DISCRIMINATOR, [199, 31, 41, 165, 186, 72, 99, 86]);
    }
}
