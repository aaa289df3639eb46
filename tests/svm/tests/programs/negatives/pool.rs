//! What is put in the place of an account: every address of the cast, of whatever kind.

use anchor_lang::prelude::Pubkey;
use scrip_svm_tests::addresses::{self, SYSTEM};
use scrip_svm_tests::cast::{Duty, Share};
use scrip_svm_tests::payment::{self, TOKEN_PROGRAM};
use scrip_svm_tests::{cast, hook_program, issuer_program, token_2022};

/// The addresses, each once.
pub fn addresses() -> Vec<Pubkey> {
    let cast = cast();
    let wallets = [cast.alice, cast.bob, cast.carol];
    let mut pool = vec![cast.payer, cast.mallory, cast.hooked_mint_authority];
    pool.extend(wallets);
    for company in [&cast.company, &cast.foreign_company] {
        let register = &company.register;
        pool.extend([company.admin, company.address]);
        pool.extend([register.authority, register.officer, register.address, register.registrar]);
        pool.extend(wallets.map(|wallet| register.holder(&wallet)));
        pool.push(addresses::venue_program(&register.address, &scrip_issuer::ID));
        pool.push(addresses::trusted_credential(&register.address, 1));
        for duty in Duty::ALL {
            pool.extend([company.member(duty), company.role(duty)]);
        }
        let (treasury, custodian) = (company.treasury(), company.custodian());
        pool.extend([treasury, payment::account_of(&treasury, &cast.usd), custodian]);
        pool.push(addresses::custodian(&company.address, &custodian));
        pool.push(addresses::pending_change(&company.address, 0));
    }
    for share in [&cast.share, &cast.other_share, &cast.foreign_share] {
        pool.extend([share.mint, share.asset, share.policy, share.metas]);
        pool.extend(of_actions(share));
        let minter = share.company.member(Duty::Mint);
        pool.extend([share.minter(), addresses::mint_proposal(&share.asset, &minter, 0)]);
        pool.push(addresses::payment_listing(&share.asset, &cast.usd));
        pool.push(addresses::attestation(&share.asset, &share.company.custodian()));
        for (wallet, id) in [(cast.alice, 7), (cast.alice, 8), (cast.bob, 7)] {
            let subscription = addresses::subscription(&share.asset, &wallet, id);
            let redemption = addresses::redemption(&share.asset, &wallet, id);
            pool.extend([subscription, addresses::escrow(&subscription)]);
            pool.extend([redemption, addresses::escrow(&redemption)]);
        }
        pool.extend(wallets.map(|wallet| token_2022::account_of(&wallet, &share.mint)));
    }
    pool.extend([cast.usd, cast.usd_authority, TOKEN_PROGRAM]);
    pool.extend(wallets.map(|wallet| payment::account_of(&wallet, &cast.usd)));
    let hooked = &cast.hooked_mint;
    pool.extend([*hooked, addresses::policy(hooked), addresses::extra_account_metas(hooked)]);
    pool.extend([cast.alice, cast.bob].map(|wallet| token_2022::account_of(&wallet, hooked)));
    pool.extend([SYSTEM, token_2022::ID, scrip_transfer_hook::ID, scrip_issuer::ID]);
    pool.extend([hook_program::event_authority(), issuer_program::event_authority()]);
    pool
}

/// The first actions of a share, what they pay, and what holders tendered and chose.
fn of_actions(share: &Share) -> Vec<Pubkey> {
    let mut pool = Vec::new();
    for action in [0, 1].map(|sequence| addresses::action(&share.asset, sequence)) {
        let payouts = [cast().usd, cast().other_share.mint];
        let payouts = payouts.map(|mint| addresses::payout(&action, &mint));
        let tenders = [cast().alice, cast().bob].map(|owner| addresses::tender(&action, &owner));
        pool.push(action);
        for of in payouts.into_iter().chain(tenders) {
            pool.extend([of, addresses::escrow(&of), addresses::claim_page(&of, 0)]);
        }
        pool.extend([cast().alice, cast().bob].map(|owner| addresses::election(&action, &owner)));
    }
    pool
}
