//! `settle_redemption`, `settle_redemption_off_chain`: the errors

use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::error::IssuerError;
use scrip_issuer::{RequestRedemptionArgs, SettleOffChainArgs, SettleRedemptionArgs, instruction};
use scrip_rules::multiplier::SCALE;
use scrip_rules::refusal::Refusal;
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::fixtures::{REQUEST, SETTLEMENT};
use scrip_svm_tests::issuer_program::{self, settle_off_chain, with};
use scrip_svm_tests::{START, TOKEN, World, addresses, cast, hook_program};

use super::money::{dollars_of, hook, hookable_money, paid_in};
use crate::case::{Case, assert_all_fail, case};

const OFF_CHAIN: RequestRedemptionArgs = RequestRedemptionArgs { min_price: 0, ..REQUEST };

fn request(world: &mut World) {
    world.run(issuer_program::request_redemption(&cast().share, &cast().alice, REQUEST));
}

fn settle() -> Instruction {
    settle_with(|_| {})
}

fn settle_with(change: fn(&mut SettleRedemptionArgs)) -> Instruction {
    let mut args = SETTLEMENT;
    change(&mut args);
    issuer_program::settle_redemption(&cast().share, &cast().alice, 7, args)
}

/// A request to be paid off chain, and its settlement.
fn off_chain(world: &mut World) -> Instruction {
    world.run(issuer_program::request_redemption(&cast().share, &cast().alice, OFF_CHAIN));
    settle_off_chain(&cast().share, &cast().alice, 7, TOKEN)
}

fn set_status(world: &mut World, status: u8) {
    let register = cast().company.register;
    world.run(hook_program::set_holder_status(&register, &cast().alice, status));
}

pub const CASES: &[Case] = &[
    case(IssuerError::RoleLacksPermission as u32, "by a minter", |world| {
        request(world);
        let (company, duty) = (cast().company, Duty::Mint);
        let others = [("actor", company.member(duty)), ("role", company.role(duty))];
        with("settle_redemption", settle(), others)
    }),
    case(IssuerError::ZeroAmount as u32, "no shares", |world| {
        request(world);
        settle_with(|it| it.amount = 0)
    }),
    case(IssuerError::OverEscrow as u32, "a unit more than there is", |world| {
        request(world);
        settle_with(|it| it.amount = 10 * TOKEN + 1)
    }),
    case(IssuerError::OverEscrow as u32, "a unit more than is left", |world| {
        request(world);
        world.run(settle());
        settle_with(|it| it.amount = 6 * TOKEN + 1)
    }),
    case(IssuerError::PriceBeyondLimit as u32, "a unit below the limit", |world| {
        request(world);
        world.clone().run(settle_with(|it| it.price = REQUEST.min_price));
        settle_with(|it| it.price = REQUEST.min_price - 1)
    }),
    case(IssuerError::MultiplierMoved as u32, "at another multiplier", |world| {
        request(world);
        settle_with(|it| it.expected_multiplier = SCALE + 1)
    }),
    case(IssuerError::AmountOverflow as u32, "more cash than there are numbers", |world| {
        request(world);
        settle_with(|it| it.price = u64::MAX)
    }),
    case(IssuerError::PaymentMintHasHookOrFee as u32, "in a token with a hook now", |world| {
        let money = hookable_money(world);
        let request = issuer_program::request_redemption(&cast().share, &cast().alice, REQUEST);
        world.run(paid_in("request_redemption", request, &money));
        let instruction = paid_in("settle_redemption", settle(), &money);
        world.clone().run(instruction.clone());
        hook(world, &money);
        instruction
    }),
    case(IssuerError::EscrowMismatch as u32, "in another token", |world| {
        let money = hookable_money(world);
        request(world);
        paid_in("settle_redemption", settle(), &money)
    }),
    case(IssuerError::EscrowMismatch as u32, "on chain, though off chain was asked for", |world| {
        off_chain(world);
        settle()
    }),
    case(IssuerError::EscrowMismatch as u32, "another share's redemption", |world| {
        let other = cast().other_share;
        world.run(issuer_program::request_redemption(&other, &cast().alice, REQUEST));
        let redemption = addresses::redemption(&other.asset, &cast().alice, 7);
        let escrow = addresses::escrow(&redemption);
        let others = [("redemption", redemption), ("share_escrow", escrow)];
        with("settle_redemption", settle(), others)
    }),
    case(IssuerError::PaidByOwner as u32, "with the owner's own cash", |world| {
        request(world);
        let alice = cast().alice;
        let bobs = dollars_of(&cast().bob);
        let others = [("payment_authority", alice), ("payment_source", dollars_of(&alice))];
        let own = with("settle_redemption", settle(), others);
        with("settle_redemption", own, [("payment_destination", bobs)])
    }),
    case(IssuerError::NotTokenAccountOwner as u32, "with the payment to another", |world| {
        request(world);
        let bobs = dollars_of(&cast().bob);
        with("settle_redemption", settle(), [("payment_destination", bobs)])
    }),
    case(IssuerError::NotTreasuryAccount as u32, "with the fee to another", |world| {
        request(world);
        with("settle_redemption", settle(), [("treasury_account", dollars_of(&cast().bob))])
    }),
    case(IssuerError::NotRentPayer as u32, "for the rent", |world| {
        request(world);
        with("settle_redemption", settle(), [("rent_receiver", cast().mallory)])
    }),
    case(Refusal::Blackout as u32, "in a blackout", |world| {
        request(world);
        world.run(issuer_program::set_blackout(&cast().share, START, START + 1));
        settle()
    }),
    case(Refusal::SourceRevoked as u32, "of a holder revoked since", |world| {
        request(world);
        set_status(world, 3);
        settle()
    }),
    case(Refusal::SourceSanctioned as u32, "of a holder sanctioned since", |world| {
        request(world);
        set_status(world, 4);
        settle()
    }),
    case(Refusal::SourceOtherWallet as u32, "by another's record", |world| {
        request(world);
        with("settle_redemption", settle(), [("holder", cast().share.holder(&cast().bob))])
    }),
    case(IssuerError::PaidOnChain as u32, "off chain, though on chain was asked for", |world| {
        request(world);
        settle_off_chain(&cast().share, &cast().alice, 7, TOKEN)
    }),
    case(IssuerError::ReasonMissing as u32, "off chain without a payment", |world| {
        let args = SettleOffChainArgs { amount: TOKEN, payment_reference: [0; 32] };
        let instruction = instruction::SettleRedemptionOffChain { args };
        Instruction { data: anchor_lang::InstructionData::data(&instruction), ..off_chain(world) }
    }),
    case(IssuerError::OverEscrow as u32, "off chain more than there is", |world| {
        off_chain(world);
        settle_off_chain(&cast().share, &cast().alice, 7, 10 * TOKEN + 1)
    }),
    case(IssuerError::RoleLacksPermission as u32, "off chain by a checker", |world| {
        let (company, duty) = (cast().company, Duty::Check);
        let others = [("actor", company.member(duty)), ("role", company.role(duty))];
        with("settle_redemption_off_chain", off_chain(world), others)
    }),
    case(Refusal::SourceSuspended as u32, "off chain of a suspended holder", |world| {
        let instruction = off_chain(world);
        set_status(world, 2);
        instruction
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
