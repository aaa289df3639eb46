//! What is said before a transaction is sent: what it does, costs and changes.

use serde_json::{Value, json};

use super::Session;
use super::budget::Budget;
use super::simulate::Simulated;
use crate::describe::instruction::sol;
use crate::options::Output;
use crate::output::big;
use crate::plan::Plan;

/// A plan that has been simulated.
#[derive(Debug)]
pub struct Preview<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// What it would do.
    pub simulated: &'a Simulated,
    /// What it may use; nothing where the multisig decides.
    pub budget: Option<Budget>,
    /// How many sign.
    pub signatures: u8,
}

impl Preview<'_> {
    /// Label and value of all that is said in one line each.
    #[must_use]
    pub fn facts(&self) -> Vec<(String, String)> {
        let mut facts = self.plan.details.clone();
        let mut say = |label: &str, value: String| facts.push((label.to_owned(), value));
        if let Some(budget) = self.budget {
            say("fee", sol(budget.fee(self.signatures)));
            let (units, limit, price) = (self.simulated.units, budget.units, budget.price);
            say("compute units", format!("{units} (limit {limit}, {price} micro-lamports each)"));
        } else {
            say("compute units", self.simulated.units.to_string());
        }
        if let (count @ 1.., locked) = self.simulated.opened {
            say("rent locked", format!("{} in {count} new account(s)", sol(locked)));
        }
        if let (count @ 1.., freed) = self.simulated.closed {
            say("rent returned", format!("{} of {count} closed account(s)", sol(freed)));
        }
        facts
    }

    /// For programs, as fields of the answer.
    #[must_use]
    pub fn json(&self) -> Vec<(&'static str, Value)> {
        let details = self.plan.details.iter();
        let details =
            details.map(|(label, value)| (label.clone(), json!(value))).collect::<Value>();
        vec![
            ("details", details),
            ("rent_locked_lamports", big(self.simulated.opened.1)),
            ("rent_returned_lamports", big(self.simulated.closed.1)),
        ]
    }
}

impl Session {
    /// Says it on standard error, to people; programs find it in the answer.
    pub fn show(&self, preview: &Preview<'_>) {
        if self.options.output == Output::Json {
            return;
        }
        eprintln!("{}", preview.plan.title);
        for (label, value) in preview.facts() {
            eprintln!("  {label}: {value}");
        }
        let changes = preview.simulated.lines();
        if !changes.is_empty() {
            eprintln!("  what will change:");
        }
        for line in changes {
            eprintln!("    {line}");
        }
    }
}
