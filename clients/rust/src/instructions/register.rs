//! Holders and venues on the register, its registrars, and the credentials that it trusts.

use anchor_lang::prelude::{AccountMeta, Pubkey};
use anchor_lang::solana_program::instruction::Instruction;
use anchor_lang::system_program;
use scrip_transfer_hook::{
    FurtherHolder, HolderDetails, ID, StatusArgs, TrustCredentialArgs, accounts, instruction,
};

use super::{hook_events, of_hook};
use crate::addresses;

/// An officer of a register, and who pays the rents of what the officer creates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Desk {
    /// The register.
    pub registry: Pubkey,
    /// A registrar, who signs.
    pub officer: Pubkey,
    /// Pays the rents, and signs.
    pub payer: Pubkey,
}

impl Desk {
    fn new_record(&self, wallet: &Pubkey) -> accounts::NewRecord {
        accounts::NewRecord {
            officer: self.officer,
            payer: self.payer,
            registry: self.registry,
            registrar: addresses::registrar(&self.registry, &self.officer),
            holder: addresses::holder(&self.registry, wallet),
            system_program: system_program::ID,
            event_authority: hook_events(),
            program: ID,
        }
    }

    fn change_record(&self, wallet: &Pubkey) -> accounts::ChangeRecord {
        accounts::ChangeRecord {
            officer: self.officer,
            registry: self.registry,
            registrar: addresses::registrar(&self.registry, &self.officer),
            holder: addresses::holder(&self.registry, wallet),
            event_authority: hook_events(),
            program: ID,
        }
    }

    /// `onboard_holder`
    #[must_use]
    pub fn onboard_holder(&self, wallet: Pubkey, details: HolderDetails) -> Instruction {
        of_hook(self.new_record(&wallet), instruction::OnboardHolder { wallet, details })
    }

    /// `onboard_holders`: all of them or none. `None` for no wallets.
    #[must_use]
    pub fn onboard_holders(&self, holders: &[FurtherHolder]) -> Option<Instruction> {
        let (first, further) = holders.split_first()?;
        let FurtherHolder { wallet, details } = *first;
        let arguments = instruction::OnboardHolders { wallet, details, further: further.to_vec() };
        let mut instruction = of_hook(self.new_record(&wallet), arguments);
        let records = further.iter().map(|next| addresses::holder(&self.registry, &next.wallet));
        instruction.accounts.extend(records.map(|record| AccountMeta::new(record, false)));
        Some(instruction)
    }

    /// `update_holder`
    #[must_use]
    pub fn update_holder(&self, wallet: &Pubkey, details: HolderDetails) -> Instruction {
        of_hook(self.change_record(wallet), instruction::UpdateHolder { details })
    }

    /// `set_holder_status`, of a wallet or venue that has a record
    #[must_use]
    pub fn set_holder_status(&self, wallet: &Pubkey, args: StatusArgs) -> Instruction {
        of_hook(self.change_record(wallet), instruction::SetHolderStatus { args })
    }

    /// `bar_wallet`, of a wallet that has no record
    #[must_use]
    pub fn bar_wallet(&self, wallet: Pubkey, args: StatusArgs) -> Instruction {
        of_hook(self.new_record(&wallet), instruction::BarWallet { wallet, args })
    }

    /// `close_holder`. `rent_receiver` is who paid for the record.
    #[must_use]
    pub fn close_holder(&self, wallet: &Pubkey, rent_receiver: Pubkey) -> Instruction {
        let accounts = accounts::CloseHolder {
            officer: self.officer,
            rent_receiver,
            registry: self.registry,
            registrar: addresses::registrar(&self.registry, &self.officer),
            holder: addresses::holder(&self.registry, wallet),
            event_authority: hook_events(),
            program: ID,
        };
        of_hook(accounts, instruction::CloseHolder {})
    }

    /// `add_venue`: an authority that is a bare address
    #[must_use]
    pub fn add_venue(&self, venue: Pubkey) -> Instruction {
        of_hook(self.new_record(&venue), instruction::AddVenue { venue })
    }

    /// `approve_venue_program`
    #[must_use]
    pub fn approve_venue_program(&self, program: Pubkey) -> Instruction {
        let accounts = accounts::ApproveVenueProgram {
            officer: self.officer,
            payer: self.payer,
            registry: self.registry,
            registrar: addresses::registrar(&self.registry, &self.officer),
            program_to_approve: program,
            venue_program: addresses::venue_program(&self.registry, &program),
            system_program: system_program::ID,
            event_authority: hook_events(),
            program: ID,
        };
        of_hook(accounts, instruction::ApproveVenueProgram {})
    }

