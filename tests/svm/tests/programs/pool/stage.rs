//! How a pool is staged: its program on the chain, its addresses, its instructions.

use std::sync::LazyLock;

use anchor_lang::prelude::{AccountMeta, Pubkey};
use anchor_lang::solana_program::instruction::Instruction;
use anchor_lang::{AnchorDeserialize, Event, InstructionData, ToAccountMetas};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use scrip_client::addresses::ASSOCIATED_TOKEN;
use scrip_client::hook::hook_accounts;
use scrip_example_pool::events::{Deposited, Swapped, Withdrawn};
use scrip_example_pool::math::{Liquidity, Side, Trade};
use scrip_example_pool::{DepositArgs, ID, SwapArgs, WithdrawArgs, accounts, instruction, seeds};
use scrip_rules::multiplier::SCALE;
use scrip_svm_tests::addresses::SYSTEM;
use scrip_svm_tests::artefacts::example_pool;
use scrip_svm_tests::cast::Share;
use scrip_svm_tests::payment::{self, DOLLAR, TOKEN_PROGRAM};
use scrip_svm_tests::venue::Venue;
use scrip_svm_tests::{Receipt, TOKEN, Transfer, World, cast, token_2022};

/// A hundred shares at 200 dollars.
pub const FIRST: DepositArgs = DepositArgs {
    max_shares: 100 * TOKEN,
    max_payment: 20_000 * DOLLAR,
    min_liquidity: 0,
    expected_multiplier: SCALE,
};
/// What it brings: the root of the product.
pub const FIRST_LIQUIDITY: u64 = 14_142_135_623;

/// Sells raw units, at a multiplier of one.
pub const fn sell(amount_in: u64) -> SwapArgs {
    SwapArgs { side: Side::Sell, amount_in, min_amount_out: 0, expected_multiplier: SCALE }
}

/// Buys for an amount of payment, at a multiplier of one.
pub const fn buy(amount_in: u64) -> SwapArgs {
    SwapArgs { side: Side::Buy, ..sell(amount_in) }
}

/// A world with the pool's program.
pub fn with_program() -> World {
    static WORLD: LazyLock<World> = LazyLock::new(|| {
        let mut world = World::new();
        world.replace_program(ID, &example_pool());
        world
    });
    WORLD.clone()
}

/// A world with the pool of the company's share and dollars, registered and empty.
pub fn registered() -> World {
    static WORLD: LazyLock<World> = LazyLock::new(|| {
        let mut world = with_program();
        Stage::dollars().open(&mut world);
        world
    });
    WORLD.clone()
}

/// The same with [`FIRST`] put in by Alice.
pub fn funded() -> World {
    let mut world = registered();
    world.run(Stage::dollars().deposit(&cast().alice, FIRST));
    world
}

/// A pool, which there may not be yet.
#[derive(Clone, Copy, Debug)]
pub struct Stage {
    pub share: Share,
    pub payment_mint: Pubkey,
    pub payment_program: Pubkey,
    pub fee_bps: u16,
    pub address: Pubkey,
    pub liquidity_mint: Pubkey,
}

impl Stage {
    /// The pool of a share, with this fee.
    pub fn new(share: Share, payment: (Pubkey, Pubkey), fee_bps: u16) -> Self {
        let (payment_mint, payment_program) = payment;
        let of = [seeds::POOL, share.mint.as_ref(), payment_mint.as_ref(), &fee_bps.to_le_bytes()];
        let (address, _) = Pubkey::find_program_address(&of, &ID);
        let of = [seeds::LIQUIDITY, address.as_ref()];
        let (liquidity_mint, _) = Pubkey::find_program_address(&of, &ID);
        Self { share, payment_mint, payment_program, fee_bps, address, liquidity_mint }
    }

    /// The company's share against dollars, at 30 basis points.
    pub fn dollars() -> Self {
        Self::new(cast().share, (cast().usd, TOKEN_PROGRAM), 30)
    }

    /// The pool as a venue.
    pub fn venue(&self) -> Venue {
        let fee = self.fee_bps.to_le_bytes();
        let seeds = [seeds::POOL, self.share.mint.as_ref(), self.payment_mint.as_ref(), &fee];
        let (address, bump) = Pubkey::find_program_address(&seeds, &ID);
        let mut seeds: Vec<_> = seeds.iter().map(|seed| seed.to_vec()).collect();
        seeds.push(vec![bump]);
        Venue { program: ID, address, seeds }
    }

    /// Opens the pool, registers it, and opens accounts for the liquidity tokens of Alice and Bob.
    pub fn open(&self, world: &mut World) {
        world.run(self.initialize());
        self.venue().put_registered(world, &self.share.company.register);
        for wallet in [cast().alice, cast().bob, cast().carol] {
            world.run(token_2022::create_account(&wallet, &self.liquidity_mint));
        }
    }

    fn payment_account(&self, owner: &Pubkey) -> Pubkey {
        payment::account_with(owner, &self.payment_mint, &self.payment_program)
    }

    /// Raw units and payment in the vaults.
    pub fn reserves(&self, world: &World) -> [u64; 2] {
        self.wallet(world, &self.address)
    }

    /// Raw units and payment of a wallet.
    pub fn wallet(&self, world: &World, owner: &Pubkey) -> [u64; 2] {
        let shares = token_2022::balance(world, owner, &self.share.mint);
        [shares, payment::balance(world, &self.payment_account(owner))]
    }

    /// Liquidity tokens of a wallet.
    pub fn liquidity(&self, world: &World, owner: &Pubkey) -> u64 {
        token_2022::balance(world, owner, &self.liquidity_mint)
    }

