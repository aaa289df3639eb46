//! `create_registry`

use scrip_svm_tests::{World, addresses, cast, hook_program};
use scrip_transfer_hook::ID;
use scrip_transfer_hook::events::RegistryCreated;
use scrip_transfer_hook::state::{REGISTRY_VERSION, Registry};

#[test]
fn opens_a_registry() {
    let mut world = World::new();
    let creator = cast().mallory;
    for index in [0, 1, u16::MAX] {
        let receipt = world.run(hook_program::create_registry(creator, index));
        let registry = addresses::registry(&creator, index);
        let expected = Registry {
            version: REGISTRY_VERSION,
            bump: addresses::bump(&registry),
            index,
            creator,
            authority: creator,
        };
        world.assert_account(&registry, &expected);
        receipt.assert_event(ID, &RegistryCreated { registry, authority: creator, index });
        assert_eq!(receipt.event_count(), 1);
    }
}
