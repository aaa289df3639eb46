//! Operations as instructions, by the builders of the tests. Those take the members of staff and the money
//! of the cast; where an operation names others, the accounts are exchanged afterwards ([`others`]).
//! Those of corporate actions are in [`actions`].

mod actions;
mod others;

pub use actions::payout_address;
pub use others::exchange;
use others::{by, by_admin, in_money, issued, treasured};

use std::sync::LazyLock;

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::{
    AttestReservesArgs, FillSubscriptionArgs, PurchaseSharesArgs, RequestRedemptionArgs,
    SettleRedemptionArgs, SubscribeArgs,
};
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::{
    Transfer, World, addresses, hook_program, issuer_program as program, payment, setup, token_2022,
};

use crate::model::Model;
use crate::operation::Operation;
use crate::scene::{PEOPLE, scene};

/// The place of the payment mint's listing in `request_redemption`.
const LISTING: usize = 5;

/// The instruction; none for what needs no transaction.
pub fn instruction(operation: &Operation, model: &Model, world: &World) -> Option<Instruction> {
    let (scene, share) = (scene(), scene().share);
    let (company, person) = (share.company, |place: &usize| &scene.people[*place]);
    let reference = program::REFERENCE;
    Some(match operation {
        Operation::Time { .. } => return None,
        Operation::Mint { issue, to, quantity } => {
            let plain = program::issue(&share);
            issued(program::mint_quantity(&share, person(to), *quantity, plain), issue)
        }
        Operation::MintBatch { issue, to } => {
            let to: Vec<_> = to.iter().map(|(place, amount)| (*person(place), *amount)).collect();
            issued(program::mint_batch(&share, &to), issue)
        }
        Operation::ProposeMint { by: maker, to, amount, id } => {
            let mut propose = program::propose_mint(&share, person(to), *amount, *id);
            let proposal = |maker| addresses::mint_proposal(&share.asset, maker, *id);
            exchange(&mut propose, proposal(&scene.minters[0]), proposal(maker));
            by(propose, Duty::Mint, maker)
        }
        Operation::MintProposed { issue, id, to } => {
            let mut mint = program::mint_proposed(&share, person(to), *id);
            let proposal = |maker| addresses::mint_proposal(&share.asset, maker, *id);
            let maker = &scene.minters[issue.minter];
            exchange(&mut mint, proposal(&scene.minters[0]), proposal(maker));
            issued(mint, issue)
        }
        Operation::WithdrawProposal { by, maker, id } => {
            let mut withdraw = program::withdraw_mint_proposal(&share, *id, *by);
            let proposal = |maker| addresses::mint_proposal(&share.asset, maker, *id);
            exchange(&mut withdraw, proposal(&scene.minters[0]), proposal(maker));
            withdraw
        }
        Operation::Subscribe { person: place, money, id, amount, limit, deadline } => {
            let args = SubscribeArgs {
                id: *id,
                amount: *amount,
                limit_price: *limit,
                deadline: *deadline,
            };
            in_money(program::subscribe(&share, person(place), args), *money, person(place))
        }
        Operation::Fill { issue, request, money, amount, price, multiplier, last } => {
            let args = FillSubscriptionArgs {
                amount: *amount,
                price: *price,
                expected_multiplier: *multiplier,
                last: *last,
                reference,
            };
            let investor = person(&request.0);
            let fill = program::fill_subscription(&share, investor, request.1, args);
            issued(treasured(in_money(fill, *money, investor), *money, model), issue)
        }
        Operation::CancelSubscription { request, money } => {
            let investor = person(&request.0);
            in_money(program::cancel_subscription(&share, investor, request.1), *money, investor)
        }
        Operation::RejectSubscription { by: actor, request, money } => {
            let investor = person(&request.0);
            let reject = program::reject_subscription(&share, investor, request.1);
            by(in_money(reject, *money, investor), Duty::Mint, actor)
        }
        Operation::Purchase { issue, person: place, money, amount, price, most, multiplier } => {
            let args = PurchaseSharesArgs {
                amount: *amount,
                price: *price,
                max_payment: *most,
                expected_multiplier: *multiplier,
                reference,
            };
            let purchase = program::purchase_shares(&share, person(place), args);
            issued(treasured(in_money(purchase, *money, person(place)), *money, model), issue)
        }
        Operation::Redeem { by: actor, person: place, amount } => {
            by(program::redeem_shares(&share, person(place), *amount), Duty::Redeem, actor)
        }
        Operation::Request { person: place, money, id, quantity, least, deadline } => {
            let args = RequestRedemptionArgs {
                id: *id,
                quantity: *quantity,
                min_price: *least,
                deadline: *deadline,
            };
            let mut request = program::request_redemption(&share, person(place), args);
            // The builder lists a money wherever there is a price; here the two are drawn apart.
            let listing =
                |money: &usize| addresses::payment_listing(&share.asset, &scene.money[*money].mint);
            request.accounts[LISTING].pubkey = money.as_ref().map_or(scrip_issuer::ID, listing);
            request
        }
        Operation::Settle { by: actor, request, money, amount, price, multiplier } => {
            let args = SettleRedemptionArgs {
                amount: *amount,
                price: *price,
                expected_multiplier: *multiplier,
                reference,
            };
            let owner = person(&request.0);
            let settle = program::settle_redemption(&share, owner, request.1, args);
            by(treasured(in_money(settle, *money, owner), *money, model), Duty::Redeem, actor)
        }
        Operation::SettleOffChain { by: actor, request, amount } => {
            let settle = program::settle_off_chain(&share, person(&request.0), request.1, *amount);
            by(settle, Duty::Redeem, actor)
        }
        Operation::RejectRedemption { by: actor, request } => {
            let reject = program::reject_redemption(&share, person(&request.0), request.1);
            by(reject, Duty::Redeem, actor)
        }
        Operation::Reclaim { request } => {
            program::reclaim_redemption(&share, person(&request.0), request.1)
        }
        Operation::Attest { custodian, shares, as_of, seen } => {
            let args = AttestReservesArgs {
                shares: *shares,
                as_of: *as_of,
                actions_seen: *seen,
                document_hash: [6; 32],
            };
            program::attest_reserves(&share, scene.custodians[*custodian], args)
        }
        Operation::ChangeSetting { by, change } if change.is_about_asset() => {
            by_admin(program::change_asset(&share, *change), by)
        }
        Operation::ChangeSetting { by, change } => {
            by_admin(program::change_company(&company, *change), by)
        }
        Operation::ProposeChange { by, change } => {
            let asset = change.is_about_asset().then_some(&share);
            by_admin(program::propose_change(&company, asset, *change, model.changes), by)
        }
        Operation::ApproveChange { by: checker, id } => {
            by(program::approve_change(&company, *id), Duty::Check, checker)
        }
        Operation::ExecuteChange { by, id, change } => {
            let asset = change.is_about_asset().then_some(&share);
            program::execute_change(&company, asset, *change, *id, *by)
        }
        Operation::CancelChange { by, id } => program::cancel_change(&company, *id, *by),
        Operation::AcceptAdmin { by } => program::accept_admin(&company, *by),
        Operation::Grant { by, member, permissions, expires_at } => {
            let grant = program::grant_role_until(&company, *member, *permissions, *expires_at);
            by_admin(grant, by)
        }
        Operation::Revoke { by, member } => by_admin(program::revoke_role(&company, member), by),
        Operation::Halt { by: actor, until } => {
            by(program::halt(&share, 1, *until), Duty::Halt, actor)
        }
        Operation::Resume { by: actor } => by(program::resume(&share), Duty::Resume, actor),
        Operation::SetBlackout { by: actor, from, until } => {
            by(program::set_blackout(&share, *from, *until), Duty::CorporateActions, actor)
        }
        Operation::ClearBlackout { by: actor } => {
            by(program::clear_blackout(&share), Duty::CorporateActions, actor)
        }
        Operation::Pause { by: actor } => by(program::pause(&share), Duty::Pause, actor),
        Operation::Unpause { by: actor } => by(program::unpause(&share), Duty::Unpause, actor),
        Operation::Action(step) => actions::action(step, model, world),
        Operation::HolderStatus { person: place, status } => {
            hook_program::set_holder_status(&company.register, person(place), *status)
        }
        Operation::HolderUpdate { person: place, expires_at } => {
            let details = scrip_transfer_hook::HolderDetails {
                kyc_expires_at: *expires_at,
                ..setup::details()
            };
            hook_program::update_holder(&company.register, person(place), details)
        }
        Operation::Transfer { from, to, amount } => {
            Transfer::new(&share.mint, person(from), person(to), *amount).instruction(world)
        }
        Operation::DustShares { from, request, amount } => {
            let redemption = addresses::redemption(&share.asset, person(&request.0), request.1);
            let destination = addresses::escrow(&redemption);
            let plain = Transfer::new(&share.mint, person(from), person(from), *amount);
            Transfer { destination, ..plain }.instruction(world)
        }
        Operation::DustMoney { from, request, money, amount } => {
            let subscription = addresses::subscription(&share.asset, person(&request.0), request.1);
            let account = scene.cash_account(person(from), *money);
            let money = scene.money[*money];
            let escrow = addresses::escrow(&subscription);
            payment::transfer(&account, &money.mint, &escrow, person(from), *amount, &money.program)
        }
        Operation::WindDown { by } => by_admin(program::wind_down(&share), by),
        Operation::Close { by } => by_admin(program::close_asset(&share), by),
    })
}

/// The account of a person's shares.
pub fn share_account(person: usize) -> Pubkey {
    static KNOWN: LazyLock<[Pubkey; PEOPLE]> = LazyLock::new(|| {
        scene().people.map(|wallet| token_2022::account_of(&wallet, &scene().share.mint))
    });
    KNOWN[person]
}