    /// `revoke_venue_program`
    #[must_use]
    pub fn revoke_venue_program(&self, program: &Pubkey, rent_receiver: Pubkey) -> Instruction {
        let accounts = accounts::RevokeVenueProgram {
            officer: self.officer,
            rent_receiver,
            registry: self.registry,
            registrar: addresses::registrar(&self.registry, &self.officer),
            venue_program: addresses::venue_program(&self.registry, program),
            event_authority: hook_events(),
            program: ID,
        };
        of_hook(accounts, instruction::RevokeVenueProgram {})
    }
}

/// `register_venue`, by anybody: an account of an approved program. The seeds end with the bump.
#[must_use]
pub fn register_venue(
    registry: Pubkey,
    payer: Pubkey,
    program: &Pubkey,
    venue: Pubkey,
    venue_seeds: Vec<Vec<u8>>,
) -> Instruction {
    let accounts = accounts::RegisterVenue {
        payer,
        registry,
        venue_program: addresses::venue_program(&registry, program),
        venue,
        holder: addresses::holder(&registry, &venue),
        system_program: system_program::ID,
        event_authority: hook_events(),
        program: ID,
    };
    of_hook(accounts, instruction::RegisterVenue { venue_seeds })
}

/// `suspend_orphaned_venue`, by anybody: its program is approved no longer.
#[must_use]
pub fn suspend_orphaned_venue(registry: Pubkey, program: Pubkey, venue: &Pubkey) -> Instruction {
    let accounts = accounts::SuspendOrphanedVenue {
        registry,
        venue_program: addresses::venue_program(&registry, &program),
        holder: addresses::holder(&registry, venue),
        event_authority: hook_events(),
        program: ID,
    };
    of_hook(accounts, instruction::SuspendOrphanedVenue { program_once_approved: program })
}

/// `revoke_registrar`. The rent goes to `rent_receiver`.
#[must_use]
pub fn revoke_registrar(
    authority: Pubkey,
    registry: Pubkey,
    officer: &Pubkey,
    rent_receiver: Pubkey,
) -> Instruction {
    let accounts = accounts::RevokeRegistrar {
        authority,
        rent_receiver,
        registry,
        registrar: addresses::registrar(&registry, officer),
        event_authority: hook_events(),
        program: ID,
    };
    of_hook(accounts, instruction::RevokeRegistrar {})
}

/// `propose_registry_authority`. All zeros take a proposal back.
#[must_use]
pub fn propose_registry_authority(
    authority: Pubkey,
    registry: Pubkey,
    proposed: Pubkey,
) -> Instruction {
    let accounts = change_registry(authority, registry);
    of_hook(accounts, instruction::ProposeRegistryAuthority { proposed })
}

/// `accept_registry_authority`, by whoever was proposed.
#[must_use]
pub fn accept_registry_authority(proposed: Pubkey, registry: Pubkey) -> Instruction {
    of_hook(change_registry(proposed, registry), instruction::AcceptRegistryAuthority {})
}

fn change_registry(signer: Pubkey, registry: Pubkey) -> accounts::ChangeRegistry {
    accounts::ChangeRegistry { signer, registry, event_authority: hook_events(), program: ID }
}

/// `trust_credential`. `args.number` is one more than the registry has ever trusted.
#[must_use]
pub fn trust_credential(
    authority: Pubkey,
    payer: Pubkey,
    registry: Pubkey,
    args: TrustCredentialArgs,
) -> Instruction {
    let accounts = accounts::TrustCredential {
        authority,
        payer,
        registry,
        trusted_credential: addresses::trusted_credential(&registry, args.number),
        system_program: system_program::ID,
        event_authority: hook_events(),
        program: ID,
    };
    of_hook(accounts, instruction::TrustCredential { args })
}

/// `distrust_credential`. The rent goes to `rent_receiver`.
#[must_use]
pub fn distrust_credential(
    authority: Pubkey,
    registry: Pubkey,
    number: u8,
    rent_receiver: Pubkey,
) -> Instruction {
    let accounts = accounts::DistrustCredential {
        authority,
        rent_receiver,
        registry,
        trusted_credential: addresses::trusted_credential(&registry, number),
        event_authority: hook_events(),
        program: ID,
    };
    of_hook(accounts, instruction::DistrustCredential {})
}
