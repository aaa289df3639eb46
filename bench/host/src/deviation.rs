//! Which figures have moved too far from the baseline.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

/// A deviation of more than one part in this many is told: 2 %.
const TOLERANCE: u64 = 50;

/// One line for each figure of the report that deviates from the baseline, and for each that only one of
/// the two has.
pub fn deviations(baseline: &Value, measured: &Value) -> Vec<String> {
    let (baseline, measured) = (figures(baseline), figures(measured));
    let names: BTreeSet<_> = baseline.keys().chain(measured.keys()).collect();
    let line = |name: &String| match (baseline.get(name), measured.get(name)) {
        (Some(&before), Some(&now)) if before.abs_diff(now) * TOLERANCE > before => {
            Some(format!("{name}: baseline {before}, measured {now}, {}", percent(before, now)))
        }
        (Some(_), Some(_)) => None,
        (before, now) => {
            let [before, now] =
                [before, now].map(|figure| figure.map_or("none".into(), u64::to_string));
            Some(format!("{name}: baseline {before}, measured {now}"))
        }
    };
    names.into_iter().filter_map(line).collect()
}

/// Every number of the tree, by its path.
fn figures(tree: &Value) -> BTreeMap<String, u64> {
    let mut found = BTreeMap::new();
    let mut open = vec![(String::new(), tree)];
    while let Some((path, value)) = open.pop() {
        if let Value::Object(fields) = value {
            let separator = if path.is_empty() { "" } else { "." };
            open.extend(
                fields.iter().map(|(name, value)| (format!("{path}{separator}{name}"), value)),
            );
        } else if let Some(figure) = value.as_u64() {
            found.insert(path, figure);
        }
    }
    found
}

/// The change in per cent, to one decimal, rounded towards zero.
fn percent(before: u64, now: u64) -> String {
    if before == 0 {
        return "was nothing".into();
    }
    let sign = if now > before { '+' } else { '-' };
    let tenths = before.abs_diff(now) * 1_000 / before;
    format!("{sign}{}.{} %", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::deviations;

    #[test]
    fn two_per_cent_pass_and_more_does_not() {
        let baseline = json!({"a": {"b": 1_000}});
        for same in [980, 1_000, 1_020] {
            assert!(deviations(&baseline, &json!({"a": {"b": same}})).is_empty());
        }
        for (other, line) in [
            (979, "a.b: baseline 1000, measured 979, -2.1 %"),
            (1_021, "a.b: baseline 1000, measured 1021, +2.1 %"),
        ] {
            assert_eq!(deviations(&baseline, &json!({"a": {"b": other}})), [line]);
        }
    }

    #[test]
    fn nothing_stays_nothing() {
        assert!(deviations(&json!({"a": 0}), &json!({"a": 0})).is_empty());
        let line = "a: baseline 0, measured 1, was nothing";
        assert_eq!(deviations(&json!({"a": 0}), &json!({"a": 1})), [line]);
    }

    #[test]
    fn figures_of_one_side_only() {
        let lines = ["new: baseline none, measured 2", "old: baseline 1, measured none"];
        assert_eq!(deviations(&json!({"old": 1}), &json!({"new": 2})), lines);
    }
}
