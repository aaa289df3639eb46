//! `request_redemption`: the errors

use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::change::Change;
use scrip_issuer::error::IssuerError;
use scrip_issuer::{Quantity, RequestRedemptionArgs};
use scrip_rules::multiplier::SCALE;
use scrip_rules::refusal::Refusal;
use scrip_rules::settlement::MAX_ESCROW_SECONDS;
use scrip_svm_tests::fixtures::REQUEST;
use scrip_svm_tests::issuer_program::{self, with};
use scrip_svm_tests::{START, World, addresses, cast, hook_program, token_2022};

use crate::case::{Case, assert_all_fail, case};
use crate::codes::HAS_ONE;

fn request() -> Instruction {
    issuer_program::request_redemption(&cast().share, &cast().alice, REQUEST)
}

fn request_with(change: fn(&mut RequestRedemptionArgs)) -> Instruction {
    let mut args = REQUEST;
    change(&mut args);
    issuer_program::request_redemption(&cast().share, &cast().alice, args)
}

fn set_status(world: &mut World, status: u8) {
    let register = cast().company.register;
    world.run(hook_program::set_holder_status(&register, &cast().alice, status));
}

pub const CASES: &[Case] = &[
    case(IssuerError::ZeroAmount as u32, "no shares", |_| {
        request_with(|it| it.quantity = Quantity::Raw { amount: 0 })
    }),
    case(IssuerError::ZeroAmount as u32, "at no price", |_| {
        let at_no_price = request_with(|it| it.min_price = 0).data;
        Instruction { data: at_no_price, ..request() }
    }),
    case(IssuerError::PaidOffChain as u32, "off chain at a price", |_| {
        with("request_redemption", request(), [("payment_listing", scrip_issuer::ID)])
    }),
    case(IssuerError::MultiplierMoved as u32, "shares at another multiplier", |_| {
        request_with(|it| {
            it.quantity = Quantity::Shares { shares: 1, expected_multiplier: SCALE + 1 };
        })
    }),
    case(IssuerError::DeadlineTooSoon as u32, "until now", |_| {
        request_with(|it| it.deadline = START)
    }),
    case(IssuerError::DeadlineTooSoon as u32, "a second less than the window", |world| {
        let window = Change::SettlementWindow { seconds: 100 };
        world.run(issuer_program::change_asset(&cast().share, window));
        world.clone().run(request_with(|it| it.deadline = START + 100));
        request_with(|it| it.deadline = START + 99)
    }),
    case(IssuerError::DeadlineTooLate as u32, "a second more than 90 days", |_| {
        request_with(|it| it.deadline = START + i64::from(MAX_ESCROW_SECONDS) + 1)
    }),
    case(IssuerError::PaymentMintNotAccepted as u32, "in a token accepted no more", |world| {
        let no_more = Change::PaymentMint { mint: cast().usd, accepted: false };
        world.run(issuer_program::change_asset(&cast().share, no_more));
        request()
    }),
    case(IssuerError::NotTokenAccountOwner as u32, "another's shares", |_| {
        let bobs = token_2022::account_of(&cast().bob, &cast().share.mint);
        with("request_redemption", request(), [("source", bobs)])
    }),
    case(IssuerError::NotActive as u32, "of a closed asset", |world| {
        world.run(issuer_program::wind_down(&cast().share));
        world.clone().run(request());
        for wallet in [cast().alice, cast().bob] {
            let all = token_2022::balance(world, &wallet, &cast().share.mint);
            world.run(issuer_program::redeem_shares(&cast().share, &wallet, all));
        }
        world.run(issuer_program::close_asset(&cast().share));
        request()
    }),
    case(Refusal::Blackout as u32, "in a blackout", |world| {
        world.run(issuer_program::set_blackout(&cast().share, START, START + 1));
        request()
    }),
    case(Refusal::SourceMissing as u32, "by somebody on no register", |_| {
        issuer_program::request_redemption(&cast().share, &cast().carol, REQUEST)
    }),
    case(Refusal::SourceOtherWallet as u32, "by another's record", |_| {
        with("request_redemption", request(), [("holder", cast().share.holder(&cast().bob))])
    }),
    case(Refusal::SourceSuspended as u32, "by a suspended holder", |world| {
        set_status(world, 2);
        request()
    }),
    case(Refusal::SourceRevoked as u32, "by a revoked holder", |world| {
        set_status(world, 3);
        request()
    }),
    case(Refusal::SourceSanctioned as u32, "by a sanctioned holder", |world| {
        set_status(world, 4);
        request()
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}

#[test]
fn another_shares_listing_is_of_no_use() {
    let other = addresses::payment_listing(&cast().other_share.asset, &cast().usd);
    let instruction = with("request_redemption", request(), [("payment_listing", other)]);
    World::new().refuse(instruction).assert_code(HAS_ONE, "another share takes it");
}
