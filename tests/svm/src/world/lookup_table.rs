//! Transactions that name accounts by an address lookup table, so that more of them fit.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use solana_address_lookup_table_interface::instruction as table;
use solana_clock::Clock;
use solana_message::{AddressLookupTableAccount, VersionedMessage, v0};
use solana_transaction::versioned::VersionedTransaction;

use super::{World, fee_payer};
use crate::cast::cast;
use crate::keys;
use crate::outcome::{Failure, Receipt};

/// What a packet of the network carries, bytes.
pub const PACKET: usize = 1_232;
/// How many accounts a transaction may name, by the runtime of mainnet.
pub const ACCOUNT_LOCKS: usize = 64;
/// How many addresses one transaction may add to a table.
const AT_ONCE: usize = 20;

impl World {
    /// Has the runtime's own program create a lookup table of these addresses, ready for use.
    pub fn create_lookup_table(&mut self, addresses: &[Pubkey]) -> AddressLookupTableAccount {
        let payer = cast().payer;
        let slot = self.svm.get_sysvar::<Clock>().slot;
        let (create, key) = table::create_lookup_table(payer, payer, slot);
        self.run(create);
        for some in addresses.chunks(AT_ONCE) {
            self.run(table::extend_lookup_table(key, payer, Some(payer), some.to_vec()));
        }
        // A table serves from the slot after its last extension on.
        let time = self.now();
        self.svm.warp_to_slot(slot + 1);
        self.set_time(time);
        AddressLookupTableAccount { key, addresses: addresses.to_vec() }
    }

    /// Sends instructions in one transaction of version 0. Tells how many bytes it has, and how many accounts
    /// it names.
    pub fn send_with_table(
        &mut self,
        instructions: &[Instruction],
        table: &AddressLookupTableAccount,
    ) -> (Result<Receipt, Failure>, usize, usize) {
        let tables = core::slice::from_ref(table);
        let blockhash = self.svm.latest_blockhash();
        let message =
            v0::Message::try_compile(&fee_payer(), instructions, tables, blockhash).unwrap();
        let addresses = loaded(&message, table);
        let signers = usize::from(message.header.num_required_signatures);
        let keys: Vec<_> = addresses[..signers].iter().map(keys::key_of).collect();
        let keys: Vec<_> = keys.iter().collect();
        let transaction =
            VersionedTransaction::try_new(VersionedMessage::V0(message), &keys).unwrap();
        // Signatures, with their count before them.
        let bytes = 1 + 64 * signers + transaction.message.serialize().len();
        let result = match self.svm.send_transaction(transaction) {
            Ok(meta) => Ok(Receipt::new(meta, &addresses)),
            Err(failed) => Err(failed.into()),
        };
        (result, bytes, addresses.len())
    }
}

/// Every address of the message, in the order in which instructions count them.
fn loaded(message: &v0::Message, table: &AddressLookupTableAccount) -> Vec<Pubkey> {
    let lookups = &message.address_table_lookups;
    let writable = lookups.iter().flat_map(|lookup| &lookup.writable_indexes);
    let readonly = lookups.iter().flat_map(|lookup| &lookup.readonly_indexes);
    let found = writable.chain(readonly).map(|index| table.addresses[usize::from(*index)]);
    message.account_keys.iter().copied().chain(found).collect()
}
