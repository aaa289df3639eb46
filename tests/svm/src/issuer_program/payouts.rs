//! What actions pay: payouts, claims, exchanges, tenders, elections. Cash is in the dollars of the cast.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::{AccountMeta, Instruction};
use scrip_issuer::{ClaimArgs, ID, OpenClaimPageArgs, OpenPayoutArgs, accounts, instruction};

use super::actions::checker;
use super::{REFERENCE, build, event_authority, hooked};
use crate::addresses::{self, SYSTEM};
use crate::cast::{Duty, Share, cast};
use crate::payment::{self, TOKEN_PROGRAM};
use crate::token_2022;

/// What an action of a share pays with.
#[derive(Clone, Copy, Debug)]
pub enum PaidWith<'a> {
    /// The dollars of the cast.
    Cash,
    /// Shares.
    Shares(&'a Share),
}

impl PaidWith<'_> {
    /// The token's mint.
    pub fn mint(&self) -> Pubkey {
        match self {
            Self::Cash => cast().usd,
            Self::Shares(share) => share.mint,
        }
    }

    /// The token's program.
    pub fn program(&self) -> Pubkey {
        match self {
            Self::Cash => TOKEN_PROGRAM,
            Self::Shares(_) => token_2022::ID,
        }
    }

    /// The associated token account of a wallet.
    pub fn account_of(&self, wallet: &Pubkey) -> Pubkey {
        match self {
            Self::Cash => payment::account_of(wallet, &cast().usd),
            Self::Shares(share) => token_2022::account_of(wallet, &share.mint),
        }
    }

    /// The share whose asset owns the vault of an action of `share`.
    fn payer<'a>(&'a self, share: &'a Share) -> &'a Share {
        match self {
            Self::Cash => share,
            Self::Shares(other) => other,
        }
    }

    /// What the transfer hook asks for, where these shares go to or come from `wallet`.
    fn further(&self, wallet: &Pubkey) -> Vec<AccountMeta> {
        let Self::Shares(share) = self else { return Vec::new() };
        [
            share.metas,
            share.policy,
            share.holder(wallet),
            share.holder(&share.asset),
            scrip_transfer_hook::ID,
        ]
        .map(|key| AccountMeta::new_readonly(key, false))
        .to_vec()
    }
}

fn actions_staff(share: &Share) -> accounts::Staff {
    accounts::Staff {
        actor: share.company.member(Duty::CorporateActions),
        role: share.company.role(Duty::CorporateActions),
        asset: share.asset,
    }
}

/// The payout of an action of a share.
pub fn payout_of(share: &Share, sequence: u32, with: PaidWith<'_>) -> Pubkey {
    addresses::payout(&addresses::action(&share.asset, sequence), &with.mint())
}

/// `open_payout`
pub fn open_payout(
    share: &Share,
    sequence: u32,
    with: PaidWith<'_>,
    args: OpenPayoutArgs,
) -> Instruction {
    let payout = payout_of(share, sequence, with);
    let (listing, share_asset) = match with {
        PaidWith::Cash => (Some(addresses::payment_listing(&share.asset, &cast().usd)), None),
        PaidWith::Shares(other) => (None, Some(other.asset)),
    };
    let accounts = accounts::OpenPayout {
        staff: actions_staff(share),
        payer: cast().payer,
        issuer: share.company.address,
        mint: share.mint,
        action: addresses::action(&share.asset, sequence),
        payment_mint: with.mint(),
        payment_listing: listing,
        share_asset,
        payout,
        vault: addresses::escrow(&payout),
        payment_token_program: with.program(),
        system_program: SYSTEM,
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::OpenPayout { args })
}

/// `approve_payout`
pub fn approve_payout(
    share: &Share,
    sequence: u32,
    with: PaidWith<'_>,
    args: &OpenPayoutArgs,
) -> Instruction {
    let accounts = accounts::ApprovePayout {
        staff: checker(share),
        payout: payout_of(share, sequence, with),
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::ApprovePayout { args: *args })
}

fn vault_of(share: &Share, sequence: u32, with: PaidWith<'_>) -> accounts::PayoutVault {
    let payout = payout_of(share, sequence, with);
    accounts::PayoutVault {
        payout,
        paying_asset: with.payer(share).asset,
        payment_mint: with.mint(),
        vault: addresses::escrow(&payout),
        payment_token_program: with.program(),
    }
}

