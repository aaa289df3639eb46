//! Before they are converted: every instruction that reads one fails with the one error that says so.

use scrip_svm_tests::fixtures::{self, Fixture};

use super::*;

fn names_the_asset(fixture: &Fixture) -> bool {
    let mut world = World::without_signatures();
    let instruction = (fixture.ready)(&mut world);
    instruction.accounts.iter().any(|meta| meta.pubkey == cast().share.asset)
}

#[test]
fn every_instruction_that_names_an_asset_refuses_one_of_version_1() {
    let others =
        |fixture: &&Fixture| fixture.program == "scrip_issuer" && fixture.name != "migrate_account";
    let mut refused = 0;
    for fixture in fixtures::all().filter(others).filter(|fixture| names_the_asset(fixture)) {
        let mut world = World::without_signatures();
        let instruction = (fixture.ready)(&mut world);
        version_1::put(&mut world, cast().share.asset);
        let failure = world.refuse(instruction);
        failure.assert_code(IssuerError::AccountVersion as u32, fixture.name);
        let told = "Asset of version 1, this program reads version 2";
        assert!(failure.logged(told), "{}: {:#?}", fixture.name, failure.logs);
        refused += 1;
    }
    println!("{refused} instructions");
    assert!(refused > 40, "{refused}");
}

#[test]
fn every_instruction_that_names_an_action_refuses_one_of_version_1() {
    let action = addresses::action(&cast().share.asset, 0);
    let mut refused = 0;
    for fixture in fixtures::all().filter(|fixture| fixture.program == "scrip_issuer") {
        let mut world = World::without_signatures();
        let instruction = (fixture.ready)(&mut world);
        let named = instruction.accounts.iter().any(|meta| meta.pubkey == action);
        if !named || fixture.name == "announce_action" {
            continue;
        }
        let old = version_1::account_at(&old_action(0));
        world.edit(action, |account| account.data = old.data);
        let failure = world.refuse(instruction);
        failure.assert_code(IssuerError::AccountVersion as u32, fixture.name);
        let told = "CorporateAction of version 1, this program reads version 2";
        assert!(failure.logged(told), "{}: {:#?}", fixture.name, failure.logs);
        refused += 1;
    }
    println!("{refused} instructions");
    assert!(refused > 10, "{refused}");
}
