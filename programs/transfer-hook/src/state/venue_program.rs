//! A program whose own accounts may be put on the register as venues by anybody.

use anchor_lang::prelude::*;

/// Version of the layout below.
pub const VENUE_PROGRAM_VERSION: u8 = 1;

/// A program whose own accounts may be put on the register as venues by anybody.
///
/// **PDA seeds:** `["venue-program", registry, program]`
#[account(zero_copy)]
#[derive(Debug)]
pub struct VenueProgram {
    /// [`VENUE_PROGRAM_VERSION`].
    pub version: u8,
    /// Bump of this address.
    pub bump: u8,
    /// Always zero.
    pub padding: [u8; 6],
    /// The registry that approves of the program.
    pub registry: Pubkey,
    /// The program.
    pub program: Pubkey,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layout() {
        assert_eq!(VenueProgram::DISCRIMINATOR, [150, 160, 208, 155, 132, 99, 161, 88]);
        let approval = VenueProgram {
            version: 1,
            bump: 2,
            padding: [3; 6],
            registry: Pubkey::new_from_array([4; 32]),
            program: Pubkey::new_from_array([5; 32]),
        };
        let expected = [&[1, 2, 3, 3, 3, 3, 3, 3][..], &[4; 32], &[5; 32]].concat();
        assert_eq!(bytemuck::bytes_of(&approval), expected);
    }
}
