//! Venues: accounts of a program, with the seeds of their addresses. The tests take the real programs and
//! accounts that there are, the issuer's assets and the hook's policies: what a program uses its accounts
//! for is not the register's business.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;

use crate::cast::{Register, Share};
use crate::{World, hook_program};

/// An account of a program, at an address that it derives.
#[derive(Clone, Debug)]
pub struct Venue {
    /// The program.
    pub program: Pubkey,
    /// The address.
    pub address: Pubkey,
    /// Its seeds, with the bump as the last one.
    pub seeds: Vec<Vec<u8>>,
}

impl Venue {
    fn new(program: Pubkey, seeds: &[&[u8]]) -> Self {
        let (address, bump) = Pubkey::find_program_address(seeds, &program);
        let mut seeds: Vec<_> = seeds.iter().map(|seed| seed.to_vec()).collect();
        seeds.push(vec![bump]);
        Self { program, address, seeds }
    }

    /// The asset of a share, an account of the issuer program. To its own share an asset is no venue but
    /// the authority.
    pub fn asset_of(share: &Share) -> Self {
        Self::new(scrip_issuer::ID, &[scrip_issuer::seeds::ASSET, share.mint.as_ref()])
    }

    /// The policy of a share, an account of the hook program.
    pub fn policy_of(share: &Share) -> Self {
        let seed = scrip_transfer_hook::seeds::POLICY;
        Self::new(scrip_transfer_hook::ID, &[seed, share.mint.as_ref()])
    }

    /// `approve_venue_program`, by the register's officer.
    pub fn approve(&self, register: &Register) -> Instruction {
        hook_program::approve_venue_program(register, self.program)
    }

    /// `revoke_venue_program`, by the register's officer.
    pub fn revoke(&self, register: &Register) -> Instruction {
        hook_program::revoke_venue_program(register, &self.program)
    }

    /// `register_venue`.
    pub fn register(&self, register: &Register) -> Instruction {
        let seeds = self.seeds.clone();
        hook_program::register_venue(register, &self.program, self.address, seeds)
    }

    /// `suspend_orphaned_venue`.
    pub fn suspend_orphaned(&self, register: &Register) -> Instruction {
        hook_program::suspend_orphaned_venue(register, self.program, &self.address)
    }

    /// Approves of the program and registers the venue.
    pub fn put_registered(&self, world: &mut World, register: &Register) {
        world.run(self.approve(register));
        world.run(self.register(register));
    }
}
