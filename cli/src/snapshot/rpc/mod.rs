//! Reading from an RPC node: JSON-RPC 2.0 over HTTP.
//!
//! - [`register`]: all token accounts of a mint, and its supply
//! - [`escrows`]: the escrows of an asset; [`elections`]: what holders have chosen; [`program_accounts`]: how both
//!   are found
//! - [`wire`]: the shapes of the answers
//!
//! An answer is decoded while it comes in, so a million accounts take the memory of what is kept of them.

pub mod elections;
pub mod escrows;
pub mod program_accounts;
pub mod register;
pub mod wire;

use std::io::{BufReader, Read};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use backon::{BlockingRetryable, ExponentialBuilder};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use ureq::Agent;
use ureq::http::Uri;

use self::wire::{Answer, Failure};
use super::progress;

/// How often a call is made again that did not get through.
const RETRIES: usize = 4;
/// The pause before the first of them; each is twice as long as the one before.
const FIRST_PAUSE: Duration = Duration::from_millis(250);
const CONNECT: Duration = Duration::from_secs(10);
/// A node takes its time before it begins to answer about a large mint.
const FIRST_BYTE: Duration = Duration::from_secs(180);
const WHOLE_ANSWER: Duration = Duration::from_secs(1_800);

/// An RPC node.
pub struct Rpc {
    agent: Agent,
    url: String,
    /// The address without its path and query, which often hold a key.
    shown: String,
    commitment: &'static str,
}

impl Rpc {
    /// A node at `url`, asked for what has `commitment`. Nothing is sent yet.
    pub fn new(url: &str, commitment: &'static str) -> Result<Self> {
        let parsed: Option<Uri> = url.parse().ok();
        let parts =
            parsed.as_ref().and_then(|uri| Some((uri.scheme_str()?, uri.host()?, uri.port())));
        let Some((scheme @ ("http" | "https"), host, port)) = parts else {
            bail!("--rpc is not an address that begins with http:// or https://");
        };
        let port = port.map(|port| format!(":{port}")).unwrap_or_default();
        let config = Agent::config_builder()
            .timeout_connect(Some(CONNECT))
            .timeout_recv_response(Some(FIRST_BYTE))
            .timeout_recv_body(Some(WHOLE_ANSWER))
            .build();
        Ok(Self {
            agent: config.into(),
            url: url.to_owned(),
            shown: format!("{scheme}://{host}{port}"),
            commitment,
        })
    }

    /// Calls `method`, again with growing pauses while it does not get through.
    pub fn call<T: DeserializeOwned>(&self, method: &str, params: &Value) -> Result<T> {
        let request = json!({ "jsonrpc": "2.0", "id": 1, "method": method, "params": params });
        let body = request.to_string();
        let pauses =
            ExponentialBuilder::default().with_min_delay(FIRST_PAUSE).with_max_times(RETRIES);
        (|| self.attempt(&body))
            .retry(pauses)
            .when(Failure::is_passing)
            .notify(|failure: &Failure, pause: Duration| {
                eprintln!("scrip: {method}: {failure}; again in {} ms", pause.as_millis());
            })
            .call()
            .map_err(Failure::into_error)
            .with_context(|| {
                format!(
                    "{method} failed at the RPC {}: check --rpc and whether the node serves it",
                    self.shown
                )
            })
    }

    fn attempt<T: DeserializeOwned>(&self, body: &str) -> Result<T, Failure> {
        let request = self.agent.post(&self.url).header("content-type", "application/json");
        let response = request.send(body).map_err(Failure::from)?;
        let bar = progress::bytes("receive", 0);
        let reader = bar.wrap_read(response.into_body().into_reader());
        let answer = decode(reader);
        bar.finish_and_clear();
        answer
    }
}

fn decode<T: DeserializeOwned>(reader: impl Read) -> Result<T, Failure> {
    let reader = BufReader::with_capacity(1 << 20, reader);
    let answer: Answer<T> = serde_json::from_reader(reader).map_err(Failure::from)?;
    answer.into_result()
}