/// `fund_payout`, by a wallet with its own tokens
pub fn fund_payout(
    share: &Share,
    sequence: u32,
    with: PaidWith<'_>,
    funder: &Pubkey,
    amount: u64,
) -> Instruction {
    let accounts = accounts::FundPayout {
        funder: *funder,
        into: vault_of(share, sequence, with),
        source: with.account_of(funder),
        event_authority: event_authority(),
        program: ID,
    };
    let mut fund = build(accounts, instruction::FundPayout { amount });
    fund.accounts.extend(with.further(funder));
    fund
}

fn return_payout(share: &Share, sequence: u32, with: PaidWith<'_>) -> accounts::ReturnPayout {
    accounts::ReturnPayout {
        staff: actions_staff(share),
        issuer: share.company.address,
        action: addresses::action(&share.asset, sequence),
        from: vault_of(share, sequence, with),
        treasury_account: with.account_of(&share.company.treasury()),
        rent_receiver: cast().payer,
    }
}

/// `withdraw_payout`
pub fn withdraw_payout(share: &Share, sequence: u32, with: PaidWith<'_>) -> Instruction {
    let accounts = accounts::WithdrawPayout {
        back: return_payout(share, sequence, with),
        event_authority: event_authority(),
        program: ID,
    };
    let mut withdraw = build(accounts, instruction::WithdrawPayout { reason: REFERENCE });
    withdraw.accounts.extend(with.further(&share.company.treasury()));
    withdraw
}

/// `sweep_payout`
pub fn sweep_payout(share: &Share, sequence: u32, with: PaidWith<'_>) -> Instruction {
    let accounts = accounts::SweepPayout {
        back: return_payout(share, sequence, with),
        event_authority: event_authority(),
        program: ID,
    };
    let mut sweep = build(accounts, instruction::SweepPayout {});
    sweep.accounts.extend(with.further(&share.company.treasury()));
    sweep
}

/// `open_claim_page`
pub fn open_claim_page(payout: &Pubkey, args: OpenClaimPageArgs) -> Instruction {
    let accounts = accounts::OpenClaimPage {
        payer: cast().payer,
        payout: *payout,
        page: addresses::claim_page(payout, args.index),
        system_program: SYSTEM,
    };
    build(accounts, instruction::OpenClaimPage { args })
}

/// `close_claim_page`
pub fn close_claim_page(payout: &Pubkey, index: u32) -> Instruction {
    let accounts = accounts::CloseClaimPage {
        payout: *payout,
        page: addresses::claim_page(payout, index),
        rent_receiver: cast().payer,
    };
    build(accounts, instruction::CloseClaimPage {})
}

/// `claim` for a wallet
pub fn claim(
    share: &Share,
    sequence: u32,
    with: PaidWith<'_>,
    owner: &Pubkey,
    args: ClaimArgs,
) -> Instruction {
    let payout = payout_of(share, sequence, with);
    let payer = with.payer(share);
    let accounts = accounts::Claim {
        owner: *owner,
        payout,
        page: addresses::claim_page(&payout, scrip_rules::merkle::page_of(args.index)),
        paying_asset: payer.asset,
        policy: payer.policy,
        holder: payer.holder(owner),
        payment_mint: with.mint(),
        vault: addresses::escrow(&payout),
        destination: with.account_of(owner),
        payment_token_program: with.program(),
        event_authority: event_authority(),
        program: ID,
    };
    let mut claim = build(accounts, instruction::Claim { args });
    claim.accounts.extend(with.further(owner));
    claim
}

/// `elect`
pub fn elect(share: &Share, sequence: u32, owner: &Pubkey, choice: u8) -> Instruction {
    let action = addresses::action(&share.asset, sequence);
    let accounts = accounts::Elect {
        owner: *owner,
        payer: cast().payer,
        asset: share.asset,
        policy: share.policy,
        holder: share.holder(owner),
        action,
        election: addresses::election(&action, owner),
        system_program: SYSTEM,
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::Elect { choice })
}

