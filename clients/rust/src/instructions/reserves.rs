//! What custodians attest, and how supply stands against it.

use anchor_lang::AnchorDeserialize as _;
use anchor_lang::prelude::{AccountMeta, Pubkey};
use anchor_lang::solana_program::instruction::Instruction;
use anchor_lang::system_program;
use scrip_issuer::{AttestReservesArgs, ReserveStatus, accounts, instruction};

use super::{issuer_events, of_issuer};
use crate::{ShareAddresses, addresses};

/// `attest_reserves`. `others` are the keys of the custodians who are counted along, in any order.
#[must_use]
pub fn attest_reserves(
    custodian: Pubkey,
    payer: Pubkey,
    share: &ShareAddresses,
    args: AttestReservesArgs,
    others: &[Pubkey],
) -> Instruction {
    let accounts = accounts::AttestReserves {
        signer: custodian,
        payer,
        custodian: addresses::custodian(&share.issuer, &custodian),
        asset: share.asset,
        mint: share.mint,
        attestation: addresses::attestation(&share.asset, &custodian),
        system_program: system_program::ID,
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    backed_by(of_issuer(accounts, instruction::AttestReserves { args }), share, others)
}

/// `reserve_status`, which is simulated: [`decode_status`] reads what it returns.
#[must_use]
pub fn reserve_status(share: &ShareAddresses, custodians: &[Pubkey]) -> Instruction {
    let accounts = accounts::ReserveStatusOf { asset: share.asset, mint: share.mint };
    backed_by(of_issuer(accounts, instruction::ReserveStatus {}), share, custodians)
}

/// What `reserve_status` returned. Nodes cut zeros off at the end, so a short answer is filled up.
#[must_use]
pub fn decode_status(returned: &[u8]) -> Option<ReserveStatus> {
    const LENGTH: usize = 3 + 8 + 3 * 16 + 8;
    let mut whole = returned.to_vec();
    whole.resize(LENGTH.max(returned.len()), 0);
    ReserveStatus::deserialize(&mut whole.as_slice()).ok()
}

/// The instruction, followed by the accounts of these custodians in the order that the program asks for.
pub(super) fn backed_by(
    mut instruction: Instruction,
    share: &ShareAddresses,
    custodians: &[Pubkey],
) -> Instruction {
    let mut keys = custodians.to_vec();
    keys.sort_unstable();
    keys.dedup();
    for key in keys {
        let custodian = addresses::custodian(&share.issuer, &key);
        let attestation = addresses::attestation(&share.asset, &key);
        instruction.accounts.push(AccountMeta::new_readonly(custodian, false));
        instruction.accounts.push(AccountMeta::new_readonly(attestation, false));
    }
    instruction
}
