//! What a command wants to do: one transaction, before anything is simulated, signed or sent.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use solana_keypair::Keypair;
use solana_signer::Signer as _;

/// Somebody who signs: with the key at hand, or elsewhere.
#[derive(Debug)]
pub enum Signatory {
    /// The key is at hand.
    Held(Box<Keypair>),
    /// The key is elsewhere: only --sign-only and --propose do with the address.
    Elsewhere(Pubkey),
}

impl Signatory {
    /// Whose signature it is.
    #[must_use]
    pub fn address(&self) -> Pubkey {
        match self {
            Self::Held(keypair) => keypair.pubkey(),
            Self::Elsewhere(address) => *address,
        }
    }
}

/// One transaction. Fee payer and acting member of staff sign without being named here.
#[derive(Debug, Default)]
pub struct Plan {
    /// What it does, in a few words of the present tense: "halt trading of AAPLx".
    pub title: String,
    /// In their order. Limit and price of compute units are put in front when it is sent.
    pub instructions: Vec<Instruction>,
    /// Who signs beside the fee payer and whoever acts: a new mint, a checker, a holder.
    pub signers: Vec<Signatory>,
    /// What is said besides what the simulation shows, as label and value.
    pub details: Vec<(String, String)>,
    /// Why it cannot be taken back, if it cannot: it is asked for then.
    pub irreversible: Option<&'static str>,
}

impl Plan {
    /// A plan of these instructions.
    #[must_use]
    pub fn new(title: impl Into<String>, instructions: Vec<Instruction>) -> Self {
        Self { title: title.into(), instructions, ..Self::default() }
    }

    /// Signed by this one too.
    #[must_use]
    pub fn signed_by(mut self, signatory: Signatory) -> Self {
        self.signers.push(signatory);
        self
    }

    /// Says this beforehand too.
    #[must_use]
    pub fn detail(mut self, label: impl Into<String>, value: impl Into<String>) -> Self {
        self.details.push((label.into(), value.into()));
        self
    }

    /// Asks before it is sent, with this reason: "a closed asset can never issue again".
    #[must_use]
    pub const fn irreversible(mut self, reason: &'static str) -> Self {
        self.irreversible = Some(reason);
        self
    }
}
