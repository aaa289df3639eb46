//! A file without faults.

use anchor_lang::prelude::Pubkey;
use scrip_cli::holder_import::identity::Salt;
use scrip_cli::holder_import::read::{Row, Rules, read};
use scrip_client::addresses;

/// The chain's time: 2026-12-01T00:00:00Z.
pub const NOW: i64 = 1_796_083_200;
pub const REGISTRY: Pubkey = Pubkey::new_from_array([7; 32]);

/// Reads these lines below the whole header.
pub fn rows(lines: &str) -> Result<Vec<Row>, Vec<String>> {
    whole(format!("wallet,country,classes,kyc_expires,locked_until,identity\n{lines}"))
}

/// Reads a file.
pub fn whole(text: impl AsRef<[u8]>) -> Result<Vec<Row>, Vec<String>> {
    let salt = Salt::new(b"sixteen letters!").unwrap();
    let rules = Rules { registry: REGISTRY, salt: Some(&salt), now: NOW, allow_off_curve: false };
    read(text.as_ref(), &rules).map_err(|faults| faults.iter().map(ToString::to_string).collect())
}

/// Wallets on the curve, all different.
pub fn wallet(number: u8) -> Pubkey {
    (0..=u8::MAX)
        .map(|byte| {
            Pubkey::new_from_array([[number; 31].as_slice(), &[byte]].concat().try_into().unwrap())
        })
        .find(Pubkey::is_on_curve)
        .unwrap()
}

#[test]
fn a_row_is_read_cell_by_cell() {
    let key = wallet(1);
    let read = rows(&format!(
        "{key},CH,retail+us-person,2027-06-30,1796135400,00112233445566778899aabbccddeeff\n"
    ))
    .unwrap();
    let Row { line, wallet, record, details } = read[0];
    assert_eq!((line, wallet, record), (2, key, addresses::holder(&REGISTRY, &key)));
    assert_eq!((details.jurisdiction, details.investor_classes), (756, 3));
    assert_eq!((details.kyc_expires_at, details.locked_until), (1_814_313_600, 1_796_135_400));
    assert_eq!(details.identity[..3], [0x00, 0x11, 0x22]);
}

#[test]
fn columns_stand_in_any_order_and_times_are_written_in_three_ways() {
    let (first, second, third) = (wallet(1), wallet(2), wallet(3));
    let text = format!(
        "\u{feff}identity, kyc_expires ,wallet,classes,country\n\
         a,2027-06-30,{first},,276\n\
         \"b, c\",2027-06-30T02:00:00+02:00, {second} ,qualified,DEU\n\
         a,1814313600,{third},professional,de\n"
    );
    let read = whole(text).unwrap();
    assert!(read.iter().all(|row| row.details.kyc_expires_at == 1_814_313_600));
    assert!(
        read.iter().all(|row| row.details.jurisdiction == 276 && row.details.locked_until == 0)
    );
    assert_eq!(read[0].details.identity, read[2].details.identity);
    assert_ne!(read[0].details.identity, read[1].details.identity);
}
