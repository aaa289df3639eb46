//! Nothing that the issuer, its staff or the register can do keeps an escrow. Each case opens a subscription
//! and a redemption, lets something happen, and takes both back at the deadline, signed by Alice alone.

use scrip_rules::paths::VENUE_TO_VENUE;
use scrip_rules::policy::AdmissionMode;
use scrip_rules::settlement::MAX_ESCROW_SECONDS;
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::fixtures::{SPLIT, UPDATE};
use scrip_svm_tests::payment::TOKEN_PROGRAM;
use scrip_svm_tests::setup::{bitmap, terms};
use scrip_svm_tests::{START, UNITED_STATES, hook_program, keys};
use scrip_transfer_hook::{HolderDetails, PolicyTerms};
use spl_token_2022_interface::instruction::close_account;

use super::*;

/// Opens both, lets something happen, and takes both back at the deadline.
#[track_caller]
fn both_come_back<T>(happens: fn(&mut World) -> T) {
    let mut world = World::new();
    let before = Books::of(&world);
    world.run(subscribe());
    world.run(request());
    let opened = Books::of(&world);
    assert_eq!((opened.dollars_held, opened.shares_held), (Some(1_000 * DOLLAR), Some(10 * TOKEN)));
    happens(&mut world);
    let lamports = Books::of(&world).lamports;
    world.set_time(SUBSCRIPTION.deadline);
    for instruction in [cancel(), reclaim()] {
        let signers = instruction.accounts.iter().filter(|meta| meta.is_signer);
        assert!(signers.map(|meta| meta.pubkey).eq([cast().alice]), "nobody else has to agree");
        world.run(instruction);
    }
    let (cash, shares) = rents(&world);
    let after = Books::of(&world);
    assert_eq!(after, Books { lamports: lamports + cash + shares, ..before });
}

fn set_status(world: &mut World, status: u8) {
    let register = &cast().company.register;
    world.run(hook_program::set_holder_status(register, &cast().alice, status));
}

fn set_terms(world: &mut World, terms: PolicyTerms) {
    world.run(issuer_program::update_policy(&cast().share, terms));
}

#[test]
fn a_halt_strands_nothing() {
    both_come_back(|world| world.run(issuer_program::halt(&cast().share, 1, 0)));
}

#[test]
fn a_blackout_strands_nothing() {
    both_come_back(|world| {
        world.run(issuer_program::set_blackout(&cast().share, START, START + 30 * DAY))
    });
}

#[test]
fn a_suspended_record_strands_nothing() {
    both_come_back(|world| set_status(world, 2));
}

#[test]
fn a_revoked_record_strands_nothing() {
    both_come_back(|world| set_status(world, 3));
}

#[test]
fn a_sanctioned_record_strands_nothing() {
    both_come_back(|world| set_status(world, 4));
}

#[test]
fn an_expired_record_strands_nothing() {
    both_come_back(|world| {
        let expires = HolderDetails { kyc_expires_at: START + 1, ..UPDATE };
        let register = &cast().company.register;
        world.run(hook_program::update_holder(register, &cast().alice, expires));
    });
}

#[test]
fn a_locked_record_strands_nothing() {
    both_come_back(|world| {
        let locked = HolderDetails { locked_until: START + 1_000 * DAY, ..UPDATE };
        let register = &cast().company.register;
        world.run(hook_program::update_holder(register, &cast().alice, locked));
    });
}

#[test]
fn a_closed_record_strands_nothing() {
    both_come_back(|world| {
        world.run(hook_program::close_holder(&cast().company.register, &cast().alice))
    });
}

#[test]
fn revoked_roles_strand_nothing() {
    both_come_back(|world| {
        let company = cast().company;
        for duty in Duty::ALL {
            world.run(issuer_program::revoke_role(&company, &company.member(duty)));
        }
    });
}

#[test]
fn revoked_registrars_strand_nothing() {
    both_come_back(|world| {
        let register = cast().company.register;
        world.run(hook_program::revoke_registrar(&register, &register.officer));
    });
}

#[test]
fn a_new_admin_strands_nothing() {
    both_come_back(|world| {
        let company = cast().company;
        world.run(issuer_program::propose_admin(&company, Some(cast().mallory)));
        world.run(issuer_program::accept_admin(&company, cast().mallory));
    });
}

#[test]
fn a_new_treasury_strands_nothing() {
    both_come_back(|world| {
        let treasury = Change::Treasury { owner: cast().mallory };
        world.run(issuer_program::change_company(&cast().company, treasury));
    });
}

