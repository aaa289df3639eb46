//! Nodes that do not answer, answer too late, or answer something else.

use std::net::TcpListener;

use serde_json::json;

use crate::node::{Node, Reply};
use crate::rpc::{SLOT, answer, token_account};
use crate::world::{World, address};

#[test]
fn a_dead_node_is_named_without_its_key() {
    let world = World::new();
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let url = format!("http://user:hidden@127.0.0.1:{port}/path?api-key=hidden");
    let outcome = world.take("out", &["--rpc", &url]);
    assert!(!outcome.stderr.contains("hidden"), "{}", outcome.stderr);
    assert_eq!(outcome.stderr.matches("; again in ").count(), 4, "{}", outcome.stderr);
    outcome.refused(&[
        "getProgramAccounts failed",
        &format!("http://127.0.0.1:{port}:"),
        "refused",
        "check --rpc",
    ]);
    assert!(world.names().is_empty());
}

#[test]
fn what_is_no_address_is_not_asked() {
    let world = World::new();
    for url in ["", "localhost:8899", "ftp://127.0.0.1", "devnet", "http://"] {
        world.take("out", &["--rpc", url]).refused(&["--rpc is not an address"]);
    }
}

/// A node that is overloaded, and one that breaks off, are asked again.
#[test]
fn a_passing_failure_is_overcome() {
    for failure in [
        || Reply::Status(503),
        || Reply::Status(429),
        || Reply::Error(-32005, "Node is behind by 42 slots"),
        || Reply::Broken(json!({ "context": { "slot": 1 }, "value": [] })),
        || Reply::Ended(json!({ "context": { "slot": 1 }, "value": [] })),
    ] {
        let holders = vec![token_account(address(101), address(1), 5)];
        let node = Node::start(move |method, params, before| {
            if method == "getProgramAccounts" && before == 0 {
                return failure();
            }
            answer(method, params, 5, &holders, &[])
        });
        let world = World::new();
        world.take("out", &["--rpc", &node.url]).ok();
        assert_eq!(world.leaves("out"), [(address(1), 5)]);
        // Once more than the holders, the redemptions and the tenders need.
        assert_eq!(node.calls("getProgramAccounts"), 4);
    }
}

#[test]
fn a_lasting_failure_is_not_tried_again() {
    for (reply, part) in [
        (
            (|| Reply::Error(-32010, "excluded from account secondary indexes")) as fn() -> Reply,
            "the node refuses: excluded from account secondary indexes (code -32010)",
        ),
        (|| Reply::Status(403), "403"),
        (|| Reply::Result(json!({ "context": { "slot": 1 } })), "missing field `value`"),
        (
            || {
                let account = json!({ "data": ["", "base64+zstd"] });
                let value = json!([{ "pubkey": address(1).to_string(), "account": account }]);
                Reply::Result(json!({ "context": { "slot": 1 }, "value": value }))
            },
            "is in base64+zstd",
        ),
        (
            || {
                let mut account = token_account(address(101), address(1), 5);
                account["account"]["data"][0] = json!("AAAA");
                Reply::Result(json!({ "context": { "slot": 1 }, "value": [account] }))
            },
            "has 3 bytes of owner and amount, and 40 were asked for",
        ),
    ] {
        let node = Node::start(move |_, _, _| reply());
        let world = World::new();
        world.take("out", &["--rpc", &node.url]).refused(&["getProgramAccounts failed", part]);
        assert_eq!(node.calls("getProgramAccounts"), 1, "{part}");
        assert!(world.names().is_empty());
    }
}

#[test]
fn a_supply_that_the_accounts_do_not_make_up_is_refused() {
    let holders = vec![token_account(address(101), address(1), 5)];
    let node = Node::start(move |method, params, _| answer(method, params, 6, &holders, &[]));
    let world = World::new();
    world.take("out", &["--rpc", &node.url]).refused(&["hold 5 raw units", "supply is 6"]);
}

#[test]
fn a_mint_with_other_decimals_is_no_share() {
    let node = Node::start(|method, params, _| match method {
        "getTokenSupply" => Reply::Result(json!({
            "context": { "slot": SLOT },
            "value": { "amount": "0", "decimals": 6, "uiAmount": 0.0, "uiAmountString": "0" },
        })),
        _ => answer(method, params, 0, &[], &[]),
    });
    World::new().take("out", &["--rpc", &node.url]).refused(&["has 6 decimals"]);
}

/// The block's time is for people to read, and nodes forget it.
#[test]
fn a_forgotten_time_stops_nothing() {
    let holders = vec![token_account(address(101), address(1), 5)];
    let node = Node::start(move |method, params, _| match method {
        "getBlockTime" => Reply::Error(-32009, "Slot was skipped, or missing"),
        _ => answer(method, params, 5, &holders, &[]),
    });
    let world = World::new();
    world.take("out", &["--rpc", &node.url]).ok();
    assert!(world.summary("out")["block_time"].is_null());
    assert_eq!(world.summary("out")["slot"], SLOT);
}
