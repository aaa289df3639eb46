//! All shares of a folder: each compared with the chain, and what is missing done.

use std::path::PathBuf;

use anyhow::bail;
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::{Value, json};

use crate::asset_file::carry_out::{Outcome, carry_out};
use crate::asset_file::outline::{Known, outline};
use crate::asset_file::{AssetFile, read_folder};
use crate::output::Answer;
use crate::session::Session;

/// `scrip apply`
#[derive(Args, Debug)]
pub struct Command {
    /// Folder of TOML files, one for each share
    folder: PathBuf,
    /// Say what would be done, and do nothing
    #[arg(long)]
    dry_run: bool,
}

impl Command {
    /// Does it, and prints what came of it. A share that fails does not keep the others.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        let options = &session.options;
        if options.sign_only || options.propose.is_some() {
            bail!(
                "apply sends transactions of which one waits for another: for keys that are elsewhere use `scrip asset \
                 create --from FILE`, which prints one at a time"
            );
        }
        let files = read_folder(&self.folder)?;
        let known = Known::of(session, &session.issuer().await?.0).await?;
        let bar = ProgressBar::new(u64::try_from(files.len()).unwrap_or(u64::MAX));
        let style = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len} shares");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        let (mut rows, mut failed) = (Vec::new(), 0_usize);
        for file in &files {
            bar.set_message(file.create.symbol.clone());
            match self.apply(session, file, &known).await {
                Ok(outcome) => rows.push(outcome.values(session.options.output)),
                Err(error) => {
                    failed = failed.saturating_add(1);
                    rows.push(failure(file, &error));
                }
            }
            bar.inc(1);
        }
        bar.finish_and_clear();
        let empty = "there is nothing in the folder";
        session.answer(&Answer::Rows { columns: Outcome::COLUMNS.to_vec(), rows, empty });
        if failed > 0 {
            bail!(
                "{failed} of {} shares failed: mend what is said of them and run this again",
                files.len()
            );
        }
        Ok(())
    }

    async fn apply(
        &self,
        session: &Session,
        file: &AssetFile,
        known: &Known,
    ) -> anyhow::Result<Outcome> {
        carry_out(session, outline(session, file, None, known).await?, self.dry_run).await
    }
}

fn failure(file: &AssetFile, error: &anyhow::Error) -> Vec<Value> {
    let nothing = || json!([]);
    let why = json!([format!("{error:#}")]);
    vec![json!(file.create.symbol), Value::Null, json!("failed"), nothing(), why, nothing()]
}
