//! Who there is in every world: the cast of the tests, and more people, minters, custodians and money.

use std::sync::LazyLock;

use anchor_lang::prelude::Pubkey;
use scrip_issuer::change::Change;
use scrip_issuer::state::PERMISSIONS_ALL;
use scrip_svm_tests::cast::{Duty, Share, cast};
use scrip_svm_tests::keys::wallet;
use scrip_svm_tests::payment::{self, DOLLAR, TOKEN_PROGRAM};
use scrip_svm_tests::{World, addresses, hook_program, issuer_program, setup, token_2022};

/// The people who hold and buy. The last is on no register.
pub const PEOPLE: usize = 5;
/// Base units of each money that everybody begins with.
pub const CASH: u64 = 1_000_000 * DOLLAR;

/// A token that shares are paid with.
#[derive(Clone, Copy)]
pub struct Money {
    pub mint: Pubkey,
    pub program: Pubkey,
}

/// Everybody, by their place in the model's lists.
pub struct Scene {
    pub share: Share,
    pub people: [Pubkey; PEOPLE],
    pub minters: [Pubkey; 2],
    pub custodians: [Pubkey; 3],
    /// Everybody who ever has a role, or tries to act with one.
    pub staff: Vec<Pubkey>,
    /// Signs where nobody should, and never becomes anything.
    pub stranger: Pubkey,
    pub admins: [Pubkey; 2],
    pub treasuries: [Pubkey; 2],
    /// Of the Token program, and of Token-2022.
    pub money: [Money; 2],
}

/// Everybody.
pub fn scene() -> &'static Scene {
    static SCENE: LazyLock<Scene> = LazyLock::new(|| {
        let (cast, company) = (cast(), cast().company);
        let second_minter = wallet("second minter");
        let mut staff: Vec<_> = Duty::ALL.iter().map(|duty| company.member(*duty)).collect();
        staff.extend([second_minter, wallet("second checker"), wallet("all-rounder")]);
        staff.extend([wallet("newcomer"), cast.mallory]);
        staff.extend([Duty::Mint, Duty::Redeem].map(|duty| cast.foreign_company.member(duty)));
        Scene {
            share: cast.share,
            people: [cast.alice, cast.bob, wallet("dave"), wallet("erin"), cast.carol],
            minters: [company.member(Duty::Mint), second_minter],
            custodians: [
                company.custodian(),
                wallet("second custodian"),
                wallet("third custodian"),
            ],
            staff,
            stranger: wallet("stranger"),
            admins: [company.admin, wallet("second admin")],
            treasuries: [company.treasury(), wallet("second treasury")],
            money: [
                Money { mint: cast.usd, program: TOKEN_PROGRAM },
                Money { mint: wallet("euro"), program: token_2022::ID },
            ],
        }
    });
    &SCENE
}

impl Scene {
    /// A wallet's account of a money.
    pub fn cash_account(&self, wallet: &Pubkey, money: usize) -> Pubkey {
        // Deriving them takes long, and every check wants all of them.
        static KNOWN: LazyLock<Vec<(Pubkey, [Pubkey; 2])>> = LazyLock::new(|| {
            let wallets = scene().people.iter().chain(&scene().treasuries);
            wallets.map(|wallet| (*wallet, [0, 1].map(|money| account_of(wallet, money)))).collect()
        });
        let known = KNOWN.iter().find(|(owner, _)| owner == wallet);
        known.map_or_else(|| account_of(wallet, money), |(_, accounts)| accounts[money])
    }

    /// Whether somebody works for the other company.
    pub fn foreign(&self, member: &Pubkey) -> bool {
        self.staff[14..].contains(member)
    }

    /// The account at which somebody's role is, with the issuer that they work for.
    pub fn role(&self, member: &Pubkey) -> Pubkey {
        let company =
            if self.foreign(member) { cast().foreign_company } else { self.share.company };
        addresses::role(&company.address, member)
    }
}

fn account_of(wallet: &Pubkey, money: usize) -> Pubkey {
    let Money { mint, program } = scene().money[money];
    payment::account_with(wallet, &mint, &program)
}

/// A world with everybody set up, and no limits but those of [`setup`].
pub fn world() -> World {
    static READY: LazyLock<World> = LazyLock::new(build);
    READY.clone()
}

fn build() -> World {
    let (scene, cast) = (scene(), cast());
    let (share, company) = (scene.share, scene.share.company);
    let mut world = World::without_signatures();
    let euro = scene.money[1];
    let create = payment::create_mint(&world, &euro.mint, &cast.usd_authority, euro.program);
    world.send_all(&create).unwrap();
    world.run(issuer_program::add_payment_mint(&share, euro.mint));
    let listed = Change::PaymentMint { mint: euro.mint, accepted: true };
    world.run(issuer_program::change_asset(&share, listed));
    for wallet in [scene.people[2], scene.people[3]] {
        world.run(hook_program::onboard_holder(&company.register, wallet, setup::details()));
        world.run(token_2022::create_account(&wallet, &share.mint));
        give(&mut world, &wallet, 0);
    }
    give(&mut world, &scene.treasuries[1], 0);
    for wallet in scene.people.iter().chain(&scene.treasuries) {
        give(&mut world, wallet, 1);
    }
    world.run(issuer_program::add_minter(&share, scene.minters[1]));
    for custodian in &scene.custodians[1..] {
        world.run(issuer_program::add_custodian(&company, *custodian));
    }
    for (member, permissions) in [
        (scene.minters[1], Duty::Mint.permission()),
        (scene.staff[10], Duty::Check.permission()),
        (scene.staff[11], PERMISSIONS_ALL),
    ] {
        world.run(issuer_program::grant_role(&company, member, permissions));
    }
    world
}

fn give(world: &mut World, wallet: &Pubkey, money: usize) {
    let Money { mint, program } = scene().money[money];
    world.run(payment::create_account(wallet, &mint, &program));
    let account = scene().cash_account(wallet, money);
    let authority = cast().usd_authority;
    world.run(payment::mint_to(&account, &mint, &authority, CASH, &program));
}
