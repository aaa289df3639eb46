//! A decoded value, as JSON for programs and as lines for people.

use serde_json::{Map, Value, json};

/// Fields that say nothing to people.
const SILENT: [&str; 4] = ["bump", "destination_bump", "escrow_bump", "version"];

/// What bytes mean. Fields stay in the order of their layout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decoded {
    /// Anything that is written in one piece.
    Text(String),
    /// Yes or no.
    Bool(bool),
    /// Up to 32 bits.
    Number(i64),
    /// A number that stands for something: its digits, and what people call it.
    Named(String, String),
    /// Many of one type.
    List(Vec<Self>),
    /// A struct.
    Fields(Vec<(String, Self)>),
    /// An enum: its variant, and what belongs to that.
    Variant(String, Vec<(String, Self)>),
}

impl Decoded {
    /// As JSON: what may pass 2^53 is text.
    #[must_use]
    pub fn json(&self) -> Value {
        match self {
            Self::Text(text) => json!(text),
            Self::Bool(is) => json!(is),
            Self::Number(number) => json!(number),
            Self::Named(digits, _) => json!(digits),
            Self::List(values) => values.iter().map(Self::json).collect(),
            Self::Fields(fields) => object(fields),
            Self::Variant(name, fields) if fields.is_empty() => json!(name),
            Self::Variant(name, fields) => json!({ name.as_str(): object(fields) }),
        }
    }

    /// For people: one line for each field, what was and what is joined as `old -> new`.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let (Self::Fields(fields) | Self::Variant(_, fields)) = self else {
            return vec![self.inline()];
        };
        let field = |name: &str| fields.iter().find(|(known, _)| known == name);
        let mut lines = Vec::new();
        for (name, value) in fields {
            if SILENT.contains(&name.as_str()) {
                continue;
            }
            // `old` and `new`, `old_state` and `new_state`.
            let partner =
                |from: &str, to: &str| name.strip_prefix(from).map(|rest| format!("{to}{rest}"));
            if partner("new", "old").is_some_and(|old| field(&old).is_some()) {
                continue;
            }
            let new = partner("old", "new").and_then(|new| field(&new));
            let shown = readable(name.trim_start_matches("old_"));
            match new {
                Some((_, new)) if name == "old" => lines.push(change("value", value, new)),
                Some((_, new)) => lines.push(change(&shown, value, new)),
                None => lines.push(format!("{}: {}", readable(name), value.inline())),
            }
        }
        lines
    }

    /// In one piece of text.
    #[must_use]
    pub fn inline(&self) -> String {
        match self {
            Self::Text(text) if text.is_empty() => "-".to_owned(),
            Self::Text(text) => text.clone(),
            Self::Bool(true) => "yes".to_owned(),
            Self::Bool(false) => "no".to_owned(),
            Self::Number(number) => number.to_string(),
            Self::Named(_, name) => name.clone(),
            Self::List(values) if values.is_empty() => "none".to_owned(),
            Self::List(values) => values.iter().map(Self::inline).collect::<Vec<_>>().join(", "),
            Self::Fields(_) => format!("({})", self.lines().join(", ")),
            Self::Variant(name, fields) if fields.is_empty() => readable(name),
            Self::Variant(name, _) => format!("{} ({})", readable(name), self.lines().join(", ")),
        }
    }
}

fn change(name: &str, old: &Decoded, new: &Decoded) -> String {
    if old == new {
        return format!("{name}: {} (unchanged)", new.inline());
    }
    format!("{name}: {} -> {}", old.inline(), new.inline())
}

fn object(fields: &[(String, Decoded)]) -> Value {
    Value::Object(
        fields.iter().map(|(name, value)| (name.clone(), value.json())).collect::<Map<_, _>>(),
    )
}

/// `SharesMinted` and `old_state` as words.
#[must_use]
pub fn readable(name: &str) -> String {
    let mut words = String::with_capacity(name.len());
    for letter in name.chars() {
        if letter.is_uppercase() && !words.is_empty() && !words.ends_with(' ') {
            words.push(' ');
        }
        words.extend(if letter == '_' { ' '.to_lowercase() } else { letter.to_lowercase() });
    }
    words
}
