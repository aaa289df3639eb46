//! What an instruction does: of the two programs by their IDLs, and of the few programs that they work with.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use anchor_lang_idl_spec::{Idl, IdlInstruction, IdlInstructionAccountItem};
use serde_json::{Value, json};
use solana_system_interface::instruction::SystemInstruction;
use spl_token_2022_interface::instruction::TokenInstruction;

use super::decode::Decoder;
use super::idl;
use super::value::{Decoded, readable};
use crate::values::amount::format_decimal;

/// Decimals of SOL.
const SOL_DECIMALS: u8 = 9;
const TOKEN: Pubkey = Pubkey::from_str_const("TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA");
const ASSOCIATED: Pubkey = Pubkey::from_str_const("ATokenGPvbdGVxr1b2hvZbsiqW5xWH25efTNsLJA8knL");

/// An instruction in words.
#[derive(Clone, Debug)]
pub struct Described {
    /// Whose it is.
    pub program: String,
    /// What it does; nothing if that is not known here.
    pub name: Option<String>,
    /// With which arguments.
    pub arguments: Decoded,
    /// Its accounts, by name where one is known.
    pub accounts: Vec<(String, String)>,
}

impl Described {
    /// As JSON.
    #[must_use]
    pub fn json(&self) -> Value {
        let accounts = self.accounts.iter();
        let accounts = accounts.map(|(name, address)| json!({ "name": name, "address": address }));
        json!({
            "program": self.program, "name": self.name, "arguments": self.arguments.json(),
            "accounts": accounts.collect::<Value>(),
        })
    }

    /// For people: the program and what it does, then arguments and accounts.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let title = self.name.as_deref().map_or_else(
            || {
                "nothing is known of this program: do not sign unless you know what it does"
                    .to_owned()
            },
            readable,
        );
        let mut lines = vec![format!("{}: {title}", self.program)];
        lines.extend(self.arguments.lines().into_iter().map(|line| format!("  {line}")));
        let accounts = self.accounts.iter();
        lines.extend(accounts.map(|(name, address)| format!("  {}: {address}", readable(name))));
        lines
    }
}

/// A program's name, or its address.
#[must_use]
pub fn program_name(program: &Pubkey) -> String {
    match *program {
        issuer if issuer == scrip_issuer::ID => "Scrip issuer".to_owned(),
        hook if hook == scrip_transfer_hook::ID => "Scrip transfer hook".to_owned(),
        spl_token_2022_interface::ID => "Token-2022".to_owned(),
        TOKEN => "Token".to_owned(),
        ASSOCIATED => "Associated token account".to_owned(),
        solana_sdk_ids::system_program::ID => "System".to_owned(),
        solana_sdk_ids::compute_budget::ID => "Compute budget".to_owned(),
        other => other.to_string(),
    }
}

/// What an instruction does.
#[must_use]
pub fn describe(instruction: &Instruction) -> Described {
    let known = match instruction.program_id {
        solana_sdk_ids::system_program::ID => system(&instruction.data),
        solana_sdk_ids::compute_budget::ID => compute_budget(&instruction.data),
        spl_token_2022_interface::ID | TOKEN => token(&instruction.data),
        ASSOCIATED => associated(&instruction.data),
        _ => None,
    };
    let scrip = idl::of(&instruction.program_id).and_then(|idl| of_idl(idl, &instruction.data));
    let (names, known) = match scrip {
        Some((of_idl, arguments)) => (names_of(of_idl), Some((of_idl.name.clone(), arguments))),
        None => (Vec::new(), known),
    };
    let accounts = instruction.accounts.iter().enumerate().map(|(place, account)| {
        let name = names.get(place).cloned().unwrap_or_else(|| format!("account {place}"));
        (name, account.pubkey.to_string())
    });
    let (name, arguments) = match known {
        Some((name, arguments)) => (Some(name), arguments),
        None => {
            let data = bs58::encode(&instruction.data).into_string();
            (None, Decoded::Fields(vec![text("data in base 58", data)]))
        }
    };
    let program = program_name(&instruction.program_id);
    Described { program, name, arguments, accounts: accounts.collect() }
}

