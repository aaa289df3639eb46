//! The judgement again, without the judge's code: by offsets into plain bytes, one demand after the other.
//! What a policy and two records mean is left to `scrip_rules`, which has a model of its own in its tests.

use anchor_lang::prelude::{Pubkey, pubkey};
use scrip_rules::classes::ClassRule;
use scrip_rules::holder::{HolderFacts, HolderKind, HolderStatus};
use scrip_rules::jurisdiction::{JurisdictionMode, Jurisdictions};
use scrip_rules::paths::Paths;
use scrip_rules::policy::{AdmissionMode, Blackout, Halt, Limits, PolicyFacts};
use scrip_rules::refusal::{RecordFault, Refusal};
use scrip_rules::verdict::{Record, Transfer, verdict};
use scrip_transfer_judge::Stage;

use crate::reference::Account;

const HOOK: Pubkey = pubkey!("Hr5hueZPoTSXdELhVUTQ51VDHgM5SN7LqhGiEp31icqL");
const TOKEN_2022: Pubkey = pubkey!("TokenzQdBNbLqP5VEhdkAS6EPFLC1PHnBqCXEpPxuEb");
/// The first eight bytes of SHA-256 of `account:Policy` and `account:Holder`.
const POLICY: [u8; 8] = [222, 135, 7, 163, 235, 177, 33, 68];
const HOLDER: [u8; 8] = [37, 121, 1, 40, 55, 46, 199, 157];

pub fn check(
    accounts: Option<&[Account<'_>]>,
    amount: u64,
    stage: Stage,
    now: i64,
) -> Result<(), Refusal> {
    let Some([source, mint, destination, authority, _, policy, sender, recipient]) = accounts
    else {
        return Err(Refusal::AccountsMissing);
    };
    let is_policy = is_own(policy, POLICY, 296) && policy.data[8] == 1;
    demand(is_policy, Refusal::PolicyForged)?;
    demand(policy.data[72..104] == *mint.address, Refusal::PolicyOfOtherMint)?;
    let in_flight = stage == Stage::InFlight;

    demand(is_token_account(source), Refusal::SourceNotTokenAccount)?;
    demand(source.data[..32] == *mint.address, Refusal::SourceOfOtherMint)?;
    let moving = is_transferring(source.data);
    demand(moving || !in_flight, Refusal::SourceNotTransferring)?;

    demand(is_token_account(destination), Refusal::DestinationNotTokenAccount)?;
    demand(destination.data[..32] == *mint.address, Refusal::DestinationOfOtherMint)?;
    let moving = is_transferring(destination.data);
    demand(moving || !in_flight, Refusal::DestinationNotTransferring)?;

    let arriving = if in_flight || source.address == destination.address { 0 } else { amount };
    let transfer = Transfer {
        signed_by_asset: *authority.address == policy.data[136..168],
        amount,
        balance_after: u64::from_le_bytes(at(destination.data, 64)).saturating_add(arriving),
    };
    let source = record(policy.data, &source.data[32..64], sender);
    let destination = record(policy.data, &destination.data[32..64], recipient);
    verdict(&policy_facts(policy.data), || source, || destination, transfer, now)
}

fn demand(met: bool, otherwise: Refusal) -> Result<(), Refusal> {
    if met { Ok(()) } else { Err(otherwise) }
}

fn at<const N: usize>(data: &[u8], offset: usize) -> [u8; N] {
    data[offset..offset + N].try_into().unwrap()
}

fn is_own(account: &Account<'_>, discriminator: [u8; 8], len: usize) -> bool {
    let data = account.data;
    *account.owner == HOOK.to_bytes() && data.len() == len && data[..8] == discriminator
}

/// Shorter ones have no extensions, and one of 355 bytes is a multisig.
fn is_token_account(account: &Account<'_>) -> bool {
    let data = account.data;
    let extensible = data.len() >= 166 && data.len() != 355;
    *account.owner == TOKEN_2022.to_bytes() && extensible && data[165] == 2 && data[108] != 0
}

/// Whether the first extension of type 15 that lies wholly within the data says so.
fn is_transferring(data: &[u8]) -> bool {
    let half = |place| usize::from(u16::from_le_bytes(at(data, place)));
    let mut place = 166;
    while place + 4 <= data.len() {
        let (kind, value) = (half(place), place + 4..place + 4 + half(place + 2));
        if value.end > data.len() {
            return false;
        }
        if kind == 15 {
            return data[value] == [1];
        }
        place = value.end;
    }
    false
}

/// What the policy may know of `wallet` from this account.
fn record(policy: &[u8], wallet: &[u8], account: &Account<'_>) -> Record {
    if *wallet == policy[136..168] {
        return Record::Asset;
    }
    let data = account.data;
    if !is_own(account, HOLDER, 128) {
        let never_created = *account.owner == [0; 32] && data.is_empty();
        return Record::Fault(if never_created {
            RecordFault::Missing
        } else {
            RecordFault::Forged
        });
    }
    if data[64..96] != policy[104..136] {
        return Record::Fault(RecordFault::OtherRegistry);
    }
    if data[96..128] != *wallet {
        return Record::Fault(RecordFault::OtherWallet);
    }
    match (data[8], HolderKind::from_byte(data[10]), HolderStatus::from_byte(data[11])) {
        (1, Some(kind), Some(status)) => Record::Holder(HolderFacts {
            kind,
            status,
            jurisdiction: u16::from_le_bytes(at(data, 12)),
            investor_classes: data[14],
            kyc_expires_at: i64::from_le_bytes(at(data, 16)),
            locked_until: i64::from_le_bytes(at(data, 24)),
        }),
        _ => Record::Fault(RecordFault::Forged),
    }
}

fn policy_facts(data: &[u8]) -> PolicyFacts<'_> {
    let time = |offset| i64::from_le_bytes(at(data, offset));
    let amount = |offset| u64::from_le_bytes(at(data, offset));
    PolicyFacts {
        admission: AdmissionMode::from_byte(data[10]),
        paths: Paths(u16::from_le_bytes(at(data, 12))),
        halt: Halt { reason: data[16], until: time(24) },
        blackout: Blackout { from: time(32), until: time(40) },
        locked_until: time(48),
        limits: Limits { max_balance: amount(56), max_transfer: amount(64) },
        classes: ClassRule { admitted: data[14], refused: data[15] },
        jurisdictions: Jurisdictions {
            mode: JurisdictionMode::from_byte(data[11]),
            bitmap: data[168..296].try_into().unwrap(),
        },
    }
}
