//! What a settlement has moved, against the price, the limit and the fee that both sides agreed to.

use scrip_svm_tests::World;

use super::{Difference, balance};
use crate::invariant::Invariant::Prices;
use crate::model::Model;
use crate::model::arithmetic::quote;
use crate::operation::Operation;
use crate::scene::scene;

/// Fails if an investor has paid more, or a holder got less, than the operation lets them. The model is
/// still the one before it.
pub fn prices(world: &World, model: &Model, operation: &Operation) -> Result<(), Difference> {
    let multiplier = model.multiplier();
    let paid = |money: usize| {
        let account = scene().cash_account(&model.treasury, money);
        let before = model.treasuries[model.treasury_place()][money];
        balance(world, &account).saturating_sub(before)
    };
    match operation {
        Operation::Fill { request, money, amount, price, .. } => {
            let open = &model.subscriptions[request];
            let agreed = quote(*amount, multiplier, *price, open.fee_bps, true);
            let agreed = agreed.map_or(0, |quote| quote.value + quote.fee);
            let in_all = open.most_for(open.filled.saturating_add(*amount));
            let most = agreed.min(in_all.saturating_sub(open.spent));
            at_most("paid for a fill", paid(*money), most)
        }
        Operation::Purchase { money, amount, price, most, .. } => {
            let agreed = quote(*amount, multiplier, *price, model.fees.0, true);
            let agreed = agreed.map_or(0, |quote| quote.value + quote.fee);
            at_most("paid for a purchase", paid(*money), agreed.min(*most))
        }
        Operation::Settle { request, money, amount, price, .. } => {
            let open = &model.redemptions[request];
            let agreed = quote(*amount, multiplier, *price, open.fee_bps, false);
            let agreed = agreed.map_or(0, |quote| quote.value.saturating_sub(quote.fee));
            let in_all = open.least_for(open.settled.saturating_add(*amount));
            let least = agreed.max(in_all.saturating_sub(open.paid));
            let account = scene().cash_account(&scene().people[request.0], *money);
            let got = balance(world, &account).saturating_sub(model.people[request.0].cash[*money]);
            if got >= least {
                return Ok(());
            }
            let what = format!("got for a redemption: expected at least {least}, seen {got}");
            Err(Difference { invariant: Prices, what })
        }
        _ => Ok(()),
    }
}

fn at_most(what: &str, seen: u64, most: u64) -> Result<(), Difference> {
    if seen <= most {
        return Ok(());
    }
    let what = format!("{what}: expected at most {most}, seen {seen}");
    Err(Difference { invariant: Prices, what })
}
