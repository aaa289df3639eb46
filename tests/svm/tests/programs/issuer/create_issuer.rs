//! `create_issuer`

use anchor_lang::prelude::Pubkey;
use scrip_issuer::ID;
use scrip_issuer::events::IssuerCreated;
use scrip_issuer::state::{ISSUER_VERSION, Issuer};
use scrip_svm_tests::{World, addresses, cast, issuer_program};

#[test]
fn opens_an_issuer() {
    let mut world = World::new();
    let (creator, registry) = (cast().mallory, cast().company.register.address);
    for index in [0, u16::MAX] {
        let receipt = world.run(issuer_program::create_issuer(creator, index, registry));
        let issuer = addresses::issuer(&creator, index);
        let expected = Issuer {
            version: ISSUER_VERSION,
            bump: addresses::bump(&issuer),
            index,
            creator,
            admin: creator,
            pending_admin: Pubkey::default(),
            registry,
            treasury: creator,
            timelock: 0,
            four_eyes: 0,
            change_count: 0,
        };
        world.assert_account(&issuer, &expected);
        receipt.assert_event(ID, &IssuerCreated { issuer, admin: creator, registry, index });
        assert_eq!(receipt.event_count(), 1);
    }
}
