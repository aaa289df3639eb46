//! What may be paid with: any mint of Token or Token-2022 of which what is paid is what arrives.

use anchor_lang::solana_program::program_pack::Pack;
use scrip_issuer::SubscribeArgs;
use scrip_svm_tests::fixtures::PURCHASE;
use scrip_svm_tests::payment::TOKEN_PROGRAM;
use solana_account::Account;
use spl_token_2022_interface::extension::{
    ExtensionType, metadata_pointer, pausable, transfer_fee, transfer_hook,
};
use spl_token_2022_interface::instruction as token;
use spl_token_2022_interface::state::Mint;
use token_2022::ID;

use super::money::*;
use super::*;

pub const FEE_OF_NOTHING: Extension = (ExtensionType::TransferFeeConfig, |mint, bank| {
    let initialize = transfer_fee::instruction::initialize_transfer_fee_config;
    initialize(&ID, mint, Some(bank), Some(bank), 0, u64::MAX).unwrap()
});
const FEE: Extension = (ExtensionType::TransferFeeConfig, |mint, bank| {
    let initialize = transfer_fee::instruction::initialize_transfer_fee_config;
    initialize(&ID, mint, Some(bank), Some(bank), 1, u64::MAX).unwrap()
});
pub const HOOK_OF_NOBODY: Extension = (ExtensionType::TransferHook, |mint, bank| {
    transfer_hook::instruction::initialize(&ID, mint, Some(*bank), None).unwrap()
});
const HOOK: Extension = (ExtensionType::TransferHook, |mint, bank| {
    let program = Some(scrip_transfer_hook::ID);
    transfer_hook::instruction::initialize(&ID, mint, Some(*bank), program).unwrap()
});
const METADATA_POINTER: Extension = (ExtensionType::MetadataPointer, |mint, bank| {
    metadata_pointer::instruction::initialize(&ID, mint, Some(*bank), Some(*mint)).unwrap()
});
pub const PERMANENT_DELEGATE: Extension = (ExtensionType::PermanentDelegate, |mint, bank| {
    token::initialize_permanent_delegate(&ID, mint, bank).unwrap()
});
pub const CLOSE_AUTHORITY: Extension = (ExtensionType::MintCloseAuthority, |mint, bank| {
    token::initialize_mint_close_authority(&ID, mint, Some(bank)).unwrap()
});
pub const PAUSABLE: Extension = (ExtensionType::Pausable, |mint, bank| {
    pausable::instruction::initialize(&ID, mint, bank).unwrap()
});
const NON_TRANSFERABLE: Extension = (ExtensionType::NonTransferable, |mint, _| {
    token::initialize_non_transferable_mint(&ID, mint).unwrap()
});

/// Everything that is done with a payment token, to the end of both escrows.
#[track_caller]
fn serves(extensions: &[Extension]) {
    let mut world = world_with_money(extensions);
    let (alice, treasury) = (cast().alice, cast().company.treasury());
    let before = Books::of(&world);
    for (instruction, alice_has, treasury_has) in [
        (subscribe(), 9_000, 10_000),
        (fill(), 9_000, 10_250),
        (request(), 9_000, 10_250),
        (settle(), 9_500, 9_750),
        (issuer_program::purchase_shares(&cast().share, &alice, PURCHASE), 9_250, 10_000),
        (reject_subscription(), 10_000, 10_000),
        (reject_redemption(), 10_000, 10_000),
        (subscribe(), 9_000, 10_000),
    ] {
        world.run(in_money(instruction));
        let has = [alice, treasury].map(|wallet| has(&world, &wallet));
        assert_eq!(has, [alice_has * DOLLAR, treasury_has * DOLLAR], "{extensions:?}");
    }
    world.set_time(SUBSCRIPTION.deadline);
    world.run(in_money(cancel()));
    assert_eq!(has(&world, &alice), 10_000 * DOLLAR);
    assert_eq!(Books::of(&world), before, "bought four, sold four; every rent is back");
}

#[test]
fn a_plain_token_of_token_2022_serves() {
    serves(&[]);
}

#[test]
fn harmless_extensions_do_not_matter() {
    let harmless = [
        METADATA_POINTER,
        PERMANENT_DELEGATE,
        CLOSE_AUTHORITY,
        FEE_OF_NOTHING,
        HOOK_OF_NOBODY,
        PAUSABLE,
    ];
    for extension in harmless {
        serves(&[extension]);
    }
    serves(&harmless);
}

