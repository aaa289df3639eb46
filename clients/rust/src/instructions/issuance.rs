//! New shares: minted, or proposed to be minted.
//!
//! Token accounts are the associated ones, of recipients as well.

use anchor_lang::prelude::{AccountMeta, Pubkey};
use anchor_lang::solana_program::instruction::Instruction;
use anchor_lang::system_program;
use scrip_issuer::state::MintProposal;
use scrip_issuer::{MintBatchArgs, MintSharesArgs, ProposeMintArgs, accounts, instruction};

use super::reserves::backed_by;
use super::{issuer_events, of_issuer};
use crate::{ShareAddresses, addresses};

/// Who issues what, and what stands behind it.
#[derive(Clone, Copy, Debug)]
pub struct Issuance<'a> {
    /// The share.
    pub share: &'a ShareAddresses,
    /// The member of staff whose allowance is drawn on.
    pub member: Pubkey,
    /// Another member, who may check: above the asset's four-eyes threshold.
    pub checker: Option<Pubkey>,
    /// Keys of the custodians who are counted, where the asset looks at reserves. Any order.
    pub custodians: &'a [Pubkey],
}

impl Issuance<'_> {
    pub(super) fn accounts(&self) -> accounts::Issue {
        let share = self.share;
        accounts::Issue {
            role: share.role(&self.member),
            asset: share.asset,
            minter: addresses::minter(&share.asset, &self.member),
            mint: share.mint,
            policy: share.policy,
            checker: self.checker,
            checker_role: self.checker.map(|checker| share.role(&checker)),
            token_program: addresses::TOKEN_2022,
        }
    }
}

/// `mint_shares` to a wallet, whose token account is open.
#[must_use]
pub fn mint_shares(issuance: Issuance<'_>, wallet: Pubkey, args: MintSharesArgs) -> Instruction {
    let share = issuance.share;
    let accounts = accounts::MintShares {
        actor: issuance.member,
        issue: issuance.accounts(),
        holder: share.record(&wallet),
        destination: share.account(&wallet),
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    backed_by(of_issuer(accounts, instruction::MintShares { args }), share, issuance.custodians)
}

/// `mint_batch` to wallets, whose token accounts are open; amounts in raw units.
#[must_use]
pub fn mint_batch(
    issuance: Issuance<'_>,
    recipients: &[(Pubkey, u64)],
    reference: [u8; 32],
) -> Instruction {
    let share = issuance.share;
    let accounts = accounts::MintBatch {
        actor: issuance.member,
        issue: issuance.accounts(),
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    let amounts = recipients.iter().map(|(_, amount)| *amount).collect();
    let args = MintBatchArgs { amounts, reference };
    let mut batch = of_issuer(accounts, instruction::MintBatch { args });
    for (wallet, _) in recipients {
        batch.accounts.push(AccountMeta::new_readonly(share.record(wallet), false));
        batch.accounts.push(AccountMeta::new(share.account(wallet), false));
    }
    backed_by(batch, share, issuance.custodians)
}

/// `propose_mint` to a wallet, whose token account is open.
#[must_use]
pub fn propose_mint(
    maker: Pubkey,
    payer: Pubkey,
    share: &ShareAddresses,
    wallet: Pubkey,
    args: ProposeMintArgs,
) -> Instruction {
    let role = share.role(&maker);
    let accounts = accounts::ProposeMint {
        staff: accounts::Staff { actor: maker, role, asset: share.asset },
        payer,
        mint: share.mint,
        destination: share.account(&wallet),
        mint_proposal: addresses::mint_proposal(&share.asset, &maker, args.id),
        token_program: addresses::TOKEN_2022,
        system_program: system_program::ID,
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    of_issuer(accounts, instruction::ProposeMint { args })
}

/// `mint_proposed`, which `issuance.checker` carries out; `issuance.member` made it. `owner` owns its destination.
#[must_use]
pub fn mint_proposed(
    issuance: Issuance<'_>,
    proposal: &MintProposal,
    owner: &Pubkey,
) -> Instruction {
    let share = issuance.share;
    let accounts = accounts::MintProposed {
        issue: issuance.accounts(),
        holder: share.record(owner),
        destination: proposal.destination,
        mint_proposal: addresses::mint_proposal(&share.asset, &proposal.maker, proposal.id),
        rent_receiver: proposal.rent_payer,
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    backed_by(of_issuer(accounts, instruction::MintProposed {}), share, issuance.custodians)
}

/// `withdraw_mint_proposal`, by its maker or the admin.
#[must_use]
pub fn withdraw_mint_proposal(
    actor: Pubkey,
    share: &ShareAddresses,
    proposal: &MintProposal,
) -> Instruction {
    let accounts = accounts::WithdrawMintProposal {
        actor,
        rent_receiver: proposal.rent_payer,
        issuer: share.issuer,
        asset: share.asset,
        mint_proposal: addresses::mint_proposal(&share.asset, &proposal.maker, proposal.id),
        event_authority: issuer_events(),
        program: scrip_issuer::ID,
    };
    of_issuer(accounts, instruction::WithdrawMintProposal {})
}
