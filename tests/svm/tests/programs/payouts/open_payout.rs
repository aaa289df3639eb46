//! `open_payout`: the errors. What an opened payout looks like is in `opening`.

use scrip_issuer::OpenPayoutArgs;
use scrip_issuer::error::IssuerError;
use scrip_issuer::state::ActionTerms;
use scrip_rules::corporate_action::ActionKind;
use scrip_svm_tests::fixtures::{NOTICE, SPLIT, effective_at};
use scrip_svm_tests::payment::DOLLAR;
use scrip_svm_tests::{START, TOKEN};

use super::*;
use crate::case::{assert_all_fail, case};
use crate::issuer::money::{hook, hookable_money, paid_in};

const DAY: i64 = 86_400;

/// Opens the dividend, but for a change in what it is opened with.
fn open_with(change: fn(&mut OpenPayoutArgs)) -> Instruction {
    let mut args = dividend().args();
    change(&mut args);
    issuer_program::open_payout(&cast().share, 0, PaidWith::Cash, args)
}

fn open() -> Instruction {
    open_with(|_| ())
}

/// What is opened for those who give shares up.
pub fn without_tree(total: u64) -> OpenPayoutArgs {
    let (root, snapshot_hash) = ([0; 32], [0; 32]);
    OpenPayoutArgs {
        total,
        root,
        leaves: 0,
        withheld: 0,
        snapshot_hash,
        deadline: START + 90 * DAY,
    }
}

pub fn open_without_tree(total: u64) -> Instruction {
    issuer_program::open_payout(&cast().share, 0, PaidWith::Cash, without_tree(total))
}

/// An offer for a hundred shares at five dollars, scheduled.
pub fn offer(world: &mut World) {
    let terms =
        ActionTerms::Offer { payment_mint: cast().usd, price: 5 * DOLLAR, max_raw: 100 * TOKEN };
    let kind = ActionKind::TenderOffer as u8;
    let dates = effective_at(START + NOTICE);
    world.schedule(&cast().share, AnnounceActionArgs { kind, terms, dates, ..SPLIT });
}

/// An action that ends the asset, scheduled, at a price for each share.
pub fn end(world: &mut World, kind: ActionKind, price: u64) {
    let payment_mint = cast().usd;
    let terms = match kind {
        ActionKind::Merger => ActionTerms::Exchange {
            mint: Pubkey::default(),
            numerator: 0,
            denominator: 0,
            payment_mint,
            price,
        },
        _ => ActionTerms::FinalPrice { payment_mint, price },
    };
    let dates = effective_at(START + NOTICE);
    let args = AnnounceActionArgs { kind: kind as u8, terms, dates, ..SPLIT };
    schedule_approved(world, &cast().share, args);
}

/// Instead of dollars, the dividend is paid in a token that may get a hook.
fn schedule_in_hookable_money(world: &mut World) -> Instruction {
    let payment_mint = hookable_money(world);
    let terms = ActionTerms::Cash { payment_mint, gross: 1, withholding_bps: 0 };
    world.schedule(&cast().share, AnnounceActionArgs { terms, ..cash_dividend() });
    world.set_time(RECORD + 1);
    let payout = addresses::payout(&addresses::action(&cast().share.asset, 0), &payment_mint);
    let own = [("payout", payout), ("vault", addresses::escrow(&payout))];
    with("open_payout", paid_in("open_payout", open(), &payment_mint), own)
}

/// A spin-off of a share to which only the terms agree.
pub fn spin_off(world: &mut World, other: &'static Share) -> Instruction {
    let terms = ActionTerms::Shares { mint: other.mint, numerator: 1, denominator: 10 };
    let kind = ActionKind::SpinOff as u8;
    world.schedule(&cast().share, AnnounceActionArgs { kind, terms, ..cash_dividend() });
    world.set_time(RECORD + 1);
    Distribution::new(&cast().share, 0, PaidWith::Shares(other), &rows()).open()
}