/// The mint of wrapped lamports, which every chain has from its beginning.
fn create_native_mint(world: &mut World, address: Pubkey) {
    let mint = Mint { decimals: 9, is_initialized: true, ..Mint::default() };
    let mut data = vec![0; Mint::LEN];
    mint.pack_into_slice(&mut data);
    let (lamports, owner) = (1_000_000_000, TOKEN_PROGRAM);
    world.set_account(address, Account { lamports, data, owner, ..Account::default() });
}

/// Wrapped lamports, whose accounts hold what they stand for as well as their rent.
#[test]
fn wrapped_sol_serves() {
    let sol = Pubkey::from_str_const("So11111111111111111111111111111111111111112");
    let mut world = World::new();
    create_native_mint(&mut world, sol);
    world.run(issuer_program::add_payment_mint(&cast().share, sol));
    change(&mut world, Change::PaymentMint { mint: sol, accepted: true });
    let wallets = [cast().alice, cast().company.treasury()];
    let accounts = wallets.map(|wallet| payment::account_of(&wallet, &sol));
    for (wallet, account) in wallets.iter().zip(accounts) {
        world.run(payment::create_account(wallet, &sol, &TOKEN_PROGRAM));
        world.give_lamports(account, 10_000 * DOLLAR);
        world.run(token::sync_native(&TOKEN_PROGRAM, &account).unwrap());
    }
    let before = Books::of(&world);
    for instruction in [subscribe(), fill(), request(), settle(), reject_redemption()] {
        world.run(paid_in(instruction, &sol, &TOKEN_PROGRAM));
    }
    // Lamports that nobody has counted go where the rent goes.
    world.give_lamports(addresses::escrow(&subscription()), 5);
    world.set_time(SUBSCRIPTION.deadline);
    world.run(paid_in(cancel(), &sol, &TOKEN_PROGRAM));
    let has = accounts.map(|account| payment::balance(&world, &account));
    assert_eq!(has, [10_250 * DOLLAR, 9_750 * DOLLAR]);
    let expected = Books {
        shares: before.shares - 2 * TOKEN,
        supply: before.supply - 2 * TOKEN,
        lamports: before.lamports + 5,
        ..before
    };
    assert_eq!(Books::of(&world), expected);
}

#[track_caller]
fn is_refused(extension: Extension) {
    let mut world = World::new();
    mint_money(&mut world, &[extension]);
    let listing = issuer_program::add_payment_mint(&cast().share, money());
    assert_eq!(world.refuse(listing).code(), Some(7121), "{:?}", extension.0);
}

#[test]
fn a_token_with_a_fee_is_refused() {
    is_refused(FEE);
}

#[test]
fn a_token_with_a_hook_is_refused() {
    is_refused(HOOK);
}

#[test]
fn a_token_that_cannot_be_transferred_is_refused() {
    is_refused(NON_TRANSFERABLE);
}

#[test]
fn the_share_itself_and_other_shares_are_refused() {
    for mint in [cast().share.mint, cast().other_share.mint] {
        let listing = issuer_program::add_payment_mint(&cast().share, mint);
        assert_eq!(World::new().refuse(listing).code(), Some(7121));
    }
}

/// What was plain when it was listed is held against the mint each time.
#[test]
fn a_fee_or_a_hook_since_the_listing_stops_what_takes_tokens_in() {
    let turn_on: [(Extension, Instruction); 2] = [
        (FEE_OF_NOTHING, set_fee(1)),
        (
            HOOK_OF_NOBODY,
            transfer_hook::instruction::update(
                &ID,
                &money(),
                &bank(),
                &[],
                Some(scrip_transfer_hook::ID),
            )
            .unwrap(),
        ),
    ];
    for (extension, turn_on) in turn_on {
        let mut world = world_with_money(&[extension]);
        world.run(in_money(subscribe()));
        world.run(in_money(request()));
        world.run(turn_on);
        let another = SubscribeArgs { id: 8, ..SUBSCRIPTION };
        for instruction in [
            issuer_program::subscribe(&cast().share, &cast().alice, another),
            fill(),
            settle(),
            issuer_program::purchase_shares(&cast().share, &cast().alice, PURCHASE),
        ] {
            assert_eq!(world.refuse(in_money(instruction)).code(), Some(7121), "{extension:?}");
        }
        world.set_time(REQUEST.deadline);
        world.run(in_money(reclaim()));
    }
}

/// Sets the token's own fee, which Token-2022 takes from the second epoch after this one on.
pub fn set_fee(bps: u16) -> Instruction {
    let set = transfer_fee::instruction::set_transfer_fee;
    set(&ID, &money(), &bank(), &[], bps, u64::MAX).unwrap()
}
