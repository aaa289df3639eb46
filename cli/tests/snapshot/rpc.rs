//! Snapshots by RPC, from a node on this machine that answers in the shapes of a real one.

use anchor_lang::AccountSerialize;
use anchor_lang::prelude::Pubkey;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use scrip_cli::snapshot::escrow::asset_of;
use scrip_issuer::state::{HolderElection, Redemption, Tender};
use serde_json::{Value, json};

use crate::node::{Node, Reply};
use crate::world::{MINT, World, address};

pub const SLOT: u64 = 389_112_004;
const TOKEN_2022: &str = "TokenzQdBNbLqP5VEhdkAS6EPFLC1PHnBqCXEpPxuEb";

/// An account in an answer of `getProgramAccounts`.
pub fn account(address: Pubkey, program: &str, data: &[u8]) -> Value {
    json!({
        "pubkey": address.to_string(),
        "account": {
            "data": [BASE64_STANDARD.encode(data), "base64"],
            "executable": false,
            "lamports": 2_108_880,
            "owner": program,
            "rentEpoch": u64::MAX,
            "space": 175,
        },
    })
}

/// The slice of a token account: its owner and its amount.
pub fn token_account(at: Pubkey, owner: Pubkey, raw: u64) -> Value {
    let data = [&owner.to_bytes()[..], &raw.to_le_bytes()].concat();
    account(at, TOKEN_2022, &data)
}

/// A redemption of `owner`, and the address of its escrow.
pub fn redemption(at: Pubkey, owner: Pubkey) -> (Value, Pubkey) {
    let seeds = [b"escrow".as_ref(), at.as_ref()];
    let (escrow, escrow_bump) = Pubkey::find_program_address(&seeds, &scrip_issuer::ID);
    let redemption = Redemption {
        version: 1,
        bump: 255,
        asset: asset_of(&MINT),
        owner,
        id: 1,
        payment_mint: Pubkey::default(),
        escrow_bump,
        min_price: 0,
        multiplier: 1,
        fee_bps: 0,
        deposited: 30,
        settled: 0,
        paid: 0,
        deadline: 0,
        rent_payer: owner,
    };
    let mut data = Vec::new();
    redemption.try_serialize(&mut data).unwrap();
    (account(at, &scrip_issuer::ID.to_string(), &data), escrow)
}

/// What a node that has these accounts answers.
pub fn answer(
    method: &str,
    params: &Value,
    supply: u64,
    holders: &[Value],
    issues: &[Value],
) -> Reply {
    Reply::Result(match method {
        "getProgramAccounts" if params[0] == TOKEN_2022 => {
            json!({ "context": { "apiVersion": "3.0.4", "slot": SLOT }, "value": holders })
        }
        "getProgramAccounts" => {
            json!(matching(issues, &params[1]["filters"][0]["memcmp"]["bytes"]))
        }
        "getTokenSupply" => json!({
            "context": { "apiVersion": "3.0.4", "slot": SLOT + 2 },
            "value": {
                "amount": supply.to_string(), "decimals": 8, "uiAmount": 0.0, "uiAmountString": "0",
            },
        }),
        "getBlockTime" => json!(1_782_993_586),
        other => panic!("{other} was called"),
    })
}

/// Those of the issuer program's accounts that begin with this discriminator.
fn matching(issues: &[Value], discriminator: &Value) -> Vec<Value> {
    let wanted = BASE64_STANDARD.decode(discriminator.as_str().unwrap()).unwrap();
    let begins = |issue: &&Value| {
        let data = issue["account"]["data"][0].as_str().unwrap();
        BASE64_STANDARD.decode(data).unwrap().starts_with(&wanted)
    };
    issues.iter().filter(begins).cloned().collect()
}

/// A tender of `owner`, and the address of its escrow.
fn tender(at: Pubkey, owner: Pubkey) -> (Value, Pubkey) {
    let seeds = [scrip_issuer::seeds::ESCROW, at.as_ref()];
    let (escrow, escrow_bump) = Pubkey::find_program_address(&seeds, &scrip_issuer::ID);
    let tender = Tender {
        version: 1,
        bump: 0,
        escrow_bump,
        asset: asset_of(&MINT),
        action: address(60),
        owner,
        amount: 1,
        reclaim_at: 2,
        rent_payer: owner,
    };
    let mut data = Vec::new();
    tender.try_serialize(&mut data).unwrap();
    (account(at, &scrip_issuer::ID.to_string(), &data), escrow)
}

#[test]
fn shares_that_were_tendered_are_their_owners() {
    let (issue, escrow) = tender(address(50), address(1));
    let holders = vec![
        token_account(escrow, asset_of(&MINT), 30),
        token_account(address(101), address(2), 70),
    ];
    let node = Node::start(move |method, params, _| {
        answer(method, params, 100, &holders, std::slice::from_ref(&issue))
    });
    let world = World::new();
    world.take("out", &["--rpc", &node.url]).ok();
    assert_eq!(world.leaves("out"), [(address(1), 30), (address(2), 70)]);
    let filters = &node.params("getProgramAccounts")[2][1]["filters"];
    assert_eq!(filters[1]["memcmp"]["offset"], 11);
}