pub const CASES: &[Case] = &[
    case(IssuerError::RoleLacksPermission as u32, "a member who may only check", |world| {
        schedule(world);
        by("open_payout", open(), Duty::Check)
    }),
    case(IssuerError::ActionMismatch as u32, "another asset's action", |world| {
        schedule(world);
        let staff = [("asset", cast().share.asset), ("mint", cast().share.mint)];
        with("open_payout", other_dividend().open(), staff)
    }),
    case(IssuerError::ActionNotScheduled as u32, "an action that is only announced", |world| {
        world.run(issuer_program::announce_action(&cast().share, 0, cash_dividend()));
        world.set_time(RECORD + 1);
        open()
    }),
    case(IssuerError::PayoutMismatch as u32, "shares, for a dividend in dollars", |world| {
        schedule(world);
        Distribution::new(&cast().share, 0, PaidWith::Shares(&cast().other_share), &rows()).open()
    }),
    case(IssuerError::PayoutMismatch as u32, "neither cash nor shares", |world| {
        schedule(world);
        with("open_payout", open(), [("payment_listing", scrip_issuer::ID)])
    }),
    case(IssuerError::PayoutMismatch as u32, "dollars that are said to be a share", |world| {
        schedule(world);
        with("open_payout", open(), [("share_asset", cast().other_share.asset)])
    }),
    case(IssuerError::PayoutMismatch as u32, "shares in the place of cash", |world| {
        let terms = ActionTerms::Exchange {
            mint: Pubkey::default(),
            numerator: 0,
            denominator: 0,
            payment_mint: cast().other_share.mint,
            price: 1,
        };
        let kind = ActionKind::ExchangeOffer as u8;
        world.schedule(&cast().share, AnnounceActionArgs { kind, terms, ..SPLIT });
        let with = PaidWith::Shares(&cast().other_share);
        issuer_program::open_payout(&cast().share, 0, with, without_tree(1))
    }),
    case(IssuerError::PayoutMismatch as u32, "shares of another issuer", |world| {
        spin_off(world, &cast().foreign_share)
    }),
    case(IssuerError::PaymentMintNotAccepted as u32, "dollars that are taken no more", |world| {
        schedule(world);
        let no_more = Change::PaymentMint { mint: cast().usd, accepted: false };
        world.run(issuer_program::change_asset(&cast().share, no_more));
        open()
    }),
    case(IssuerError::PaymentMintHasHookOrFee as u32, "a token that has a hook now", |world| {
        let open = schedule_in_hookable_money(world);
        world.clone().run(open.clone());
        hook(world, &open.accounts[7].pubkey);
        open
    }),
    case(IssuerError::TreeMalformed as u32, "a distribution without claims", |world| {
        schedule(world);
        open_with(|it| it.leaves = 0)
    }),
    case(IssuerError::TreeMalformed as u32, "a distribution without a root", |world| {
        schedule(world);
        open_with(|it| it.root = [0; 32])
    }),
    case(IssuerError::TreeMalformed as u32, "a claim too many", |world| {
        schedule(world);
        world.clone().run(open_with(|it| it.leaves = 1 << 24));
        open_with(|it| it.leaves = (1 << 24) + 1)
    }),
    case(IssuerError::TreeMalformed as u32, "a root where nothing is distributed", |world| {
        offer(world);
        let args = OpenPayoutArgs { root: [1; 32], ..without_tree(500 * DOLLAR) };
        issuer_program::open_payout(&cast().share, 0, PaidWith::Cash, args)
    }),
    case(IssuerError::TreeMalformed as u32, "a tax where nothing is distributed", |world| {
        offer(world);
        let args = OpenPayoutArgs { withheld: 1, ..without_tree(500 * DOLLAR) };
        issuer_program::open_payout(&cast().share, 0, PaidWith::Cash, args)
    }),
    case(IssuerError::RecordNotReached as u32, "the last second of the record date", |world| {
        schedule(world);
        world.set_time(RECORD);
        open()
    }),
    case(IssuerError::NotWindingDown as u32, "a liquidation of an active asset", |world| {
        end(world, ActionKind::Liquidation, DOLLAR);
        open_without_tree(u64::MAX)
    }),
    case(IssuerError::NotWindingDown as u32, "a merger of an active asset", |world| {
        end(world, ActionKind::Merger, DOLLAR);
        open_without_tree(u64::MAX)
    }),
    case(IssuerError::NotWindingDown as u32, "a delisting of an active asset", |world| {
        end(world, ActionKind::Delisting, DOLLAR);
        open_without_tree(u64::MAX)
    }),
    case(IssuerError::PayoutTotal as u32, "a dividend of nothing", |world| {
        schedule(world);
        open_with(|it| it.total = 0)
    }),
    case(IssuerError::PayoutTotal as u32, "less than what an offer may take", |world| {
        offer(world);
        world.clone().run(open_without_tree(500 * DOLLAR));
        open_without_tree(500 * DOLLAR - 1)
    }),
    case(IssuerError::PayoutTotal as u32, "less than a price for all shares", |world| {
        end(world, ActionKind::Liquidation, 3);
        world.run(issuer_program::wind_down(&cast().share));
        world.clone().run(open_without_tree(2_000 * 3));
        open_without_tree(2_000 * 3 - 1)
    }),
    case(IssuerError::AmountOverflow as u32, "a price for all shares beyond 64 bits", |world| {
        end(world, ActionKind::Liquidation, u64::MAX);
        world.run(issuer_program::wind_down(&cast().share));
        open_without_tree(u64::MAX)
    }),
    case(IssuerError::ClaimWindow as u32, "a second less than 30 days", |world| {
        schedule(world);
        world.clone().run(open_with(|it| it.deadline = PAYABLE + 30 * DAY));
        open_with(|it| it.deadline = PAYABLE + 30 * DAY - 1)
    }),
    case(IssuerError::ClaimWindow as u32, "opened late, with less than 30 days left", |world| {
        schedule(world);
        world.set_time(DEADLINE - 30 * DAY);
        world.clone().run(open());
        world.set_time(DEADLINE - 30 * DAY + 1);
        open()
    }),
    case(IssuerError::ClaimWindow as u32, "a second more than ten years", |world| {
        schedule(world);
        world.clone().run(open_with(|it| it.deadline = PAYABLE + 3_653 * DAY));
        open_with(|it| it.deadline = PAYABLE + 3_653 * DAY + 1)
    }),
    case(IssuerError::ClaimWindow as u32, "no deadline at all", |world| {
        schedule(world);
        open_with(|it| it.deadline = i64::MAX)
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
