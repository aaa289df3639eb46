//! A transfer of shares as the accounts that it touches, written onto a chain past all programs: a program would not
//! forge a record, and its own checks are tested elsewhere.

use anchor_lang::Discriminator;
use anchor_lang::prelude::Pubkey;
use bytemuck::Zeroable as _;
use rand::rngs::StdRng;
use rand::{Rng as _, RngExt as _};
use scrip_client::{Party, Transfer};
use scrip_rules::holder::{HolderKind, HolderStatus};
use scrip_rules::policy::UNLIMITED;
use scrip_svm_tests::setup::terms;
use scrip_svm_tests::{START, SWITZERLAND, TOKEN, World, cast, token_2022};
use scrip_transfer_hook::state::{HOLDER_VERSION, Holder, POLICY_VERSION, Policy};
use solana_account::Account;
use spl_token_2022_interface::extension::confidential_transfer::ConfidentialTransferAccount;
use spl_token_2022_interface::extension::pausable::PausableConfig;
use spl_token_2022_interface::extension::{
    BaseStateWithExtensionsMut as _, ExtensionType, StateWithExtensionsMut,
};
use spl_token_2022_interface::state::Mint;

use super::chain::wallets;
use super::share;

const RENT: u64 = 1_000_000_000;

/// An account of the hook program: what is in it, and what is done to its bytes.
#[derive(Clone, Copy, Debug)]
pub struct Own<T> {
    pub content: T,
    pub owner: Pubkey,
    /// Taken off its end.
    pub cut: usize,
    /// Of its first byte.
    pub flip: u8,
}

/// One side of the transfer.
#[derive(Clone, Copy, Debug)]
pub struct Side {
    pub wallet: Pubkey,
    /// `None`: there is no account; with lamports somebody has sent some there.
    pub record: Option<Own<Holder>>,
    pub lamports_at_record: bool,
    pub account: Option<TokenAccount>,
}

#[derive(Clone, Copy, Debug)]
pub struct TokenAccount {
    pub program: Pubkey,
    pub mint: Pubkey,
    pub amount: u64,
    pub delegate: Option<(Pubkey, u64)>,
    pub frozen: bool,
    pub asks_for_memo: bool,
    pub refuses_open_credits: bool,
}

#[derive(Clone, Debug)]
pub struct Scene {
    pub now: i64,
    pub policy: Own<Policy>,
    pub paused: bool,
    pub from: Side,
    pub to: Side,
    pub authority: Pubkey,
    pub amount: u64,
    pub memo: bool,
}

impl Scene {
    /// A transfer in which nothing is wrong.
    pub fn new(random: &mut StdRng) -> Self {
        let now = START + random.random_range(0..1_000_000);
        let (all, first) = (wallets(), random.random_range(0..4));
        let both = [all[first], all[(first + random.random_range(1..4)) % 4]];
        let mut side = |wallet, amount| {
            let record = Own::new(holder(wallet, now, random));
            let account = TokenAccount::new(amount);
            Side { wallet, record: Some(record), lamports_at_record: false, account: Some(account) }
        };
        let (from, to) = (side(both[0], 100 * TOKEN), side(both[1], 7 * TOKEN));
        let amount = match random.random_range(0..8_u8) {
            0 => 0,
            1 => 1,
            2 => 100 * TOKEN,
            _ => random.random_range(0..=100 * TOKEN),
        };
        let (paused, memo) = (false, random.random_bool(0.1));
        let authority = from.wallet;
        Self { now, policy: Own::new(policy()), paused, from, to, authority, amount, memo }
    }

    /// What the client is asked about.
    pub fn transfer(&self) -> Transfer {
        let party = |side: &Side| Party::new(&share(), side.wallet);
        Transfer {
            from: party(&self.from),
            to: party(&self.to),
            authority: self.authority,
            amount: self.amount,
            memo: self.memo,
        }
    }

