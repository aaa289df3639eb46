//! A directory of its own for every test, and the binary run in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anchor_lang::prelude::Pubkey;
use serde_json::Value;
use tempfile::TempDir;

pub const MINT: Pubkey = Pubkey::new_from_array([9; 32]);
pub const PAYOUT: Pubkey = Pubkey::new_from_array([8; 32]);

/// What is paid, unless a test says otherwise: one base unit for each raw unit, of which 15 % are withheld.
pub const TERMS: &[&str] =
    &["--multiplier", "1", "--gross-per-share", "100000000", "--withholding-bps", "1500"];

/// The address of which every byte is `byte`.
pub fn address(byte: u8) -> Pubkey {
    Pubkey::new_from_array([byte; 32])
}

/// What a run left.
pub struct Outcome {
    pub succeeded: bool,
    pub stdout: String,
    pub stderr: String,
}

impl Outcome {
    pub fn ok(self) -> String {
        assert!(self.succeeded, "{}", self.stderr);
        self.stdout
    }

    /// Fails unless the run has failed with one line that has all of `parts` in it.
    pub fn refused(self, parts: &[&str]) {
        assert!(!self.succeeded, "it succeeded: {}", self.stdout);
        let line = self.stderr.lines().last().unwrap_or_default();
        for part in parts {
            assert!(line.contains(part), "\"{part}\" is not in: {line}");
        }
        assert!(line.starts_with("scrip: "), "{}", self.stderr);
        assert!(!self.stderr.contains("panicked"), "{}", self.stderr);
    }
}

pub fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_scrip"));
    command.arg("snapshot").args(arguments).stdin(Stdio::null());
    // The nodes of these tests are on this machine.
    for name in ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"]
    {
        command.env_remove(name);
    }
    command
}

pub fn scrip(arguments: &[&str]) -> Outcome {
    let output = command(arguments).output().unwrap();
    Outcome {
        succeeded: output.status.success(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

pub struct World {
    directory: TempDir,
}

impl World {
    pub fn new() -> Self {
        Self { directory: TempDir::new().unwrap() }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.directory.path().join(name)
    }

    pub fn text(&self, name: &str) -> String {
        self.path(name).to_str().unwrap().to_owned()
    }

    /// Writes a file, and returns its path.
    pub fn write(&self, name: &str, content: &str) -> String {
        fs::write(self.path(name), content).unwrap();
        self.text(name)
    }

    /// Writes a file of token accounts: who owns how much.
    pub fn accounts(&self, supply: u64, owners: &[(Pubkey, u64)]) -> String {
        let mut content = format!("# supply: {supply}\ntoken_account,owner,raw\n");
        for (position, (owner, raw)) in owners.iter().enumerate() {
            let account = address(100 + u8::try_from(position).unwrap());
            content += &format!("{account},{owner},{raw}\n");
        }
        self.write("accounts.csv", &content)
    }

    /// Writes a file of holders who do not exist.
    pub fn synthesize(&self, holders: u32, seed: u64) -> String {
        let out = self.text("accounts.csv");
        let (holders, seed) = (holders.to_string(), seed.to_string());
        scrip(&["synthesize", "--holders", &holders, "--seed", &seed, "--out", &out]).ok();
        out
    }

    /// Takes a snapshot into `out`, on the usual terms.
    pub fn take(&self, out: &str, arguments: &[&str]) -> Outcome {
        self.take_on(TERMS, out, arguments)
    }

    /// Takes a snapshot into `out`.
    pub fn take_on(&self, terms: &[&str], out: &str, arguments: &[&str]) -> Outcome {
        let (mint, payout, out) = (MINT.to_string(), PAYOUT.to_string(), self.text(out));
        let fixed = ["take", "--mint", &mint, "--payout", &payout, "--out", &out];
        scrip(&[&fixed[..], terms, arguments].concat())
    }

    pub fn verify(&self, name: &str) -> Outcome {
        scrip(&["verify", "--dir", &self.text(name)])
    }

    pub fn summary(&self, name: &str) -> Value {
        let text = fs::read_to_string(self.path(name).join("summary.json")).unwrap();
        serde_json::from_str(&text).unwrap()
    }

    /// The lines of `leaves.csv` as owner and raw units.
    pub fn leaves(&self, name: &str) -> Vec<(Pubkey, u64)> {
        let text = fs::read_to_string(self.path(name).join("leaves.csv")).unwrap();
        let parse = |line: &str| {
            let fields: Vec<_> = line.split(',').collect();
            (fields[1].parse().unwrap(), fields[2].parse().unwrap())
        };
        text.lines().skip(1).map(parse).collect()
    }

    /// Everything that is in the directory.
    pub fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.directory.path()).unwrap();
        let mut names: Vec<_> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

/// The three files of a snapshot.
pub fn contents(directory: &Path) -> Vec<Vec<u8>> {
    ["leaves.csv", "tree.bin", "summary.json"]
        .map(|name| fs::read(directory.join(name)).unwrap())
        .to_vec()
}