#[test]
fn a_delisted_payment_token_strands_nothing() {
    both_come_back(|world| {
        change(world, Change::PaymentMint { mint: cast().usd, accepted: false });
    });
}

#[test]
fn a_longer_settlement_window_strands_nothing() {
    both_come_back(|world| {
        change(world, Change::SettlementWindow { seconds: MAX_ESCROW_SECONDS });
    });
}

#[test]
fn winding_down_strands_nothing() {
    both_come_back(|world| world.run(issuer_program::wind_down(&cast().share)));
}

#[test]
fn terms_that_do_not_admit_the_country_strand_nothing() {
    both_come_back(|world| {
        set_terms(world, PolicyTerms { jurisdictions: bitmap(&[UNITED_STATES]), ..terms() });
    });
}

#[test]
fn terms_that_do_not_admit_the_class_strand_nothing() {
    both_come_back(|world| set_terms(world, PolicyTerms { classes_refused: 2, ..terms() }));
}

#[test]
fn terms_without_paths_for_wallets_strand_nothing() {
    both_come_back(|world| set_terms(world, PolicyTerms { paths: VENUE_TO_VENUE, ..terms() }));
}

#[test]
fn terms_with_small_limits_strand_nothing() {
    both_come_back(|world| {
        set_terms(world, PolicyTerms { max_balance: 1, max_transfer: 1, ..terms() });
    });
}

#[test]
fn terms_that_lock_the_share_strand_nothing() {
    both_come_back(|world| {
        set_terms(world, PolicyTerms { locked_until: START + 1_000 * DAY, ..terms() });
    });
}

#[test]
fn an_open_policy_strands_nothing() {
    both_come_back(|world| {
        let admission_mode = AdmissionMode::Open as u8;
        set_terms(world, PolicyTerms { admission_mode, paths: scrip_rules::paths::ALL, ..terms() });
    });
}

#[test]
fn a_split_strands_nothing() {
    both_come_back(|world| world.schedule(&cast().share, SPLIT));
}

#[test]
fn higher_fees_strand_nothing() {
    both_come_back(|world| set_fees(world, 1_000));
}

#[test]
fn all_of_it_together_strands_nothing() {
    both_come_back(|world| {
        set_terms(world, PolicyTerms { classes_refused: 2, max_transfer: 1, ..terms() });
        set_status(world, 4);
        world.schedule(&cast().share, SPLIT);
        world.run(issuer_program::set_blackout(&cast().share, START, START + 30 * DAY));
        world.run(issuer_program::halt(&cast().share, 1, 0));
        world.run(issuer_program::wind_down(&cast().share));
        change(world, Change::PaymentMint { mint: cast().usd, accepted: false });
        let company = cast().company;
        for duty in Duty::ALL {
            world.run(issuer_program::revoke_role(&company, &company.member(duty)));
        }
    });
}

/// Alice's usual accounts are closed; she takes both back to others.
#[test]
fn closed_token_accounts_strand_nothing() {
    let mut world = World::new();
    let (share, alice, usd) = (cast().share, cast().alice, cast().usd);
    let all = scrip_issuer::Quantity::Raw { amount: 1_000 * TOKEN };
    let everything = scrip_issuer::RequestRedemptionArgs { quantity: all, ..REQUEST };
    world.run(issuer_program::request_redemption(&share, &alice, everything));
    let own = dollars(&world, &alice);
    let everything = scrip_issuer::SubscribeArgs { amount: own, ..SUBSCRIPTION };
    world.run(issuer_program::subscribe(&share, &alice, everything));
    let usual = [token_2022::account_of(&alice, &share.mint), payment::account_of(&alice, &usd)];
    for (account, program) in usual.iter().zip([token_2022::ID, TOKEN_PROGRAM]) {
        world.run(close_account(&program, account, &alice, &alice, &[]).unwrap());
    }
    world.set_time(SUBSCRIPTION.deadline);
    for instruction in [cancel(), reclaim()] {
        assert_eq!(world.refuse(instruction).code(), Some(3012), "there is no such account");
    }
    let others = ["alice's other shares", "alice's other dollars"].map(keys::wallet);
    let create = token_2022::create_movable_account(&world, &others[0], &share.mint, &alice);
    world.send_all(&create).unwrap();
    world.send_all(&payment::create_plain_account(&world, &others[1], &usd, &alice)).unwrap();
    world.run(instead(reclaim(), &usual[0], &others[0]));
    world.run(instead(cancel(), &usual[1], &others[1]));
    assert_eq!(payment::balance(&world, &others[0]), 1_000 * TOKEN);
    assert_eq!(payment::balance(&world, &others[1]), own);
}
