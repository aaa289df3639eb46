//! Everything that is wrong with a file is told at once, with its line and column.

use crate::rows::{rows, wallet, whole};

#[test]
fn each_cell_says_what_is_wrong_with_it() {
    let key = wallet(1);
    let program_account = scrip_client::addresses::registry(&key, 0);
    for (line, expected) in [
        ("nobody,CH,,2027-06-30,,a".to_owned(), "line 2, column wallet: `nobody` is no address"),
        (format!("{program_account},CH,,2027-06-30,,a"), "is no key but an account of a program"),
        ("11111111111111111111111111111111,CH,,2027-06-30,,a".to_owned(), "is the system program"),
        (format!("{key},XX,,2027-06-30,,a"), "line 2, column country: `XX` is no country"),
        (format!("{key},,,2027-06-30,,a"), "line 2, column country: `` is no country"),
        (
            format!("{key},CH,rich,2027-06-30,,a"),
            "line 2, column classes: `rich` is no investor class",
        ),
        (format!("{key},CH,,2026-11-30,,a"), "line 2, column kyc_expires: `2026-11-30` is over"),
        (format!("{key},CH,,2026-12-01,,a"), "line 2, column kyc_expires: `2026-12-01` is over"),
        (format!("{key},CH,,2027-02-30,,a"), "line 2, column kyc_expires: `2027-02-30` is no time"),
        (format!("{key},CH,,+1d,,a"), "line 2, column kyc_expires: `+1d` is no time"),
        (format!("{key},CH,,,,a"), "line 2, column kyc_expires: `` is no time"),
        (format!("{key},CH,,2027-06-30,-1,a"), "line 2, column locked_until: `-1`"),
        (format!("{key},CH,,2027-06-30,,"), "line 2, column identity: it is empty"),
        (
            format!("{key},CH,,2027-06-30,,00000000000000000000000000000000"),
            "line 2, column identity: it is all zeros",
        ),
        (format!("{key},CH,,2027-06-30,a"), "line 2: there are 5 cells, and the header has 6"),
        (format!("{key},CH,,2027-06-30,,a,"), "line 2: there are 7 cells, and the header has 6"),
    ] {
        let faults = rows(&line).unwrap_err();
        assert_eq!(faults.len(), 1, "{line}: {faults:?}");
        assert!(faults[0].contains(expected), "{line}: {faults:?}");
    }
}

#[test]
fn a_file_is_read_to_its_end() {
    let (first, second) = (wallet(1), wallet(2));
    let good = format!("{first},CH,retail,2027-06-30,,a");
    let bad = "nobody,XX,rich,never,never,";
    let faults = rows(&format!("{good}\n{bad}\n{second},LI,,2027-06-30,,b\n{good}\n")).unwrap_err();
    assert_eq!(faults.len(), 7, "{faults:?}");
    assert!(faults[..6].iter().all(|fault| fault.starts_with("line 3, column ")), "{faults:?}");
    assert!(
        faults[6].starts_with("line 5, column wallet: ")
            && faults[6].contains("is in line 2 already"),
        "{faults:?}"
    );
}

#[test]
fn the_header_is_the_first_to_be_right() {
    for (text, expected) in [
        ("", "line 1: the column wallet is missing"),
        ("wallet,country,classes,kyc_expires\n", "line 1: the column identity is missing"),
        ("wallet;country;classes;kyc_expires;identity\n", "separated by commas"),
        ("wallet,wallet,country,classes,kyc_expires,identity\n", "line 1: `wallet` is there twice"),
        ("wallet,country,classes,kyc_expires,identity,name\n", "line 1: `name` is no column"),
        (
            "wallet,country,classes,kyc_expires,identity\n",
            "line 1: there are no holders below the header",
        ),
    ] {
        let faults = whole(text).unwrap_err();
        assert!(
            faults[0].contains(expected) || faults.iter().any(|fault| fault.contains(expected)),
            "{text}: {faults:?}"
        );
    }
}

#[test]
fn a_file_in_another_encoding_says_so() {
    let mut text =
        format!("wallet,country,classes,kyc_expires,identity\n{},CH,,2027-06-30,M", wallet(1))
            .into_bytes();
    text.extend([0xfc, b'\n']);
    let faults = whole(text).unwrap_err();
    assert!(faults[0].starts_with("line 2: it is not UTF-8"), "{faults:?}");
}
