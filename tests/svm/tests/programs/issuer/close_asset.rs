//! `wind_down`, `close_asset`: the errors

use scrip_issuer::error::IssuerError;
use scrip_svm_tests::cast;
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::fixtures::of_issuer;
use scrip_svm_tests::issuer_program::{close_asset, wind_down, with};

use crate::case::{Case, assert_all_fail, case};

pub const CASES: &[Case] = &[
    case(IssuerError::NotAdmin as u32, "wound down by a member of staff", |_| {
        with("wind_down", wind_down(&cast().share), [("admin", cast().company.member(Duty::Mint))])
    }),
    case(IssuerError::NotActive as u32, "wound down twice", |world| {
        world.run(wind_down(&cast().share));
        wind_down(&cast().share)
    }),
    case(IssuerError::NotAdmin as u32, "closed by a member of staff", |world| {
        let close = (of_issuer("close_asset").ready)(world);
        with("close_asset", close, [("admin", cast().company.member(Duty::Mint))])
    }),
    case(IssuerError::NotWindingDown as u32, "closed at once", |_| close_asset(&cast().share)),
    case(IssuerError::NotWindingDown as u32, "closed twice", |world| {
        let close = (of_issuer("close_asset").ready)(world);
        world.run(close.clone());
        close
    }),
    case(IssuerError::NotActive as u32, "wound down once it is closed", |world| {
        let close = (of_issuer("close_asset").ready)(world);
        world.run(close);
        wind_down(&cast().share)
    }),
    case(IssuerError::SupplyLeft as u32, "closed with shares about", |world| {
        world.run(wind_down(&cast().share));
        close_asset(&cast().share)
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