#[test]
fn holders_and_escrows_are_read_from_a_node() {
    let (issue, escrow) = redemption(address(50), address(1));
    let holders = vec![
        token_account(address(101), address(2), 25),
        token_account(escrow, asset_of(&MINT), 30),
        token_account(address(102), address(1), 40),
        token_account(address(103), address(3), 0),
        token_account(address(104), address(2), 5),
    ];
    let node = Node::start(move |method, params, _| {
        answer(method, params, 100, &holders, std::slice::from_ref(&issue))
    });
    let world = World::new();
    world.take("out", &["--rpc", &node.url]).ok();
    assert_eq!(world.leaves("out"), [(address(1), 70), (address(2), 30)]);
    let summary = world.summary("out");
    assert_eq!(summary["slot"], SLOT);
    assert_eq!(summary["block_time"], 1_782_993_586);
    assert_eq!(summary["supply"], "100");
    world.verify("out").ok();

    // It asked for the accounts of this mint, and of this asset, and no more of them than it needs.
    let calls = node.params("getProgramAccounts");
    assert_eq!(calls.len(), 3);
    let config = &calls[0][1];
    assert_eq!(config["dataSlice"], json!({ "offset": 32, "length": 40 }));
    assert_eq!(
        config["filters"],
        json!([{ "memcmp": { "offset": 0, "bytes": MINT.to_string() } }])
    );
    assert_eq!(config["commitment"], "finalized");
    assert_eq!(calls[1][0], scrip_issuer::ID.to_string());
    assert_eq!(
        calls[1][1]["filters"],
        json!([
            { "memcmp": { "offset": 0, "bytes": "cEvovRZynMs=", "encoding": "base64" } },
            { "memcmp": { "offset": 10, "bytes": asset_of(&MINT).to_string() } },
        ])
    );
}

#[test]
fn what_holders_chose_on_chain_is_read_from_the_node() {
    let election = |at, owner, choice| {
        let election = HolderElection {
            version: 1,
            bump: 0,
            choice,
            action: address(60),
            owner,
            rent_payer: owner,
        };
        let mut data = Vec::new();
        election.try_serialize(&mut data).unwrap();
        account(at, &scrip_issuer::ID.to_string(), &data)
    };
    let made = vec![election(address(70), address(1), 2), election(address(71), address(2), 1)];
    let holders: Vec<_> = (1..=3)
        .map(|owner| token_account(address(100 + owner), address(owner), u64::from(owner) * 10))
        .collect();
    let node = Node::start(move |method, params, _| answer(method, params, 60, &holders, &made));
    let world = World::new();
    let action = address(60).to_string();
    for (default, choice, expected) in [
        ("cash", "cash", vec![(address(2), 20), (address(3), 30)]),
        ("cash", "reinvest", vec![(address(1), 10)]),
        ("reinvest", "reinvest", vec![(address(1), 10), (address(3), 30)]),
    ] {
        let out = format!("{default}-{choice}");
        let arguments = ["--rpc", &node.url, "--action", &action];
        let choices = ["--default", default, "--choice", choice];
        world.take(&out, &[&arguments[..], &choices].concat()).ok();
        assert_eq!(world.leaves(&out), expected, "{out}");
    }
    let filters = &node.params("getProgramAccounts")[3][1]["filters"];
    assert_eq!(filters[1]["memcmp"], json!({ "offset": 11, "bytes": action }));
}

/// The filters above fit the bytes of a real account.
#[test]
fn the_filters_find_redemptions() {
    let (issue, _) = redemption(address(50), address(1));
    let data = BASE64_STANDARD.decode(issue["account"]["data"][0].as_str().unwrap()).unwrap();
    assert!(data.starts_with(&BASE64_STANDARD.decode("cEvovRZynMs=").unwrap()));
    assert_eq!(data[10..42], asset_of(&MINT).to_bytes());
}

#[test]
fn a_listed_escrow_takes_the_place_of_those_of_the_node() {
    let holders = vec![token_account(address(101), asset_of(&MINT), 7)];
    let node = Node::start(move |method, params, _| answer(method, params, 7, &holders, &[]));
    let world = World::new();
    world.take("out", &["--rpc", &node.url]).refused(&["no escrow says whose they are"]);
    let lines = format!("token_account,owner\n{},{}\n", address(101), address(4));
    let escrows = world.write("escrows.csv", &lines);
    let arguments = ["--rpc", &node.url, "--escrows", &escrows, "--commitment", "confirmed"];
    world.take("out", &arguments).ok();
    assert_eq!(world.leaves("out"), [(address(4), 7)]);
    assert_eq!(node.params("getTokenSupply")[1][1]["commitment"], "confirmed");
}
