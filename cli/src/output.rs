//! Answers, as a table for people or as JSON for programs.

use comfy_table::presets::NOTHING;
use comfy_table::{CellAlignment, Table};
use serde_json::{Map, Value, json};

use crate::options::Output;

/// What a command answers.
#[derive(Clone, Debug)]
pub enum Answer {
    /// One thing, field by field.
    Record(Vec<(&'static str, Value)>),
    /// Many things of one kind.
    Rows {
        /// What the columns are.
        columns: Vec<&'static str>,
        /// A value for each column.
        rows: Vec<Vec<Value>>,
        /// What is said to people when there are none, and what to do about it.
        empty: &'static str,
    },
}

impl Answer {
    /// Prints it to standard output.
    pub fn print(&self, output: Output) {
        match output {
            Output::Table => println!("{}", self.table()),
            Output::Json => println!("{:#}", self.json()),
        }
    }

    fn json(&self) -> Value {
        match self {
            Self::Record(fields) => {
                object(fields.iter().map(|(name, value)| (*name, value.clone())))
            }
            Self::Rows { columns, rows, .. } => rows
                .iter()
                .map(|row| object(columns.iter().copied().zip(row.iter().cloned())))
                .collect(),
        }
    }

    fn table(&self) -> String {
        let mut table = Table::new();
        table.load_preset(NOTHING);
        match self {
            Self::Record(fields) => {
                for (name, value) in fields {
                    table.add_row([(*name).replace('_', " "), shown(value)]);
                }
            }
            Self::Rows { rows, empty, .. } if rows.is_empty() => return (*empty).to_owned(),
            Self::Rows { columns, rows, .. } => {
                table.set_header(columns.iter().map(|name| name.replace('_', " ").to_uppercase()));
                for row in rows {
                    table.add_row(row.iter().map(shown));
                }
                let numeric =
                    |place: usize| rows.iter().all(|row| row.get(place).is_some_and(is_number));
                for place in 0..columns.len() {
                    if let Some(column) = table.column_mut(place).filter(|_| numeric(place)) {
                        column.set_cell_alignment(CellAlignment::Right);
                    }
                }
            }
        }
        table.trim_fmt()
    }
}

fn object<'a>(fields: impl Iterator<Item = (&'a str, Value)>) -> Value {
    Value::Object(fields.map(|(name, value)| (name.to_owned(), value)).collect::<Map<_, _>>())
}

fn is_number(value: &Value) -> bool {
    match value {
        Value::Number(_) => true,
        Value::String(text) => text.parse::<f64>().is_ok(),
        _ => false,
    }
}

/// As people read it.
fn shown(value: &Value) -> String {
    match value {
        Value::Null => "-".to_owned(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().map(shown).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}

/// A number that may pass 2^53, as JSON carries it.
#[must_use]
pub fn big(number: impl std::fmt::Display) -> Value {
    json!(number.to_string())
}
