//! A chain in process, with everybody of [`crate::cast`] set up on it.

mod lookup_table;

pub use lookup_table::{ACCOUNT_LOCKS, PACKET};

use std::sync::LazyLock;

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use anchor_lang::{AccountDeserialize, AccountSerialize, Discriminator};
use litesvm::LiteSVM;
use solana_account::Account;
use solana_clock::Clock;
use solana_message::Message;
use solana_transaction::Transaction;

use scrip_issuer::AnnounceActionArgs;
use scrip_issuer::state::Asset;

use crate::cast::Share;
use crate::outcome::{Failure, Receipt};
use crate::{issuer_program, keys, setup};

/// The time at which every test begins, unix seconds.
pub const START: i64 = 1_800_000_000;

static READY: LazyLock<World> = LazyLock::new(|| setup::world(START));

/// A chain in process.
#[derive(Clone)]
pub struct World {
    svm: LiteSVM,
}

impl World {
    /// A copy of the world in which everybody is set up.
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        READY.clone()
    }

    /// A world of its own in which everybody is set up at another time than [`START`], unix seconds.
    pub fn starting_at(time: i64) -> Self {
        setup::world(time)
    }

    /// A copy of that world in which the runtime believes every claim of a signature. The programs see the
    /// same flags as ever, and thousands of transactions take seconds instead of minutes.
    pub fn without_signatures() -> Self {
        Self::new().trusting_signatures()
    }

    /// This world, in which the runtime believes every claim of a signature from now on.
    pub fn trusting_signatures(self) -> Self {
        Self { svm: self.svm.with_sigverify(false) }
    }

    /// A chain with the two programs and nothing else, at this time (unix seconds).
    pub(crate) fn empty(time: i64) -> Self {
        // Every transaction is judged by itself: sending the same twice is what some tests are about.
        let mut svm = LiteSVM::new().with_transaction_history(0).with_log_bytes_limit(None);
        svm.add_program(scrip_transfer_hook::ID, &crate::artefacts::transfer_hook()).unwrap();
        svm.add_program(scrip_issuer::ID, &crate::artefacts::issuer()).unwrap();
        let mut world = Self { svm };
        world.set_time(time);
        world.give_lamports(fee_payer(), 1_000_000_000_000);
        world
    }

    /// Puts other code at a program's address. All accounts stay as they are.
    pub fn replace_program(&mut self, program: Pubkey, artefact: &[u8]) {
        self.svm.add_program(program, artefact).unwrap();
    }

    /// Sends one instruction, signed by every key that it names as a signer.
    pub fn send(&mut self, instruction: Instruction) -> Result<Receipt, Failure> {
        self.send_all(&[instruction])
    }

    /// Sends instructions in one transaction, signed by every key that they name as a signer.
    pub fn send_all(&mut self, instructions: &[Instruction]) -> Result<Receipt, Failure> {
        let message = Message::new(instructions, Some(&fee_payer()));
        let addresses = message.account_keys.clone();
        let mut transaction = Transaction::new_unsigned(message);
        if self.svm.get_sigverify() {
            let signers = usize::from(transaction.message.header.num_required_signatures);
            let keys: Vec<_> = addresses[..signers].iter().map(keys::key_of).collect();
            let keys: Vec<_> = keys.iter().collect();
            transaction.sign(&keys, self.svm.latest_blockhash());
        } else {
            transaction.message.recent_blockhash = self.svm.latest_blockhash();
        }
        match self.svm.send_transaction(transaction) {
            Ok(meta) => Ok(Receipt::new(meta, &addresses)),
            Err(failed) => Err(failed.into()),
        }
    }

    /// Sends one instruction that must go through.
    #[track_caller]
    pub fn run(&mut self, instruction: Instruction) -> Receipt {
        match self.send(instruction) {
            Ok(receipt) => receipt,
            Err(failure) => panic!("{:?}\n{}", failure.error, failure.logs.join("\n")),
        }
    }

    /// Sends one instruction that must fail and change none of its accounts.
    #[track_caller]
    pub fn refuse(&mut self, instruction: Instruction) -> Failure {
        let before = self.accounts_of(&instruction);
        let Err(failure) = self.send(instruction.clone()) else {
            panic!("the instruction went through, but it must fail");
        };
        assert_eq!(self.accounts_of(&instruction), before, "a failed instruction left a trace");
        failure
    }

    /// Announces a corporate action of a share and schedules it. Returns the receipt of the latter.
    #[track_caller]
    pub fn schedule(&mut self, share: &Share, args: AnnounceActionArgs) -> Receipt {
        let asset: Asset = self.read(&share.asset);
        let sequence = asset.action_count;
        self.run(issuer_program::announce_action(share, sequence, args));
        let in_force = asset.track().unwrap().at(self.now()).scaled();
        self.run(issuer_program::schedule_action(share, sequence, in_force))
    }

    /// Every account that an instruction names, in order.
    pub fn accounts_of(&self, instruction: &Instruction) -> Vec<Option<Account>> {
        instruction.accounts.iter().map(|meta| self.account(&meta.pubkey)).collect()
    }

    /// The account; `None` if there is none.
    pub fn account(&self, address: &Pubkey) -> Option<Account> {
        self.svm.get_account(address).filter(|account| account.lamports > 0)
    }

    /// The data of an account that there must be.
    #[track_caller]
    pub fn data(&self, address: &Pubkey) -> Vec<u8> {
        self.account(address).unwrap_or_else(|| panic!("there is no account {address}")).data
    }

    /// An account of one of the programs.
    #[track_caller]
    pub fn read<T: AccountDeserialize>(&self, address: &Pubkey) -> T {
        T::try_deserialize(&mut &self.data(address)[..]).unwrap()
    }

    /// Fails unless the account holds exactly this, in its serialised form.
    #[track_caller]
    pub fn assert_account<T: AccountSerialize>(&self, address: &Pubkey, expected: &T) {
        let mut bytes = Vec::new();
        expected.try_serialize(&mut bytes).unwrap();
        assert_eq!(self.data(address), bytes);
    }

    /// Fails unless the account holds exactly this, in its layout in memory.
    #[track_caller]
    pub fn assert_pod<T: bytemuck::Pod + Discriminator>(&self, address: &Pubkey, expected: &T) {
        let bytes = [T::DISCRIMINATOR, bytemuck::bytes_of(expected)].concat();
        assert_eq!(self.data(address), bytes);
    }

    /// Writes an account past all programs, to stage what no program would do.
    pub fn set_account(&mut self, address: Pubkey, account: Account) {
        self.svm.set_account(address, account).unwrap();
    }

    /// Changes an account past all programs.
    pub fn edit(&mut self, address: Pubkey, change: impl FnOnce(&mut Account)) {
        let mut account = self.account(&address).unwrap();
        change(&mut account);
        self.set_account(address, account);
    }

    /// Gives lamports to an address, on top of what it has.
    pub fn give_lamports(&mut self, address: Pubkey, lamports: u64) {
        let mut account = self.account(&address).unwrap_or_default();
        account.lamports += lamports;
        self.set_account(address, account);
    }

    /// Lamports with which an account of this length is exempt from rent.
    pub fn rent(&self, len: usize) -> u64 {
        self.svm.minimum_balance_for_rent_exemption(len)
    }

    /// The clock, unix seconds.
    pub fn now(&self) -> i64 {
        self.svm.get_sysvar::<Clock>().unix_timestamp
    }

    /// Sets the clock, unix seconds.
    pub fn set_time(&mut self, time: i64) {
        let mut clock = self.svm.get_sysvar::<Clock>();
        clock.unix_timestamp = time;
        self.svm.set_sysvar(&clock);
    }

    /// Sets the epoch, from which Token-2022 tells when a token's fee begins.
    pub fn set_epoch(&mut self, epoch: u64) {
        let mut clock = self.svm.get_sysvar::<Clock>();
        clock.epoch = epoch;
        self.svm.set_sysvar(&clock);
    }
}

/// Pays the fees, and has no other part in any instruction.
fn fee_payer() -> Pubkey {
    keys::wallet("fee payer")
}
