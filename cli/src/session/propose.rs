//! What a multisig wants, whose vault acts and pays: the message in base 58 and base 64 (as Squads imports it), and the
//! instructions one by one for others. Nothing is signed and nothing is sent.

use std::collections::BTreeSet;

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use anyhow::ensure;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use solana_hash::Hash;
use solana_message::{Message, VersionedMessage};

use super::Session;
use super::budget::Budget;
use super::carry_out::Done;
use super::compose::compose;
use super::preview::Preview;
use crate::describe::instruction::describe;
use crate::output::Answer;
use crate::plan::Plan;

impl Session {
    /// Simulates the plan as the vault, and prints what its multisig wants.
    pub(super) async fn propose(&self, plan: Plan) -> anyhow::Result<Done> {
        let (vault, payer) = (self.actor()?.address(), self.payer()?.address());
        ensure!(
            payer == vault,
            "with --propose the vault {vault} pays: leave --fee-payer out, or it would have to sign inside the multisig"
        );
        let message = compose(&vault, &plan.instructions, Budget::LARGEST, None, Hash::default())?;
        let funded = self.rpc.get_account_with_commitment(&vault, self.rpc.commitment()).await?;
        let simulated = match funded.value {
            Some(_) => self.simulate(&plan.title, message).await?,
            None => {
                eprintln!("vault {vault} has no SOL yet: not simulated");
                super::simulate::Simulated::default()
            }
        };
        let preview = Preview { plan: &plan, simulated: &simulated, budget: None, signatures: 1 };
        self.show(&preview);
        // Squads fills in a blockhash of its own.
        let legacy = VersionedMessage::Legacy(Message::new(&plan.instructions, Some(&vault)));
        let bytes = legacy.serialize();
        let base58 = bs58::encode(&bytes).into_string();
        let others = others(&plan.instructions, &vault);
        if self.is_for_people() {
            for instruction in &plan.instructions {
                println!("{}", describe(instruction).lines().join("\n"));
            }
            for other in &others {
                println!("whoever executes it needs the signature of {other} too");
            }
            println!("message in base 64, for multisigs that take that:");
            println!("{}", BASE64_STANDARD.encode(&bytes));
            println!("message in base 58, for Squads (Developers, TX builder, import):");
            println!("{base58}");
            return Ok(Done::Printed);
        }
        let mut fields = vec![
            ("title", json!(plan.title)),
            ("vault", json!(vault.to_string())),
            ("message_base58", json!(base58)),
            ("message_base64", json!(BASE64_STANDARD.encode(&bytes))),
            ("instructions", plan.instructions.iter().map(written).collect()),
            ("other_signers", others.iter().map(|other| json!(other.to_string())).collect()),
            ("events", simulated.events.iter().map(crate::describe::event::Event::json).collect()),
        ];
        fields.extend(preview.json());
        self.answer(&Answer::Record(fields));
        Ok(Done::Printed)
    }
}

/// Who signs besides the vault.
fn others(instructions: &[Instruction], vault: &Pubkey) -> BTreeSet<Pubkey> {
    let accounts = instructions.iter().flat_map(|instruction| &instruction.accounts);
    let signing = accounts.filter(|account| account.is_signer && account.pubkey != *vault);
    signing.map(|account| account.pubkey).collect()
}

/// An instruction as multisigs and wallets write it.
fn written(instruction: &Instruction) -> Value {
    let accounts = instruction.accounts.iter().map(|account| {
        json!({
            "address": account.pubkey.to_string(),
            "signer": account.is_signer,
            "writable": account.is_writable,
        })
    });
    json!({
        "program": instruction.program_id.to_string(),
        "accounts": accounts.collect::<Value>(),
        "data_base58": bs58::encode(&instruction.data).into_string(),
        "description": describe(instruction).lines(),
    })
}
