//! Attested reserves.

use anchor_lang::prelude::{AccountMeta, Pubkey};
use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::{AttestReservesArgs, ID, accounts, instruction};

use super::{build, event_authority};
use crate::addresses::{self, SYSTEM};
use crate::cast::{Share, cast};

/// `attest_reserves` by the company's custodian
pub fn attest(share: &Share, shares: u64, as_of: i64) -> Instruction {
    let args = AttestReservesArgs { shares, as_of, actions_seen: 0, document_hash: [6; 32] };
    attest_reserves(share, share.company.custodian(), args)
}

/// `attest_reserves`
pub fn attest_reserves(share: &Share, signer: Pubkey, args: AttestReservesArgs) -> Instruction {
    let accounts = accounts::AttestReserves {
        signer,
        payer: cast().payer,
        custodian: addresses::custodian(&share.company.address, &signer),
        asset: share.asset,
        mint: share.mint,
        attestation: addresses::attestation(&share.asset, &signer),
        system_program: SYSTEM,
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::AttestReserves { args })
}

/// `reserve_status` by these custodians
pub fn reserve_status(share: &Share, custodians: &[Pubkey]) -> Instruction {
    let accounts = accounts::ReserveStatusOf { asset: share.asset, mint: share.mint };
    backed_by(build(accounts, instruction::ReserveStatus {}), share, custodians)
}

/// The instruction, followed by the accounts of these custodians in the order that the program asks for.
pub fn backed_by(
    mut instruction: Instruction,
    share: &Share,
    custodians: &[Pubkey],
) -> Instruction {
    let mut keys = custodians.to_vec();
    keys.sort();
    for key in keys {
        let custodian = addresses::custodian(&share.company.address, &key);
        let attestation = addresses::attestation(&share.asset, &key);
        instruction.accounts.push(AccountMeta::new_readonly(custodian, false));
        instruction.accounts.push(AccountMeta::new_readonly(attestation, false));
    }
    instruction
}
