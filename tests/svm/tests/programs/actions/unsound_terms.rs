//! Terms that cannot be meant: neither announced, nor amended to.

use anchor_lang::prelude::Pubkey;
use scrip_issuer::AnnounceActionArgs;
use scrip_issuer::error::IssuerError;
use scrip_issuer::state::ActionTerms::{self, *};
use scrip_rules::corporate_action::ActionKind;
use scrip_svm_tests::fixtures::actions::padded;
use scrip_svm_tests::{World, cast};

use super::{amend, announce, example};

/// Kind and terms, of which one thing each is wrong.
fn unsound() -> Vec<(ActionKind, ActionTerms)> {
    let (own, usd, other) = (cast().share.mint, cast().usd, cast().other_share.mint);
    let none = Pubkey::default();
    let ratio = |numerator, denominator| Ratio { numerator, denominator };
    let reinvested = |gross, withholding_bps, price| Reinvestment { gross, withholding_bps, price };
    let cash = |payment_mint, gross, withholding_bps| Cash { payment_mint, gross, withholding_bps };
    let choice = |payment_mint, gross, withholding_bps, price| Choice {
        payment_mint,
        gross,
        withholding_bps,
        price,
        default: 1,
    };
    let shares = |mint, numerator, denominator| Shares { mint, numerator, denominator };
    let exchange = |mint, numerator, denominator, payment_mint, price| Exchange {
        mint,
        numerator,
        denominator,
        payment_mint,
        price,
    };
    let offer = |payment_mint, price, max_raw| Offer { payment_mint, price, max_raw };
    let price = |payment_mint, price| FinalPrice { payment_mint, price };
    let name = |name: &str, symbol: &str| Name { name: padded(name), symbol: padded(symbol) };
    use ActionKind as Of;
    vec![
        (Of::ForwardSplit, ratio(0, 1)),
        (Of::ReverseSplit, ratio(1, 0)),
        (Of::CashDividend, reinvested(0, 0, 9)),
        (Of::CashDividend, reinvested(1, 10_000, 9)),
        (Of::CashDividend, reinvested(1, 0, 0)),
        (Of::CashDividend, reinvested(u64::MAX, 1, u64::MAX)),
        (Of::CashDividend, cash(none, 1, 0)),
        (Of::CashDividend, cash(own, 1, 0)),
        (Of::InterestPayment, cash(usd, 0, 0)),
        (Of::InterestPayment, cash(usd, 1, 10_000)),
        (Of::DividendReinvestment, choice(own, 1, 0, 9)),
        (Of::DividendReinvestment, choice(usd, 0, 0, 9)),
        (Of::DividendReinvestment, choice(usd, 1, 10_000, 9)),
        (Of::DividendReinvestment, choice(usd, 1, 0, 0)),
        (Of::SpinOff, shares(own, 1, 4)),
        (Of::SpinOff, shares(none, 1, 4)),
        (Of::SpinOff, shares(other, 0, 4)),
        (Of::SpinOff, shares(other, 1, 0)),
        (Of::Merger, exchange(none, 0, 0, none, 0)),
        (Of::Merger, exchange(own, 1, 4, none, 0)),
        (Of::Merger, exchange(other, 1, 0, none, 0)),
        (Of::Merger, exchange(none, 1, 4, usd, 9)),
        (Of::Merger, exchange(other, 1, 4, none, 9)),
        (Of::ExchangeOffer, exchange(other, 1, 4, usd, 0)),
        (Of::ExchangeOffer, exchange(other, 1, 4, own, 9)),
        (Of::ExchangeOffer, exchange(other, 1, 4, other, 9)),
        (Of::TenderOffer, offer(own, 9, 9)),
        (Of::TenderOffer, offer(usd, 0, 9)),
        (Of::RepurchaseOffer, offer(usd, 9, 0)),
        (Of::NameChange, name("", "A")),
        (Of::NameChange, name("A", "")),
        (Of::NameChange, name("A\0B", "A")),
        (Of::NameChange, Name { name: [0xff; 64], symbol: padded("A") }),
        (Of::Liquidation, price(none, 9)),
        (Of::Delisting, price(usd, 0)),
    ]
}

#[test]
fn are_refused() {
    let code = IssuerError::UnsoundTerms as u32;
    for (kind, terms) in unsound() {
        let mut world = World::without_signatures();
        let (sound, what) = (example(kind), format!("{kind:?} {terms:?}"));
        let args = AnnounceActionArgs { terms, ..sound };
        world.refuse(announce(0, args)).assert_code(code, &what);
        world.run(announce(0, sound));
        world.refuse(amend(0, args)).assert_code(code, &what);
    }
}

#[test]
fn an_amendment_does_not_change_the_kind() {
    let mut world = World::without_signatures();
    for (sequence, kind) in (0..).zip(ActionKind::ALL) {
        world.run(announce(sequence, example(kind)));
        for other in ActionKind::ALL {
            let args = example(other);
            if !kind.takes(args.terms.form()) {
                let refused = world.refuse(amend(sequence, args));
                refused.assert_code(IssuerError::UnsoundTerms as u32, other.code());
            }
        }
    }
}
