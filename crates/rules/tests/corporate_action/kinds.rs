//! The events of ISO 15022, and which terms say what has to be said about each.

use scrip_rules::corporate_action::{ActionKind, Election, TermsForm};

const FORMS: [TermsForm; 9] = [
    TermsForm::Ratio,
    TermsForm::Reinvestment,
    TermsForm::Cash,
    TermsForm::Choice,
    TermsForm::Shares,
    TermsForm::Exchange,
    TermsForm::Offer,
    TermsForm::Name,
    TermsForm::FinalPrice,
];

/// Byte, event code, and the forms of its terms.
const KINDS: [(u8, &str, &[TermsForm]); 16] = [
    (1, "SPLF", &[TermsForm::Ratio]),
    (2, "DVCA", &[TermsForm::Reinvestment, TermsForm::Cash]),
    (3, "SPLR", &[TermsForm::Ratio]),
    (4, "BONU", &[TermsForm::Ratio]),
    (5, "DVSE", &[TermsForm::Ratio]),
    (6, "INTR", &[TermsForm::Cash]),
    (7, "DRIP", &[TermsForm::Choice]),
    (8, "CAPD", &[TermsForm::Cash]),
    (9, "SOFF", &[TermsForm::Shares]),
    (10, "MRGR", &[TermsForm::Exchange]),
    (11, "EXOF", &[TermsForm::Exchange]),
    (12, "TEND", &[TermsForm::Offer]),
    (13, "BIDS", &[TermsForm::Offer]),
    (14, "CHAN", &[TermsForm::Name]),
    (15, "LIQU", &[TermsForm::FinalPrice]),
    (16, "DLST", &[TermsForm::FinalPrice]),
];

#[test]
fn bytes_codes_and_terms() {
    for (byte, code, forms) in KINDS {
        let kind = ActionKind::from_byte(byte).unwrap();
        assert_eq!((kind as u8, kind.code()), (byte, code));
        for form in FORMS {
            assert_eq!(kind.takes(form), forms.contains(&form), "{code} {form:?}");
        }
    }
}

#[test]
fn no_other_byte_is_a_kind_or_a_choice() {
    for byte in 0..=u8::MAX {
        assert_eq!(ActionKind::from_byte(byte).is_some(), (1..=16).contains(&byte), "{byte}");
        let choice = Election::from_byte(byte);
        assert_eq!(choice.map(|choice| choice as u8), (1..=2).contains(&byte).then_some(byte));
    }
}

#[test]
fn all_are_listed_by_their_bytes() {
    let bytes = ActionKind::ALL.map(|kind| kind as u8);
    assert!(bytes.iter().copied().eq(1..=16));
}

#[test]
fn what_ends_the_asset_and_what_takes_shares_away_unasked() {
    let codes = |of: fn(ActionKind) -> bool| {
        let kinds = ActionKind::ALL.into_iter().filter(move |kind| of(*kind));
        kinds.map(ActionKind::code).collect::<Vec<_>>()
    };
    assert_eq!(codes(ActionKind::ends_asset), ["MRGR", "LIQU", "DLST"]);
    assert_eq!(codes(ActionKind::is_mandatory_exchange), ["MRGR", "LIQU"]);
}

#[test]
fn what_terms_move_and_pay() {
    use TermsForm::{Cash, Choice, Exchange, FinalPrice, Offer, Ratio, Reinvestment, Shares};
    let those =
        |of: fn(TermsForm) -> bool| FORMS.into_iter().filter(|form| of(*form)).collect::<Vec<_>>();
    assert_eq!(those(TermsForm::moves_multiplier), [Ratio, Reinvestment]);
    assert_eq!(those(TermsForm::is_distribution), [Cash, Choice, Shares]);
    assert_eq!(those(TermsForm::is_exchange), [Exchange, FinalPrice]);
    assert_eq!(those(TermsForm::pays), [Cash, Choice, Shares, Exchange, Offer, FinalPrice]);
    // Nothing that moves the multiplier pays as well: holders would get both.
    assert!(FORMS.iter().all(|form| !(form.moves_multiplier() && form.pays())));
}
