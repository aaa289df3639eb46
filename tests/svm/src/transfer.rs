//! A transfer of tokens, put together as a wallet does it: the extra accounts come from the mint's
//! validation account, by the resolver of the transfer-hook interface.

use anchor_lang::InstructionData;
use anchor_lang::prelude::{AccountMeta, Pubkey};
use anchor_lang::solana_program::instruction::Instruction;
use spl_token_2022_interface::instruction::transfer_checked;
use spl_transfer_hook_interface::instruction::TransferHookInstruction;
use spl_transfer_hook_interface::offchain::add_extra_account_metas_for_execute;

use crate::token_2022::{self, DECIMALS};
use crate::{Failure, Receipt, World, addresses};

/// A transfer of tokens.
#[derive(Clone, Copy, Debug)]
pub struct Transfer {
    pub source: Pubkey,
    pub mint: Pubkey,
    pub destination: Pubkey,
    /// Owner of the source, or its delegate.
    pub authority: Pubkey,
    pub amount: u64,
}

impl Transfer {
    /// Between the associated token accounts of two wallets, signed by the sender.
    pub fn new(mint: &Pubkey, from: &Pubkey, to: &Pubkey, amount: u64) -> Self {
        Self {
            source: token_2022::account_of(from, mint),
            mint: *mint,
            destination: token_2022::account_of(to, mint),
            authority: *from,
            amount,
        }
    }

    /// The same, signed by a delegate.
    pub fn signed_by(self, authority: &Pubkey) -> Self {
        Self { authority: *authority, ..self }
    }

    /// Token-2022's instruction without anything for a hook.
    pub fn bare(&self) -> Instruction {
        transfer_checked(
            &token_2022::ID,
            &self.source,
            &self.mint,
            &self.destination,
            &self.authority,
            &[],
            self.amount,
            DECIMALS,
        )
        .unwrap()
    }

    /// Token-2022's instruction with the accounts that the mint's validation account asks for.
    pub fn instruction(&self, world: &World) -> Instruction {
        let mut instruction = self.bare();
        let fetch = async |address: Pubkey| Ok(world.account(&address).map(|account| account.data));
        pollster::block_on(add_extra_account_metas_for_execute(
            &mut instruction,
            &scrip_transfer_hook::ID,
            &self.source,
            &self.mint,
            &self.destination,
            &self.authority,
            self.amount,
            fetch,
        ))
        .unwrap();
        instruction
    }

    /// The eight accounts that the hook gets.
    pub fn hook_accounts(&self, world: &World) -> Vec<AccountMeta> {
        let resolved = self.instruction(world).accounts;
        let validation = addresses::extra_account_metas(&self.mint);
        let mut accounts = Vec::from(
            [self.source, self.mint, self.destination, self.authority, validation]
                .map(|address| AccountMeta::new_readonly(address, false)),
        );
        accounts.extend_from_slice(&resolved[4..7]);
        accounts
    }

    /// Sends it.
    pub fn send(&self, world: &mut World) -> Result<Receipt, Failure> {
        let instruction = self.instruction(world);
        world.send(instruction)
    }

    /// Asks `check_transfer` for its answer.
    pub fn check(&self, world: &mut World) -> u16 {
        let accounts = self.hook_accounts(world);
        answer(&world.run(check_transfer(accounts, self.amount)))
    }
}

/// `execute` of the hook, called directly.
pub fn execute(accounts: Vec<AccountMeta>, amount: u64) -> Instruction {
    let data = TransferHookInstruction::Execute { amount }.pack();
    Instruction { program_id: scrip_transfer_hook::ID, accounts, data }
}

/// `check_transfer` of the hook.
pub fn check_transfer(accounts: Vec<AccountMeta>, amount: u64) -> Instruction {
    let data = scrip_transfer_hook::instruction::CheckTransfer { amount }.data();
    Instruction { program_id: scrip_transfer_hook::ID, accounts, data }
}

/// What `check_transfer` has answered: 0 if the transfer is allowed, or the code of the refusal.
pub fn answer(receipt: &Receipt) -> u16 {
    u16::from_le_bytes(receipt.return_data[..].try_into().unwrap())
}
