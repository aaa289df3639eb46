//! The mint that `create_asset` makes: every extension, every authority.

use anchor_lang::prelude::Pubkey;
use scrip_issuer::CreateAssetArgs;
use scrip_rules::multiplier::Multiplier;
use scrip_svm_tests::fixtures::new_share;
use scrip_svm_tests::setup::asset_args;
use scrip_svm_tests::token_2022::{self, mint_extension};
use scrip_svm_tests::{World, issuer_program};
use spl_token_2022_interface::extension::{
    BaseStateWithExtensions, ExtensionType, StateWithExtensions,
    confidential_transfer::ConfidentialTransferMint, default_account_state::DefaultAccountState,
    metadata_pointer::MetadataPointer, pausable::PausableConfig,
    permanent_delegate::PermanentDelegate, scaled_ui_amount::ScaledUiAmountConfig,
    transfer_hook::TransferHook,
};
use spl_token_2022_interface::state::{AccountState, Mint};
use spl_token_metadata_interface::state::TokenMetadata;

/// Creates the new share at a multiplier, and returns the world with it.
fn issued_at(multiplier: Multiplier) -> World {
    let mut world = World::new();
    let args = CreateAssetArgs { multiplier: multiplier.scaled(), ..asset_args(&new_share()) };
    world.run(issuer_program::create_asset(&new_share(), args));
    world
}

#[test]
fn base() {
    let (world, share) = (issued_at(Multiplier::ONE), new_share());
    let mint = token_2022::mint(&world, &share.mint);
    assert_eq!(world.account(&share.mint).unwrap().owner, token_2022::ID);
    assert_eq!(mint.decimals, 8);
    assert_eq!(mint.supply, 0);
    assert!(mint.is_initialized);
    assert_eq!(mint.mint_authority, Some(share.asset).into());
    assert_eq!(mint.freeze_authority, Some(share.asset).into());
}

#[test]
fn the_extensions_are_these_and_no_others() {
    let (world, share) = (issued_at(Multiplier::ONE), new_share());
    let data = world.data(&share.mint);
    let mint = StateWithExtensions::<Mint>::unpack(&data).unwrap();
    let mut extensions = mint.get_extension_types().unwrap();
    extensions.sort_by_key(|extension| u16::from(*extension));
    let expected = [
        ExtensionType::ConfidentialTransferMint,
        ExtensionType::DefaultAccountState,
        ExtensionType::PermanentDelegate,
        ExtensionType::TransferHook,
        ExtensionType::MetadataPointer,
        ExtensionType::TokenMetadata,
        ExtensionType::ScaledUiAmount,
        ExtensionType::Pausable,
    ];
    assert_eq!(extensions, expected);
}

#[test]
fn extensions_of_fixed_size() {
    let (world, share) = (issued_at(Multiplier::ONE), new_share());
    let mint = &share.mint;
    let asset = Some(share.asset);

    let pointer: MetadataPointer = mint_extension(&world, mint);
    assert_eq!(Option::<Pubkey>::from(pointer.authority), asset);
    assert_eq!(Option::<Pubkey>::from(pointer.metadata_address), Some(share.mint));

    let delegate: PermanentDelegate = mint_extension(&world, mint);
    assert_eq!(Option::<Pubkey>::from(delegate.delegate), asset);

    let state: DefaultAccountState = mint_extension(&world, mint);
    assert_eq!(state.state, AccountState::Initialized as u8);

    let pausable: PausableConfig = mint_extension(&world, mint);
    assert_eq!(Option::<Pubkey>::from(pausable.authority), asset);
    assert!(!bool::from(pausable.paused));

    let confidential: ConfidentialTransferMint = mint_extension(&world, mint);
    assert_eq!(Option::<Pubkey>::from(confidential.authority), asset);
    assert!(!bool::from(confidential.auto_approve_new_accounts));
    assert_eq!(bytemuck::bytes_of(&confidential.auditor_elgamal_pubkey), [0; 32]);

    let hook: TransferHook = mint_extension(&world, mint);
    assert_eq!(Option::<Pubkey>::from(hook.authority), asset);
    assert_eq!(Option::<Pubkey>::from(hook.program_id), Some(scrip_transfer_hook::ID));
}

#[test]
fn metadata() {
    let (world, share) = (issued_at(Multiplier::ONE), new_share());
    let data = world.data(&share.mint);
    let mint = StateWithExtensions::<Mint>::unpack(&data).unwrap();
    let metadata = mint.get_variable_len_extension::<TokenMetadata>().unwrap();
    let expected = TokenMetadata {
        update_authority: Some(share.asset).try_into().unwrap(),
        mint: share.mint,
        name: "Apple Scrip".into(),
        symbol: "AAPLs".into(),
        uri: "https://example.com/aapl.json".into(),
        additional_metadata: vec![
            ("isin".into(), "GB0002634946".into()),
            ("terms_hash".into(), "ab".repeat(32)),
        ],
    };
    assert_eq!(metadata, expected);
}

#[test]
fn the_mint_is_exempt_from_rent_without_waste() {
    let (world, share) = (issued_at(Multiplier::ONE), new_share());
    let mint = world.account(&share.mint).unwrap();
    let len = mint.data.len();
    assert_eq!(mint.lamports, world.rent(len));
}

#[test]
fn the_multiplier_is_the_image_of_the_one_asked_for() {
    for scaled in [1, 10u128.pow(18), 1_234_567_890_123_456_789, 10u128.pow(36)] {
        let multiplier = Multiplier::from_scaled(scaled).unwrap();
        let (world, share) = (issued_at(multiplier), new_share());
        let config: ScaledUiAmountConfig = mint_extension(&world, &share.mint);
        let image = multiplier.to_f64_bits().to_le_bytes();
        assert_eq!(Option::<Pubkey>::from(config.authority), Some(share.asset));
        assert_eq!((config.multiplier.0, config.new_multiplier.0), (image, image));
        assert_eq!(i64::from(config.new_multiplier_effective_timestamp), 0);
    }
}
