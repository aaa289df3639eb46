//! Instructions of the transfer-hook program.

use anchor_lang::prelude::{AccountMeta, Pubkey};
use anchor_lang::solana_program::instruction::Instruction;
use anchor_lang::{InstructionData, ToAccountMetas};
use scrip_transfer_hook::{
    BlackoutArgs, FurtherHolder, GrantRegistrarArgs, HaltArgs, HolderDetails, ID, PolicyTerms,
    StatusArgs, TrustCredentialArgs, accounts, instruction,
};

use crate::addresses::{self, SYSTEM};
use crate::cast::{Register, cast};

/// The case reference of every change of status.
pub const CASE: [u8; 32] = [7; 32];

fn build(accounts: impl ToAccountMetas, data: impl InstructionData) -> Instruction {
    Instruction { program_id: ID, accounts: accounts.to_account_metas(None), data: data.data() }
}

/// With which the program signs its events.
pub fn event_authority() -> Pubkey {
    addresses::event_authority(&ID)
}

/// `create_registry`
pub fn create_registry(creator: Pubkey, index: u16) -> Instruction {
    let accounts = accounts::CreateRegistry {
        creator,
        payer: cast().payer,
        registry: addresses::registry(&creator, index),
        system_program: SYSTEM,
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::CreateRegistry { index })
}

fn change_registry(register: &Register, signer: Pubkey) -> accounts::ChangeRegistry {
    accounts::ChangeRegistry {
        signer,
        registry: register.address,
        event_authority: event_authority(),
        program: ID,
    }
}

/// `propose_registry_authority`, by the authority; `None` takes the proposal back
pub fn propose_registry_authority(register: &Register, proposed: Option<Pubkey>) -> Instruction {
    let proposed = proposed.unwrap_or_default();
    let accounts = change_registry(register, register.authority);
    build(accounts, instruction::ProposeRegistryAuthority { proposed })
}

/// `accept_registry_authority`
pub fn accept_registry_authority(register: &Register, signer: Pubkey) -> Instruction {
    build(change_registry(register, signer), instruction::AcceptRegistryAuthority {})
}

/// `grant_registrar`
pub fn grant_registrar(register: &Register, args: GrantRegistrarArgs) -> Instruction {
    let accounts = accounts::GrantRegistrar {
        authority: register.authority,
        payer: cast().payer,
        registry: register.address,
        registrar: addresses::registrar(&register.address, &args.officer),
        system_program: SYSTEM,
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::GrantRegistrar { args })
}

/// `revoke_registrar`
pub fn revoke_registrar(register: &Register, officer: &Pubkey) -> Instruction {
    let accounts = accounts::RevokeRegistrar {
        authority: register.authority,
        rent_receiver: cast().payer,
        registry: register.address,
        registrar: addresses::registrar(&register.address, officer),
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::RevokeRegistrar {})
}

fn new_record(register: &Register, wallet: &Pubkey) -> accounts::NewRecord {
    accounts::NewRecord {
        officer: register.officer,
        payer: cast().payer,
        registry: register.address,
        registrar: register.registrar,
        holder: register.holder(wallet),
        system_program: SYSTEM,
        event_authority: event_authority(),
        program: ID,
    }
}

/// `onboard_holder`, by the register's officer
pub fn onboard_holder(register: &Register, wallet: Pubkey, details: HolderDetails) -> Instruction {
    build(new_record(register, &wallet), instruction::OnboardHolder { wallet, details })
}

/// `onboard_holders`, by the register's officer: the first wallet, and the further ones
pub fn onboard_holders(
    register: &Register,
    wallet: Pubkey,
    details: HolderDetails,
    further: &[Pubkey],
) -> Instruction {
    let accounts = new_record(register, &wallet);
    let further_holders =
        further.iter().map(|wallet| FurtherHolder { wallet: *wallet, details }).collect();
    let arguments = instruction::OnboardHolders { wallet, details, further: further_holders };
    let mut instruction = build(accounts, arguments);
    let records = further.iter().map(|wallet| register.holder(wallet));
    instruction.accounts.extend(records.map(|record| AccountMeta::new(record, false)));
    instruction
}

/// `bar_wallet`, by the register's officer
pub fn bar_wallet(register: &Register, wallet: Pubkey, status: u8) -> Instruction {
    let args = StatusArgs { status, case_reference: CASE };
    build(new_record(register, &wallet), instruction::BarWallet { wallet, args })
}

/// `add_venue`, by the register's officer
pub fn add_venue(register: &Register, venue: Pubkey) -> Instruction {
    build(new_record(register, &venue), instruction::AddVenue { venue })
}

fn change_record(register: &Register, wallet: &Pubkey) -> accounts::ChangeRecord {
    accounts::ChangeRecord {
        officer: register.officer,
        registry: register.address,
        registrar: register.registrar,
        holder: register.holder(wallet),
        event_authority: event_authority(),
        program: ID,
    }
}

/// `update_holder`, by the register's officer
pub fn update_holder(register: &Register, wallet: &Pubkey, details: HolderDetails) -> Instruction {
    build(change_record(register, wallet), instruction::UpdateHolder { details })
}

/// `set_holder_status`, by the register's officer
pub fn set_holder_status(register: &Register, wallet: &Pubkey, status: u8) -> Instruction {
    let args = StatusArgs { status, case_reference: CASE };
    build(change_record(register, wallet), instruction::SetHolderStatus { args })
}

/// `close_holder`, by the register's officer
pub fn close_holder(register: &Register, wallet: &Pubkey) -> Instruction {
    let accounts = accounts::CloseHolder {
        officer: register.officer,
        rent_receiver: cast().payer,
        registry: register.address,
        registrar: register.registrar,
        holder: register.holder(wallet),
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::CloseHolder {})
}