/// `withdraw_election`
pub fn withdraw_election(share: &Share, sequence: u32, owner: &Pubkey) -> Instruction {
    let action = addresses::action(&share.asset, sequence);
    let accounts = accounts::WithdrawElection {
        owner: *owner,
        action,
        election: addresses::election(&action, owner),
        rent_receiver: cast().payer,
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::WithdrawElection {})
}

/// `tender_shares`
pub fn tender_shares(share: &Share, sequence: u32, owner: &Pubkey, amount: u64) -> Instruction {
    let action = addresses::action(&share.asset, sequence);
    let tender = addresses::tender(&action, owner);
    let accounts = accounts::TenderShares {
        owner: *owner,
        payer: cast().payer,
        asset: share.asset,
        mint: share.mint,
        source: token_2022::account_of(owner, &share.mint),
        action,
        tender,
        share_escrow: addresses::escrow(&tender),
        hooked: hooked(share, owner),
        system_program: SYSTEM,
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::TenderShares { amount })
}

fn return_tender(share: &Share, sequence: u32, owner: &Pubkey) -> accounts::ReturnTender {
    let action = addresses::action(&share.asset, sequence);
    let tender = addresses::tender(&action, owner);
    accounts::ReturnTender {
        asset: share.asset,
        mint: share.mint,
        action,
        tender,
        share_escrow: addresses::escrow(&tender),
        share_destination: token_2022::account_of(owner, &share.mint),
        rent_receiver: cast().payer,
        hooked: hooked(share, owner),
    }
}

/// `withdraw_tender`
pub fn withdraw_tender(share: &Share, sequence: u32, owner: &Pubkey) -> Instruction {
    let accounts = accounts::WithdrawTender {
        owner: *owner,
        back: return_tender(share, sequence, owner),
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::WithdrawTender {})
}

/// `settle_tender`, in dollars
pub fn settle_tender(share: &Share, sequence: u32, owner: &Pubkey) -> Instruction {
    let accounts = accounts::SettleTender {
        back: return_tender(share, sequence, owner),
        from: vault_of(share, sequence, PaidWith::Cash),
        cash_destination: payment::account_of(owner, &cast().usd),
        event_authority: event_authority(),
        program: ID,
    };
    build(accounts, instruction::SettleTender {})
}

/// `exchange_shares`, signed by the owner or not, for dollars, for shares, or for both
pub fn exchange_shares(
    share: &Share,
    sequence: u32,
    owner: &Pubkey,
    by_owner: bool,
    cash: bool,
    other: Option<&Share>,
    amount: u64,
) -> Instruction {
    let cash_payout = cash.then(|| payout_of(share, sequence, PaidWith::Cash));
    let shares = other.map(PaidWith::Shares);
    let share_payout = shares.map(|with| payout_of(share, sequence, with));
    let accounts = accounts::ExchangeShares {
        owner: *owner,
        asset: share.asset,
        mint: share.mint,
        policy: share.policy,
        holder: share.holder(owner),
        source: token_2022::account_of(owner, &share.mint),
        action: addresses::action(&share.asset, sequence),
        cash_payout,
        cash_mint: cash.then(|| cast().usd),
        cash_vault: cash_payout.map(|payout| addresses::escrow(&payout)),
        cash_destination: cash.then(|| payment::account_of(owner, &cast().usd)),
        cash_token_program: cash.then_some(TOKEN_PROGRAM),
        share_payout,
        share_asset: other.map(|other| other.asset),
        share_policy: other.map(|other| other.policy),
        share_mint: other.map(|other| other.mint),
        share_vault: share_payout.map(|payout| addresses::escrow(&payout)),
        share_destination: shares.map(|with| with.account_of(owner)),
        token_program: token_2022::ID,
        event_authority: event_authority(),
        program: ID,
    };
    let mut exchange = build(accounts, instruction::ExchangeShares { amount });
    exchange.accounts[0].is_signer = by_owner;
    if let Some(with) = shares {
        // Policy and record of the hook are among its own accounts.
        let named: Vec<_> = exchange.accounts.iter().map(|meta| meta.pubkey).collect();
        let further = with.further(owner).into_iter();
        exchange.accounts.extend(further.filter(|meta| !named.contains(&meta.pubkey)));
    }
    exchange
}
