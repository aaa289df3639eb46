//! Events, by which the programs say what has changed. `emit_cpi!` has a program call itself with the event as data.

use anchor_lang::prelude::Pubkey;
use serde_json::{Value, json};

use super::decode::Decoder;
use super::idl;
use super::value::{Decoded, readable};

/// sha256("anchor:event"), the first 8 bytes, little-endian last: what such a call begins with.
const TAG: [u8; 8] = [0xe4, 0x45, 0xa5, 0x2e, 0x51, 0xcb, 0x9a, 0x1d];

/// Something that a program says has happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// What: `SharesMinted`.
    pub name: String,
    /// With which values.
    pub data: Decoded,
}

impl Event {
    /// As JSON.
    #[must_use]
    pub fn json(&self) -> Value {
        json!({ "event": self.name, "data": self.data.json() })
    }

    /// For people: what, and line by line with which values.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let mut lines = vec![readable(&self.name)];
        lines.extend(self.data.lines().into_iter().map(|line| format!("  {line}")));
        lines
    }
}

/// The event that a call to `program` with this data is, if it is one.
#[must_use]
pub fn decode(program: &Pubkey, data: &[u8]) -> Option<Event> {
    let (idl, bytes) = (idl::of(program)?, data.strip_prefix(&TAG)?);
    let event = idl.events.iter().find(|event| bytes.starts_with(&event.discriminator))?;
    let rest = bytes.strip_prefix(event.discriminator.as_slice())?;
    let data = Decoder::new(idl, rest).named(&event.name).ok()?;
    Some(Event { name: event.name.clone(), data })
}
