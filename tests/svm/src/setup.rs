//! Sets everybody up, by the programs' own instructions.

use anchor_lang::prelude::Pubkey;
use scrip_issuer::CreateAssetArgs;
use scrip_issuer::change::Change;
use scrip_rules::jurisdiction::{BITMAP_BYTES, JurisdictionMode};
use scrip_rules::{paths, policy};
use scrip_transfer_hook::state::PERMISSIONS_ALL;
use scrip_transfer_hook::{GrantRegistrarArgs, HolderDetails, PolicyTerms};

use crate::cast::{Company, Duty, Register, Share, cast};
use crate::payment::{self, DOLLAR, TOKEN_PROGRAM};
use crate::{GERMANY, START, SWITZERLAND, TOKEN, World, hook_program, issuer_program, token_2022};

const YEAR: i64 = 365 * 86_400;

/// A jurisdiction bitmap of these countries, by ISO 3166-1 numeric code.
pub fn bitmap(countries: &[u16]) -> [u8; BITMAP_BYTES] {
    let mut bitmap = [0; BITMAP_BYTES];
    for country in countries {
        bitmap[usize::from(country / 8)] |= 1 << (country % 8);
    }
    bitmap
}

/// An allowlist for residents of Switzerland and Germany, without limits.
pub fn terms() -> PolicyTerms {
    PolicyTerms {
        admission_mode: policy::AdmissionMode::Allowlist as u8,
        paths: paths::ALL_KNOWN,
        jurisdiction_mode: JurisdictionMode::Allow as u8,
        jurisdictions: bitmap(&[SWITZERLAND, GERMANY]),
        classes_admitted: 0,
        classes_refused: 0,
        max_balance: policy::UNLIMITED,
        max_transfer: policy::UNLIMITED,
        locked_until: 0,
    }
}

/// A share with wide limits: a million tokens, an hour's notice, splits to 20, dividends to 10 %.
pub fn asset_args(share: &Share) -> CreateAssetArgs {
    CreateAssetArgs {
        name: "Apple Scrip".into(),
        symbol: "AAPLs".into(),
        uri: "https://example.com/aapl.json".into(),
        isin: share.isin,
        terms_hash: [0xab; 32],
        multiplier: scrip_rules::multiplier::SCALE,
        supply_cap: 1_000_000 * TOKEN,
        min_notice: 3_600,
        split_max: 20,
        reverse_split_max: 20,
        bonus_max_bps: 2_000,
        dividend_max_bps: 1_000,
        terms: terms(),
    }
}

/// A Swiss holder whose check is valid for a year.
pub fn details() -> HolderDetails {
    HolderDetails {
        jurisdiction: SWITZERLAND,
        investor_classes: 2,
        kyc_expires_at: START + YEAR,
        locked_until: 0,
        identity: [3; 16],
    }
}

/// An appointment with every permission for ten years.
pub fn registrar_args(officer: Pubkey) -> GrantRegistrarArgs {
    GrantRegistrarArgs { officer, permissions: PERMISSIONS_ALL, expires_at: START + 10 * YEAR }
}

/// Sets everybody up at this time, unix seconds.
pub(crate) fn world(time: i64) -> World {
    let cast = cast();
    let mut world = World::empty(time);
    for wallet in [cast.payer, cast.mallory, cast.alice, cast.bob, cast.carol] {
        world.give_lamports(wallet, 1_000_000_000_000);
    }
    create_dollars(&mut world);
    for company in [&cast.company, &cast.foreign_company] {
        open_register(&mut world, &company.register);
        open_company(&mut world, company);
    }
    for share in [&cast.share, &cast.other_share, &cast.foreign_share] {
        issue(&mut world, share);
    }
    create_hooked_mint(&mut world);
    world
}

fn open_register(world: &mut World, register: &Register) {
    world.run(hook_program::create_registry(register.authority, 0));
    world.run(hook_program::grant_registrar(register, registrar_args(register.officer)));
    for wallet in [cast().alice, cast().bob] {
        world.run(hook_program::onboard_holder(register, wallet, details()));
    }
}

fn open_company(world: &mut World, company: &Company) {
    world.run(issuer_program::create_issuer(company.admin, 0, company.register.address));
    for duty in Duty::ALL {
        let member = company.member(duty);
        world.run(issuer_program::grant_role(company, member, duty.permission()));
    }
    let treasury = Change::Treasury { owner: company.treasury() };
    world.run(issuer_program::change_company(company, treasury));
    let key = company.custodian();
    world.run(issuer_program::add_custodian(company, key));
    let approve = Change::Custodian { key, approved: true };
    world.run(issuer_program::change_company(company, approve));
    give_dollars(world, &company.treasury());
}

fn issue(world: &mut World, share: &Share) {
    world.run(issuer_program::create_asset(share, asset_args(share)));
    let_mint(world, share);
    world.run(issuer_program::add_payment_mint(share, cast().usd));
    let accept = Change::PaymentMint { mint: cast().usd, accepted: true };
    world.run(issuer_program::change_asset(share, accept));
    for wallet in [cast().alice, cast().bob, cast().carol] {
        world.run(token_2022::create_account(&wallet, &share.mint));
    }
    for wallet in [cast().alice, cast().bob] {
        world.run(issuer_program::mint_shares(share, &wallet, 1_000 * TOKEN));
    }
}

/// Lets the company's minter mint as much as the share's cap allows.
pub fn let_mint(world: &mut World, share: &Share) {
    world.run(issuer_program::add_minter(share, share.company.member(Duty::Mint)));
    world.run(issuer_program::allow(share, u64::MAX, u64::MAX, 86_400));
}

fn create_dollars(world: &mut World) {
    let (mint, authority) = (cast().usd, cast().usd_authority);
    world.send_all(&payment::create_mint(world, &mint, &authority, TOKEN_PROGRAM)).unwrap();
    for wallet in [cast().alice, cast().bob, cast().carol] {
        give_dollars(world, &wallet);
    }
}

fn give_dollars(world: &mut World, wallet: &Pubkey) {
    let (mint, authority) = (cast().usd, cast().usd_authority);
    let account = payment::account_of(wallet, &mint);
    world.run(payment::create_account(wallet, &mint, &TOKEN_PROGRAM));
    let amount = 1_000_000 * DOLLAR;
    world.run(payment::mint_to(&account, &mint, &authority, amount, &TOKEN_PROGRAM));
}

fn create_hooked_mint(world: &mut World) {
    let (mint, authority) = (&cast().hooked_mint, cast().hooked_mint_authority);
    let hook = Some(scrip_transfer_hook::ID);
    let create = token_2022::create_hooked_mint(world, mint, &authority, hook);
    world.send_all(&create).unwrap();
    let registry = cast().company.register.address;
    world.run(hook_program::create_policy(mint, authority, registry, terms()));
    for wallet in [cast().alice, cast().bob] {
        world.run(token_2022::create_account(&wallet, mint));
        world.run(token_2022::mint_to(mint, &wallet, &authority, 1_000 * TOKEN));
    }
}
