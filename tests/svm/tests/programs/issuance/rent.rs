//! What every account of the issuer program weighs and costs.

use anchor_lang::Space;
use scrip_issuer::state::*;
use scrip_svm_tests::World;

#[test]
fn bytes_and_lamports_of_every_account() {
    let world = World::new();
    for (account, space, expected) in [
        ("Issuer", Issuer::INIT_SPACE, 181),
        ("Role", Role::INIT_SPACE, 94),
        ("PendingChange", PendingChange::INIT_SPACE, 381),
        ("Custodian", Custodian::INIT_SPACE, 75),
        ("Asset", Asset::INIT_SPACE, 252),
        ("CorporateAction", CorporateAction::INIT_SPACE, 393),
        ("Minter", Minter::INIT_SPACE, 126),
        ("MintProposal", MintProposal::INIT_SPACE, 210),
        ("ReserveAttestation", ReserveAttestation::INIT_SPACE, 134),
        ("PaymentMint", PaymentMint::INIT_SPACE, 75),
        ("Subscription", Subscription::INIT_SPACE, 205),
        ("Redemption", Redemption::INIT_SPACE, 205),
    ] {
        let bytes = 8 + space;
        println!("{account}: {bytes} bytes, {} lamports", world.rent(bytes));
        assert_eq!(bytes, expected, "{account}: the closing note and the documents say otherwise");
    }
}
