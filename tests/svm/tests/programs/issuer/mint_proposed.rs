//! `propose_mint`, `mint_proposed`, `withdraw_mint_proposal`: the errors of their own

use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::error::IssuerError;
use scrip_issuer::state::CHANGE_GRACE;
use scrip_issuer::{ProposeMintArgs, Quantity, instruction};
use scrip_rules::multiplier::SCALE;
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::fixtures::{NOTICE, SPLIT};
use scrip_svm_tests::issuer_program::{
    self, mint_proposed, propose_mint, with, withdraw_mint_proposal,
};
use scrip_svm_tests::{START, World, cast, token_2022};

use crate::case::{Case, assert_all_fail, case};

fn propose(world: &mut World) {
    world.run(propose_mint(&cast().share, &cast().alice, 5, 0));
}

fn mint() -> Instruction {
    mint_proposed(&cast().share, &cast().alice, 0)
}

fn proposal_of(quantity: Quantity) -> Instruction {
    let mut instruction = propose_mint(&cast().share, &cast().alice, 5, 0);
    let args = ProposeMintArgs { id: 0, quantity, reference: issuer_program::REFERENCE };
    instruction.data = anchor_lang::InstructionData::data(&instruction::ProposeMint { args });
    instruction
}

pub const CASES: &[Case] = &[
    case(IssuerError::RoleLacksPermission as u32, "proposed by a checker", |_| {
        let company = cast().company;
        let maker = company.member(Duty::Check);
        let propose = propose_mint(&cast().share, &cast().alice, 5, 0);
        let proposal = scrip_svm_tests::addresses::mint_proposal(&cast().share.asset, &maker, 0);
        let role = company.role(Duty::Check);
        let by = [("actor", maker), ("role", role), ("mint_proposal", proposal)];
        with("propose_mint", propose, by)
    }),
    case(IssuerError::NotActive as u32, "proposed while the asset is winding down", |world| {
        world.run(issuer_program::wind_down(&cast().share));
        propose_mint(&cast().share, &cast().alice, 5, 0)
    }),
    case(IssuerError::ZeroAmount as u32, "a proposal of nothing", |_| {
        propose_mint(&cast().share, &cast().alice, 0, 0)
    }),
    case(IssuerError::MultiplierMoved as u32, "proposed at another multiplier", |_| {
        proposal_of(Quantity::Shares { shares: 5, expected_multiplier: SCALE + 1 })
    }),
    case(IssuerError::AmountOverflow as u32, "more shares than there are numbers", |world| {
        let share = scrip_svm_tests::fixtures::new_share();
        let multiplier = SCALE / 4;
        let args = scrip_svm_tests::setup::asset_args(&share);
        let args = scrip_issuer::CreateAssetArgs { multiplier, ..args };
        world.run(issuer_program::create_asset(&share, args));
        world.run(token_2022::create_account(&cast().alice, &share.mint));
        let propose = propose_mint(&share, &cast().alice, 5, 0);
        let quantity = Quantity::Shares { shares: u64::MAX, expected_multiplier: multiplier };
        Instruction { data: proposal_of(quantity).data, ..propose }
    }),
    case(IssuerError::CheckerMissing as u32, "carried out by nobody", |world| {
        propose(world);
        let nobody = [("checker", scrip_issuer::ID), ("checker_role", scrip_issuer::ID)];
        let mut instruction = with("mint_proposed", mint(), nobody);
        for meta in &mut instruction.accounts {
            meta.is_signer = false;
        }
        instruction
    }),
    case(IssuerError::CheckerIsMaker as u32, "carried out by its maker", |world| {
        let (company, member) = (cast().company, cast().company.member(Duty::Mint));
        world.run(issuer_program::revoke_role(&company, &member));
        let both = Duty::Mint.permission() | Duty::Check.permission();
        world.run(issuer_program::grant_role(&company, member, both));
        propose(world);
        let role = company.role(Duty::Mint);
        with("mint_proposed", mint(), [("checker", member), ("checker_role", role)])
    }),
    case(IssuerError::ChangeExpired as u32, "carried out too late", |world| {
        propose(world);
        world.set_time(START + CHANGE_GRACE - 1);
        world.clone().run(mint());
        world.set_time(START + CHANGE_GRACE);
        mint()
    }),
    case(IssuerError::MultiplierMoved as u32, "a split came in between", |world| {
        propose(world);
        world.schedule(&cast().share, SPLIT);
        world.set_time(START + NOTICE);
        mint()
    }),
    case(IssuerError::ProposalMismatch as u32, "to another account", |world| {
        propose(world);
        let (bob, share) = (cast().bob, cast().share);
        let account = token_2022::account_of(&bob, &share.mint);
        with("mint_proposed", mint(), [("destination", account), ("holder", share.holder(&bob))])
    }),
    case(IssuerError::ProposalMismatch as u32, "another share's proposal", |world| {
        let other = cast().other_share;
        world.run(propose_mint(&other, &cast().alice, 5, 0));
        let maker = cast().company.member(Duty::Mint);
        let proposal = scrip_svm_tests::addresses::mint_proposal(&other.asset, &maker, 0);
        with("mint_proposed", mint(), [("mint_proposal", proposal)])
    }),
    case(IssuerError::ProposalMismatch as u32, "drawn on another minter", |world| {
        propose(world);
        let (company, member) = (cast().company, cast().company.member(Duty::Redeem));
        world.run(issuer_program::add_minter(&cast().share, member));
        let minter = scrip_svm_tests::addresses::minter(&cast().share.asset, &member);
        let role = company.role(Duty::Redeem);
        with("mint_proposed", mint(), [("minter", minter), ("role", role)])
    }),
    case(IssuerError::NotRentPayer as u32, "carried out for the rent", |world| {
        propose(world);
        with("mint_proposed", mint(), [("rent_receiver", cast().mallory)])
    }),
    case(IssuerError::NotAdmin as u32, "withdrawn by a checker", |world| {
        propose(world);
        withdraw_mint_proposal(&cast().share, 0, cast().company.member(Duty::Check))
    }),
    case(IssuerError::NotRentPayer as u32, "withdrawn for the rent", |world| {
        propose(world);
        let admin = cast().company.admin;
        let withdraw = withdraw_mint_proposal(&cast().share, 0, admin);
        with("withdraw_mint_proposal", withdraw, [("rent_receiver", admin)])
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