    /// Puts it onto the chain, where the last one was.
    pub fn write(&self, world: &mut World) {
        world.set_time(self.now);
        self.policy.write(world, share().policy);
        world.edit(share().mint, |account| {
            let mut mint = StateWithExtensionsMut::<Mint>::unpack(&mut account.data).unwrap();
            mint.get_extension_mut::<PausableConfig>().unwrap().paused = self.paused.into();
        });
        // To oneself there is one account and one record: the sender's.
        for side in [&self.to, &self.from] {
            let address = share().record(&side.wallet);
            match &side.record {
                Some(record) => record.write(world, address),
                None => {
                    let lamports = if side.lamports_at_record { RENT } else { 0 };
                    world.set_account(address, Account { lamports, ..Account::default() });
                }
            }
            let account = side.account.map_or_else(Account::default, |it| it.bytes(&side.wallet));
            world.set_account(share().account(&side.wallet), account);
        }
    }
}

impl<T: bytemuck::Pod + Discriminator> Own<T> {
    pub fn new(content: T) -> Self {
        Self { content, owner: scrip_transfer_hook::ID, cut: 0, flip: 0 }
    }

    fn write(&self, world: &mut World, address: Pubkey) {
        let mut data = [T::DISCRIMINATOR, bytemuck::bytes_of(&self.content)].concat();
        data[0] ^= self.flip;
        data.truncate(data.len() - self.cut);
        let account = Account { lamports: RENT, data, owner: self.owner, ..Account::default() };
        world.set_account(address, account);
    }
}

impl TokenAccount {
    fn new(amount: u64) -> Self {
        Self {
            program: token_2022::ID,
            mint: share().mint,
            amount,
            delegate: None,
            frozen: false,
            asks_for_memo: false,
            refuses_open_credits: false,
        }
    }

    /// As Token-2022 lays it out: the account, its type, and its extensions.
    fn bytes(&self, wallet: &Pubkey) -> Account {
        let mut data = vec![0; 165];
        data[..32].copy_from_slice(self.mint.as_ref());
        data[32..64].copy_from_slice(wallet.as_ref());
        data[64..72].copy_from_slice(&self.amount.to_le_bytes());
        if let Some((delegate, amount)) = self.delegate {
            data[72] = 1;
            data[76..108].copy_from_slice(delegate.as_ref());
            data[121..129].copy_from_slice(&amount.to_le_bytes());
        }
        data[108] = if self.frozen { 2 } else { 1 };
        data.push(2);
        let mut extension = |kind: ExtensionType, value: &[u8]| {
            data.extend((kind as u16).to_le_bytes());
            data.extend(u16::try_from(value.len()).unwrap().to_le_bytes());
            data.extend(value);
        };
        extension(ExtensionType::ImmutableOwner, &[]);
        extension(ExtensionType::PausableAccount, &[]);
        extension(ExtensionType::TransferHookAccount, &[0]);
        if self.asks_for_memo {
            extension(ExtensionType::MemoTransfer, &[1]);
        }
        if self.refuses_open_credits {
            let closed = ConfidentialTransferAccount::zeroed();
            extension(ExtensionType::ConfidentialTransferAccount, bytemuck::bytes_of(&closed));
        }
        Account { lamports: RENT, data, owner: self.program, ..Account::default() }
    }
}

/// A Swiss holder whose check is valid for an hour.
fn holder(wallet: Pubkey, now: i64, random: &mut StdRng) -> Holder {
    let mut identity = [0; 16];
    random.fill_bytes(&mut identity);
    Holder {
        version: HOLDER_VERSION,
        bump: 255,
        kind: HolderKind::Wallet as u8,
        status: HolderStatus::Active as u8,
        jurisdiction: SWITZERLAND,
        investor_classes: 2,
        origin: 0,
        kyc_expires_at: now + 3_600,
        locked_until: 0,
        identity,
        rent_payer: [0; 16],
        registry: share().registry,
        wallet,
    }
}

/// The terms of the set-up: an allowlist of Swiss and Germans, without limits.
fn policy() -> Policy {
    let terms = terms();
    Policy {
        version: POLICY_VERSION,
        bump: 255,
        admission_mode: terms.admission_mode,
        jurisdiction_mode: terms.jurisdiction_mode,
        paths: terms.paths,
        classes_admitted: 0,
        classes_refused: 0,
        halt_reason: 0,
        padding: [0; 7],
        halted_until: 0,
        blackout_from: 0,
        blackout_until: 0,
        locked_until: 0,
        max_balance: UNLIMITED,
        max_transfer: UNLIMITED,
        mint: share().mint,
        registry: share().registry,
        authority: cast().share.asset,
        jurisdictions: terms.jurisdictions,
    }
}
