//! The committed IDLs of both programs, embedded: what is decoded is what was published.

use std::sync::LazyLock;

use anchor_lang::prelude::Pubkey;
use anchor_lang_idl_spec::{Idl, IdlTypeDef};

const ISSUER: &str = include_str!("../../../idl/scrip_issuer.json");
const HOOK: &str = include_str!("../../../idl/scrip_transfer_hook.json");

static IDLS: LazyLock<Vec<Idl>> = LazyLock::new(|| {
    // SECURITY: embedded when compiled; `tests` read both.
    [ISSUER, HOOK].iter().filter_map(|text| serde_json::from_str(text).ok()).collect()
});

/// Both of them.
#[must_use]
pub fn all() -> &'static [Idl] {
    &IDLS
}

/// That of a program, if it is one of the two.
#[must_use]
pub fn of(program: &Pubkey) -> Option<&'static Idl> {
    let address = program.to_string();
    IDLS.iter().find(|idl| idl.address == address)
}

/// A type by its name.
#[must_use]
pub fn type_named<'a>(idl: &'a Idl, name: &str) -> Option<&'a IdlTypeDef> {
    idl.types.iter().find(|def| def.name == name)
}