    /// Liquidity tokens of everybody.
    pub fn supply(&self, world: &World) -> u64 {
        token_2022::mint(world, &self.liquidity_mint).supply
    }

    /// Sends raw units and payment to the vaults, past the program.
    pub fn give(&self, world: &mut World, from: &Pubkey, [shares, payment]: [u64; 2]) {
        Transfer::new(&self.share.mint, from, &self.address, shares).send(world).unwrap();
        let (source, vault) = (self.payment_account(from), self.payment_account(&self.address));
        let (mint, program) = (&self.payment_mint, &self.payment_program);
        world.run(payment::transfer(&source, mint, &vault, from, payment, program));
    }

    pub fn initialize(&self) -> Instruction {
        let accounts = accounts::Initialize {
            payer: cast().payer,
            pool: self.address,
            share_mint: self.share.mint,
            asset: self.share.asset,
            payment_mint: self.payment_mint,
            share_vault: token_2022::account_of(&self.address, &self.share.mint),
            payment_vault: self.payment_account(&self.address),
            liquidity_mint: self.liquidity_mint,
            share_program: token_2022::ID,
            payment_program: self.payment_program,
            associated_token_program: ASSOCIATED_TOKEN,
            system_program: SYSTEM,
        };
        build(accounts, instruction::Initialize { fee_bps: self.fee_bps }, &[])
    }

    fn market(&self, owner: &Pubkey) -> accounts::Market {
        accounts::Market {
            owner: *owner,
            pool: self.address,
            share_mint: self.share.mint,
            payment_mint: self.payment_mint,
            share_vault: token_2022::account_of(&self.address, &self.share.mint),
            payment_vault: self.payment_account(&self.address),
            share_account: token_2022::account_of(owner, &self.share.mint),
            payment_account: self.payment_account(owner),
            share_program: token_2022::ID,
            payment_program: self.payment_program,
        }
    }

    fn hook(&self, from: &Pubkey, to: &Pubkey) -> [AccountMeta; 5] {
        hook_accounts(&self.share.mint, &self.share.company.register.address, from, to)
    }

    pub fn deposit(&self, owner: &Pubkey, args: DepositArgs) -> Instruction {
        let accounts = accounts::Deposit {
            market: self.market(owner),
            liquidity_mint: self.liquidity_mint,
            liquidity_account: token_2022::account_of(owner, &self.liquidity_mint),
            asset: self.share.asset,
            issuer_program: scrip_issuer::ID,
        };
        build(accounts, instruction::Deposit { args }, &self.hook(owner, &self.address))
    }

    fn trade(&self, owner: &Pubkey, side: Side, data: impl InstructionData) -> Instruction {
        let accounts = accounts::Swap { market: self.market(owner), asset: self.share.asset };
        let hook = match side {
            Side::Sell => self.hook(owner, &self.address),
            Side::Buy => self.hook(&self.address, owner),
        };
        build(accounts, data, &hook)
    }

    pub fn swap(&self, owner: &Pubkey, args: SwapArgs) -> Instruction {
        self.trade(owner, args.side, instruction::Swap { args })
    }

    pub fn quote(&self, owner: &Pubkey, side: Side, amount_in: u64) -> Instruction {
        self.trade(owner, side, instruction::Quote { side, amount_in })
    }

    /// Takes out what it comes to.
    pub fn withdraw(&self, owner: &Pubkey, liquidity: u64) -> Instruction {
        self.withdraw_at_least(owner, WithdrawArgs { liquidity, min_shares: 0, min_payment: 0 })
    }

    pub fn withdraw_at_least(&self, owner: &Pubkey, args: WithdrawArgs) -> Instruction {
        let accounts = accounts::Withdraw {
            market: self.market(owner),
            liquidity_mint: self.liquidity_mint,
            liquidity_account: token_2022::account_of(owner, &self.liquidity_mint),
        };
        build(accounts, instruction::Withdraw { args }, &self.hook(&self.address, owner))
    }

    pub fn deposited(&self, owner: &Pubkey, put_in: Liquidity) -> Deposited {
        let Liquidity { liquidity, shares, payment } = put_in;
        Deposited { pool: self.address, owner: *owner, shares, payment, liquidity }
    }

    pub fn withdrawn(&self, owner: &Pubkey, taken: Liquidity) -> Withdrawn {
        let Liquidity { liquidity, shares, payment } = taken;
        Withdrawn { pool: self.address, owner: *owner, shares, payment, liquidity }
    }

    pub fn swapped(&self, owner: &Pubkey, args: SwapArgs, trade: Trade) -> Swapped {
        let SwapArgs { side, amount_in, expected_multiplier: multiplier, .. } = args;
        let Trade { fee, amount_out } = trade;
        let (pool, owner) = (self.address, *owner);
        Swapped { pool, owner, side, amount_in, fee, amount_out, multiplier }
    }
}

fn build(
    accounts: impl ToAccountMetas,
    data: impl InstructionData,
    hook: &[AccountMeta],
) -> Instruction {
    let mut accounts = accounts.to_account_metas(None);
    accounts.extend_from_slice(hook);
    Instruction { program_id: ID, accounts, data: data.data() }
}

/// Whether the pool has told this event, in the log.
pub fn logged(receipt: &Receipt, event: &impl Event) -> bool {
    let line = format!("Program data: {}", STANDARD.encode(event.data()));
    receipt.logs.contains(&line)
}

/// What the pool has returned, without the zeros at its end that a node leaves out.
pub fn returned<T: AnchorDeserialize>(receipt: &Receipt) -> T {
    T::deserialize(&mut &receipt.return_data[..]).unwrap()
}
