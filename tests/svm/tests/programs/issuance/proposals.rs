//! Proposed mints, which a checker carries out.

use anchor_lang::Space;
use anchor_lang::prelude::Pubkey;
use scrip_issuer::ID;
use scrip_issuer::change::Change;
use scrip_issuer::error::IssuerError;
use scrip_issuer::events::{MintProposalWithdrawn, MintProposed, SharesMinted};
use scrip_issuer::state::*;
use scrip_rules::multiplier::SCALE;
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::fixtures::{NOTICE, SPLIT};
use scrip_svm_tests::issuer_program::*;
use scrip_svm_tests::{START, TOKEN, World, addresses, cast, token_2022};

/// One mint above this needs a checker.
pub const LIMIT: u64 = 100 * TOKEN;

/// A world in which one mint above the limit needs a checker.
pub fn checked_world() -> World {
    let mut world = World::new();
    world.run(change_asset(&cast().share, Change::MintFourEyes { above: LIMIT }));
    world
}

/// Who mints, and proposes to.
pub fn maker() -> Pubkey {
    cast().company.member(Duty::Mint)
}

fn proposal(id: u64) -> Pubkey {
    addresses::mint_proposal(&cast().share.asset, &maker(), id)
}

/// What is told of a mint to Alice.
pub fn minted(amount: u64, old_supply: u64, checker: Pubkey) -> SharesMinted {
    SharesMinted {
        asset: cast().share.asset,
        recipient: cast().alice,
        actor: maker(),
        checker,
        amount,
        old_supply,
        new_supply: old_supply + amount,
        multiplier: SCALE,
        reference: REFERENCE,
    }
}

#[test]
fn a_proposed_mint_is_carried_out_by_a_checker() {
    let mut world = checked_world();
    let (share, alice, amount) = (cast().share, cast().alice, LIMIT + 1);
    let had = world.account(&cast().payer).unwrap().lamports;
    let before: Minter = world.read(&share.minter());
    let receipt = world.run(propose_mint(&share, &alice, amount, 3));
    let destination = token_2022::account_of(&alice, &share.mint);
    world.assert_account(
        &proposal(3),
        &MintProposal {
            version: MINT_PROPOSAL_VERSION,
            bump: addresses::bump(&proposal(3)),
            asset: share.asset,
            maker: maker(),
            id: 3,
            destination,
            amount,
            multiplier: SCALE,
            proposed_at: START,
            rent_payer: cast().payer,
            reference: REFERENCE,
        },
    );
    receipt.assert_event(
        ID,
        &MintProposed {
            asset: share.asset,
            mint_proposal: proposal(3),
            recipient: alice,
            actor: maker(),
            amount,
            multiplier: SCALE,
            reference: REFERENCE,
        },
    );
    assert_eq!(receipt.event_count(), 1);
    // Nothing is drawn or minted yet.
    world.assert_account(&share.minter(), &before);
    assert_eq!(token_2022::balance(&world, &alice, &share.mint), 1_000 * TOKEN);
    let paid = had - world.account(&cast().payer).unwrap().lamports;
    assert_eq!(paid, world.rent(8 + MintProposal::INIT_SPACE));

    let receipt = world.run(mint_proposed(&share, &alice, 3));
    let checker = cast().company.member(Duty::Check);
    receipt.assert_event(ID, &minted(amount, 2_000 * TOKEN, checker));
    assert_eq!(receipt.event_count(), 1);
    assert_eq!(token_2022::balance(&world, &alice, &share.mint), 1_000 * TOKEN + amount);
    assert_eq!(world.read::<Minter>(&share.minter()).minted, before.minted + amount);
    assert!(world.account(&proposal(3)).is_none());
    assert_eq!(world.account(&cast().payer).unwrap().lamports, had);
    assert!(world.send(mint_proposed(&share, &alice, 3)).is_err(), "once");
}

#[test]
fn a_proposal_holds_for_a_fortnight_and_at_its_multiplier() {
    let mut ready = World::new();
    let (share, alice) = (cast().share, cast().alice);
    ready.run(propose_mint(&share, &alice, 1, 0));
    let mint = || mint_proposed(&share, &alice, 0);
    ready.set_time(START + CHANGE_GRACE - 1);
    ready.clone().run(mint());
    ready.set_time(START + CHANGE_GRACE);
    let code = IssuerError::ChangeExpired as u32;
    ready.refuse(mint()).assert_code(code, "the first second too late");
    ready.set_time(START);
    ready.schedule(&share, SPLIT);
    ready.set_time(START + NOTICE - 1);
    ready.clone().run(mint());
    ready.set_time(START + NOTICE);
    let code = IssuerError::MultiplierMoved as u32;
    ready.refuse(mint()).assert_code(code, "the same units are four times the shares now");
}

#[test]
fn what_ends_for_the_maker_ends_for_its_proposals() {
    let (company, share, alice) = (cast().company, cast().share, cast().alice);
    let mut ready = World::new();
    let minted = ready.read::<Minter>(&share.minter()).minted;
    ready.run(propose_mint(&share, &alice, 5, 0));
    ready.run(propose_mint(&share, &alice, 5, 1));
    assert!(ready.send(propose_mint(&share, &alice, 5, 1)).is_err(), "an id that is taken");
    // Two proposals of five, an allowance of nine: nothing is held back for either.
    let mut world = ready.clone();
    world.run(allow(&share, minted + 9, u64::MAX, 1));
    world.run(mint_proposed(&share, &alice, 1));
    let code = IssuerError::OverMinterCap as u32;
    world.refuse(mint_proposed(&share, &alice, 0)).assert_code(code, "five, where four are left");

    let mut world = ready.clone();
    world.run(revoke_role(&company, &maker()));
    assert!(world.send(mint_proposed(&share, &alice, 0)).is_err(), "the maker has left");
    world.run(grant_role_until(&company, maker(), PERMISSION_MINT, START + 5));
    world.set_time(START + 5);
    let code = IssuerError::RoleExpired as u32;
    world.refuse(mint_proposed(&share, &alice, 0)).assert_code(code, "the maker's role ends now");
}

#[test]
fn the_maker_or_the_admin_withdraws() {
    let share = cast().share;
    for actor in [maker(), cast().company.admin] {
        let mut world = World::new();
        let had = world.account(&cast().payer).unwrap().lamports;
        world.run(propose_mint(&share, &cast().alice, 7, 0));
        let code = IssuerError::NotAdmin as u32;
        let checker = cast().company.member(Duty::Check);
        for other in [cast().mallory, cast().foreign_company.admin, checker] {
            let withdraw = withdraw_mint_proposal(&share, 0, other);
            world.refuse(withdraw).assert_code(code, "somebody else");
        }
        let receipt = world.run(withdraw_mint_proposal(&share, 0, actor));
        receipt.assert_event(
            ID,
            &MintProposalWithdrawn {
                asset: share.asset,
                mint_proposal: proposal(0),
                actor,
                amount: 7,
                reference: REFERENCE,
            },
        );
        assert!(world.account(&proposal(0)).is_none());
        assert_eq!(world.account(&cast().payer).unwrap().lamports, had);
    }
}
