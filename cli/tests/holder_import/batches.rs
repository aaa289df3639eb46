//! As many rows in a transaction as fit, by its real size.

use scrip_cli::holder_import::batch::{Deed, Frame, TRANSACTION_BYTES};
use scrip_cli::holder_import::read::Row;
use scrip_client::instructions::register::Desk;
use solana_hash::Hash;
use solana_signature::Signature;
use solana_transaction::versioned::VersionedTransaction;

use crate::rows::{REGISTRY, rows, wallet};

fn twenty() -> Vec<Row> {
    let line = |number: u8| format!("{},CH,retail,2027-06-30,,a\n", wallet(number));
    rows(&(1..=20).map(line).collect::<String>()).unwrap()
}

fn frame(price: u64, own_payer: bool) -> Frame {
    let officer = wallet(100);
    let payer = if own_payer { wallet(101) } else { officer };
    Frame { desk: Desk { registry: REGISTRY, officer, payer }, price }
}

#[test]
fn eight_or_nine_wallets_fit() {
    // (micro-lamports for each unit, whether somebody else pays, what is done, rows in each transaction)
    for (price, own_payer, deed, sizes) in [
        (0, false, Deed::Onboard, vec![9, 9, 2]),
        (0, true, Deed::Onboard, vec![8, 8, 4]),
        (1, false, Deed::Onboard, vec![8, 8, 4]),
        (1, true, Deed::Onboard, vec![7, 7, 6]),
    ] {
        let frame = frame(price, own_payer);
        let batches = frame.pack(deed, &twenty()).unwrap();
        assert_eq!(
            batches.iter().map(|batch| batch.rows.len()).collect::<Vec<_>>(),
            sizes,
            "{price} {own_payer}"
        );
        for batch in &batches {
            let message = frame.message(batch, Hash::default()).unwrap();
            let signers = usize::from(message.header().num_required_signatures);
            let signatures = vec![Signature::default(); signers];
            let size =
                bincode::serialized_size(&VersionedTransaction { signatures, message }).unwrap();
            assert!(size <= TRANSACTION_BYTES, "{size}");
        }
    }
}

#[test]
fn every_row_is_in_one_batch_and_fees_are_added_up() {
    let rows = twenty();
    for deed in [Deed::Onboard, Deed::Update] {
        let frame = frame(1_000_000, false);
        let batches = frame.pack(deed, &rows).unwrap();
        let lines: Vec<u64> =
            batches.iter().flat_map(|batch| &batch.rows).map(|row| row.line).collect();
        assert_eq!(lines, (2..=21).collect::<Vec<_>>());
        // 5,000 lamports for each signature; at one lamport for each unit, 20,000 and 25,000 for each wallet.
        let count = u64::try_from(batches.len()).unwrap();
        assert_eq!(frame.fees(&batches), count * 25_000 + 20 * 25_000);
    }
    assert!(frame(0, false).pack(Deed::Onboard, &[]).unwrap().is_empty());
}