/// `trust_credential`
pub fn trust_credential(register: &Register, args: TrustCredentialArgs) -> Instruction {
    let accounts = accounts::TrustCredential {
        authority: register.authority,
        payer: cast().payer,
        registry: register.address,
        trusted_credential: addresses::trusted_credential(&register.address, args.number),
        system_program: SYSTEM,
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::TrustCredential { args })
}

/// `distrust_credential`
pub fn distrust_credential(register: &Register, number: u8) -> Instruction {
    let accounts = accounts::DistrustCredential {
        authority: register.authority,
        rent_receiver: cast().payer,
        registry: register.address,
        trusted_credential: addresses::trusted_credential(&register.address, number),
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::DistrustCredential {})
}

/// `import_attestation`, under the trusted credential with this number
pub fn import_attestation(
    register: &Register,
    number: u8,
    credential: Pubkey,
    attestation: Pubkey,
    wallet: Pubkey,
) -> Instruction {
    let accounts = accounts::ImportAttestation {
        payer: cast().payer,
        registry: register.address,
        trusted_credential: addresses::trusted_credential(&register.address, number),
        credential,
        attestation,
        holder: register.holder(&wallet),
        system_program: SYSTEM,
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::ImportAttestation { wallet })
}

/// `import_revocation`, for a record that rests on the trusted credential with this number
pub fn import_revocation(
    register: &Register,
    number: u8,
    attestation: Pubkey,
    wallet: &Pubkey,
) -> Instruction {
    let accounts = accounts::ImportRevocation {
        registry: register.address,
        trusted_credential: addresses::trusted_credential(&register.address, number),
        attestation,
        holder: register.holder(wallet),
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::ImportRevocation {})
}

/// `approve_venue_program`, by the register's officer
pub fn approve_venue_program(register: &Register, program: Pubkey) -> Instruction {
    let accounts = accounts::ApproveVenueProgram {
        officer: register.officer,
        payer: cast().payer,
        registry: register.address,
        registrar: register.registrar,
        program_to_approve: program,
        venue_program: addresses::venue_program(&register.address, &program),
        system_program: SYSTEM,
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::ApproveVenueProgram {})
}

/// `revoke_venue_program`, by the register's officer
pub fn revoke_venue_program(register: &Register, program: &Pubkey) -> Instruction {
    let accounts = accounts::RevokeVenueProgram {
        officer: register.officer,
        rent_receiver: cast().payer,
        registry: register.address,
        registrar: register.registrar,
        venue_program: addresses::venue_program(&register.address, program),
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::RevokeVenueProgram {})
}

/// `register_venue`; the seeds end with the bump
pub fn register_venue(
    register: &Register,
    program: &Pubkey,
    venue: Pubkey,
    venue_seeds: Vec<Vec<u8>>,
) -> Instruction {
    let accounts = accounts::RegisterVenue {
        payer: cast().payer,
        registry: register.address,
        venue_program: addresses::venue_program(&register.address, program),
        venue,
        holder: register.holder(&venue),
        system_program: SYSTEM,
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::RegisterVenue { venue_seeds })
}

/// `suspend_orphaned_venue`
pub fn suspend_orphaned_venue(register: &Register, program: Pubkey, venue: &Pubkey) -> Instruction {
    let accounts = accounts::SuspendOrphanedVenue {
        registry: register.address,
        venue_program: addresses::venue_program(&register.address, &program),
        holder: register.holder(venue),
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::SuspendOrphanedVenue { program_once_approved: program })
}

/// `create_policy`, for a mint whose authority is a key
pub fn create_policy(
    mint: &Pubkey,
    authority: Pubkey,
    registry: Pubkey,
    terms: PolicyTerms,
) -> Instruction {
    let accounts = accounts::CreatePolicy {
        authority,
        payer: cast().payer,
        mint: *mint,
        registry,
        policy: addresses::policy(mint),
        extra_account_metas: addresses::extra_account_metas(mint),
        system_program: SYSTEM,
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::CreatePolicy { terms })
}

fn change_policy() -> accounts::ChangePolicy {
    accounts::ChangePolicy {
        authority: cast().hooked_mint_authority,
        policy: addresses::policy(&cast().hooked_mint),
        event_authority: event_authority(),
        program: ID,
    }
}

/// `update_policy` of the hooked mint
pub fn update_policy(terms: PolicyTerms) -> Instruction {
    build(change_policy(), instruction::UpdatePolicy { terms })
}

/// `halt` of the hooked mint
pub fn halt(reason: u8, until: i64) -> Instruction {
    build(change_policy(), instruction::Halt { args: HaltArgs { reason, until } })
}

/// `resume` of the hooked mint
pub fn resume() -> Instruction {
    build(change_policy(), instruction::Resume {})
}

/// `set_blackout` of the hooked mint
pub fn set_blackout(from: i64, until: i64) -> Instruction {
    build(change_policy(), instruction::SetBlackout { args: BlackoutArgs { from, until } })
}

/// `clear_blackout` of the hooked mint
pub fn clear_blackout() -> Instruction {
    build(change_policy(), instruction::ClearBlackout {})
}

/// `update_extra_metas` of the hooked mint
pub fn update_extra_metas() -> Instruction {
    let accounts = accounts::UpdateExtraMetas {
        authority: cast().hooked_mint_authority,
        policy: addresses::policy(&cast().hooked_mint),
        extra_account_metas: addresses::extra_account_metas(&cast().hooked_mint),
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::UpdateExtraMetas {})
}