fn of_idl<'a>(idl: &'a Idl, data: &[u8]) -> Option<(&'a IdlInstruction, Decoded)> {
    let found = idl.instructions.iter().find(|known| data.starts_with(&known.discriminator))?;
    let rest = data.strip_prefix(found.discriminator.as_slice())?;
    Some((found, Decoded::Fields(Decoder::new(idl, rest).fields(&found.args).ok()?)))
}

fn names_of(instruction: &IdlInstruction) -> Vec<String> {
    let mut names = Vec::new();
    for item in &instruction.accounts {
        match item {
            IdlInstructionAccountItem::Single(account) => names.push(account.name.clone()),
            IdlInstructionAccountItem::Composite(group) => names.push(group.name.clone()),
        }
    }
    names
}

fn text(name: &str, value: impl Into<String>) -> (String, Decoded) {
    (name.to_owned(), Decoded::Text(value.into()))
}

fn known(name: &str, arguments: Vec<(String, Decoded)>) -> Option<(String, Decoded)> {
    Some((name.to_owned(), Decoded::Fields(arguments)))
}

/// Lamports, in SOL.
#[must_use]
pub fn sol(lamports: u64) -> String {
    format!("{} SOL", format_decimal(lamports.into(), SOL_DECIMALS))
}

fn system(data: &[u8]) -> Option<(String, Decoded)> {
    match bincode::deserialize(data).ok()? {
        SystemInstruction::Transfer { lamports } => {
            known("transfer", vec![text("amount", sol(lamports))])
        }
        SystemInstruction::CreateAccount { lamports, space, owner } => known(
            "create_account",
            vec![
                text("rent", sol(lamports)),
                text("bytes", space.to_string()),
                text("owner", program_name(&owner)),
            ],
        ),
        SystemInstruction::AdvanceNonceAccount => known("advance_nonce_account", Vec::new()),
        SystemInstruction::WithdrawNonceAccount(lamports) => {
            known("withdraw_nonce_account", vec![text("amount", sol(lamports))])
        }
        SystemInstruction::InitializeNonceAccount(authority) => {
            known("initialize_nonce_account", vec![text("authority", authority.to_string())])
        }
        SystemInstruction::AuthorizeNonceAccount(authority) => {
            known("authorize_nonce_account", vec![text("new authority", authority.to_string())])
        }
        other => known(&format!("{other:?}"), Vec::new()),
    }
}

/// Its layout is a byte and a number, of which the crate reads none without another derive.
fn compute_budget(data: &[u8]) -> Option<(String, Decoded)> {
    let (which, number) = data.split_first()?;
    let short = || number.try_into().ok().map(u32::from_le_bytes);
    match which {
        2 => known("set_compute_unit_limit", vec![text("units", short()?.to_string())]),
        3 => {
            let price = u64::from_le_bytes(number.try_into().ok()?);
            known(
                "set_compute_unit_price",
                vec![text("micro-lamports for each unit", price.to_string())],
            )
        }
        _ => None,
    }
}

fn token(data: &[u8]) -> Option<(String, Decoded)> {
    match TokenInstruction::unpack(data).ok()? {
        TokenInstruction::TransferChecked { amount, decimals } => known(
            "transfer_checked",
            vec![text("raw units", amount.to_string()), text("decimals", decimals.to_string())],
        ),
        other => known(&format!("{other:?}"), Vec::new()),
    }
}

fn associated(data: &[u8]) -> Option<(String, Decoded)> {
    let name = match data.first() {
        None | Some(0) => "create",
        Some(1) => "create_idempotent",
        Some(2) => "recover_nested",
        Some(_) => return None,
    };
    known(name, Vec::new())
}
