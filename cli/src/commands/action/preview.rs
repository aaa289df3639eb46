//! The multiplier that comes of an action, by the same rules as on chain.

use anyhow::bail;
use scrip_issuer::state::{ActionTerms, Asset};
use scrip_rules::corporate_action::{ActionError, ActionKind, check_ratio};
use scrip_rules::multiplier::{Multiplier, Ratio};

use crate::values::fraction::Percent;

/// The multiplier before and after, for an action that takes effect at `effective_at` (unix seconds); `None` if it
/// does not move it.
///
/// # Errors
/// If the asset does not let an action of this kind move it so far.
pub fn multipliers(
    asset: &Asset,
    kind: ActionKind,
    terms: &ActionTerms,
    effective_at: i64,
) -> anyhow::Result<Option<(Multiplier, Multiplier)>> {
    let ratio = match *terms {
        ActionTerms::Ratio { numerator, denominator } => Ratio::new(numerator, denominator).ok(),
        ActionTerms::Reinvestment { gross, withholding_bps, price } => {
            scrip_rules::entitlement::reinvestment_ratio(gross, withholding_bps, price)
        }
        _ => return Ok(None),
    };
    let Some(ratio) = ratio else {
        bail!(
            "there is nothing to reinvest: the dividend, what is left after tax, and the price must be above 0"
        );
    };
    if let Err(error) = check_ratio(kind, ratio, &asset.bounds()) {
        bail!("{}", beyond(asset, kind, ratio, error));
    }
    let track =
        asset.track().map_err(|error| anyhow::anyhow!("asset of mint {}: {error}", asset.mint))?;
    let before = track.at(effective_at);
    let after = before.apply(ratio);
    let after =
        after.map_err(|error| anyhow::anyhow!("multiplier {before} by {ratio}: {error}"))?;
    Ok(Some((before, after)))
}

fn beyond(asset: &Asset, kind: ActionKind, ratio: Ratio, error: ActionError) -> String {
    let code = kind.code();
    match error {
        ActionError::NotGrowing => {
            format!("the ratio {ratio} of a {code} must make more shares: write AFTER:BEFORE")
        }
        ActionError::NotShrinking => {
            format!("the ratio {ratio} of a {code} must make fewer shares: write AFTER:BEFORE")
        }
        _ => {
            let bound = match kind {
                ActionKind::ForwardSplit => format!("{}:1", asset.split_max),
                ActionKind::ReverseSplit => format!("1:{}", asset.reverse_split_max),
                ActionKind::CashDividend => {
                    format!("a growth of {}", Percent(asset.dividend_max_bps))
                }
                _ => format!("a growth of {}", Percent(asset.bonus_max_bps)),
            };
            format!(
                "the ratio {ratio} is beyond what this share lets a {code} do at once, {bound}: `scrip change propose \
                 action-limits` raises it"
            )
        }
    }
}
