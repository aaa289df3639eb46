//! Runs operations of the compiler self-test on chain (LiteSVM) and compares them with this machine.

use std::fmt;
use std::path::{Path, PathBuf};

use litesvm::LiteSVM;
use scrip_selftest_operations::{OPERATIONS, digest};
use solana_address::Address;
use solana_compute_budget_interface::ComputeBudgetInstruction;
use solana_instruction::Instruction;
use solana_keypair::Keypair;
use solana_message::Message;
use solana_signer::Signer;
use solana_transaction::Transaction;

/// The most that a transaction may use.
const COMPUTE_UNITS: u32 = 1_400_000;

/// What was seen on chain, against what this machine computes.
#[derive(Debug)]
pub struct Difference {
    operation: &'static str,
    seed: u64,
    got: String,
    want: String,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { operation, seed, got, want } = self;
        write!(
            f,
            "operation {operation}, seed {seed:#018x}: on chain {got}, on this machine {want}"
        )
    }
}

/// A chain that has the self-test program.
pub struct Chain {
    svm: LiteSVM,
    program: Address,
    payer: Keypair,
}

impl Chain {
    /// Load the compiled program.
    ///
    /// # Errors
    /// When the program was not built, or the loader refuses it.
    pub fn new() -> Result<Self, String> {
        let artefact = artefact();
        let code = std::fs::read(&artefact).map_err(|error| {
            format!(
                "{}: {error}: run toolchain/build.sh toolchain/selftest/program",
                artefact.display()
            )
        })?;
        // Seeds make every transaction one of a kind, so history would only cost memory; and nothing
        // here depends on signatures.
        let mut svm = LiteSVM::new().with_transaction_history(0).with_sigverify(false);
        let program = Address::new_from_array([7; 32]);
        svm.add_program(program, &code).map_err(|error| format!("loader: {error:?}"))?;
        let payer = Keypair::new_from_array([1; 32]);
        svm.airdrop(&payer.pubkey(), 1_000_000_000_000)
            .map_err(|error| format!("airdrop: {:?}", error.err))?;
        Ok(Self { svm, program, payer })
    }

    /// Compare one operation for one seed.
    ///
    /// # Errors
    /// The difference, when there is one; a transaction that fails is one.
    pub fn compare(&mut self, number: u8, seed: u64) -> Result<(), Difference> {
        self.compare_with(number, seed, seed)
    }

    /// Compare, giving this machine a seed of its own; different seeds must give different digests.
    ///
    /// # Errors
    /// As for [`Self::compare`].
    pub fn compare_with(
        &mut self,
        number: u8,
        seed: u64,
        native_seed: u64,
    ) -> Result<(), Difference> {
        let want =
            digest(number, native_seed).map_or_else(|| "no such operation".into(), |d| hex(&d));
        let got = self.run(number, seed).map_or_else(|error| error, |data| hex(&data));
        if got == want {
            return Ok(());
        }
        let operation = OPERATIONS.get(usize::from(number)).map_or("unknown", |o| o.name);
        Err(Difference { operation, seed, got, want })
    }

    /// The digest that the program returns, or what went wrong.
    fn run(&mut self, number: u8, seed: u64) -> Result<Vec<u8>, String> {
        let mut data = vec![number];
        data.extend_from_slice(&seed.to_le_bytes());
        let instructions = [
            ComputeBudgetInstruction::set_compute_unit_limit(COMPUTE_UNITS),
            Instruction { program_id: self.program, accounts: vec![], data },
        ];
        let message = Message::new(&instructions, Some(&self.payer.pubkey()));
        let transaction = Transaction::new(&[&self.payer], message, self.svm.latest_blockhash());
        match self.svm.send_transaction(transaction) {
            // A validator drops trailing zeros of return data.
            Ok(done) => {
                let mut data = done.return_data.data;
                data.resize(32, 0);
                Ok(data)
            }
            Err(failed) => Err(format!("{:?} after {:?}", failed.err, failed.meta.logs.last())),
        }
    }
}

fn artefact() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../target/deploy/scrip_selftest.so")
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
