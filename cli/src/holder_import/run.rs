//! An import from the file to the last confirmation.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use anyhow::{Context as _, ensure};
use indicatif::ProgressBar;
use scrip_client::instructions::register::Desk;
use sha2::{Digest as _, Sha256};
use solana_keypair::Keypair;
use solana_signer::Signer as _;

use super::Import;
use super::batch::{Batch, Deed, Frame};
use super::check::{self, Cost};
use super::compare::{Compared, compare, not_wallets};
use super::dispatch::Dispatch;
use super::fault;
use super::flight::{Flights, Tally};
use super::identity::Salt;
use super::journal::{Binding, Entry, Journal, VERSION};
use super::node::Node;
use super::read::{self, Row, Rules};
use super::report::{self, Done};
use super::terminal::{bar, stop_when_asked};
use crate::session::Session;
use crate::session::keys::at_hand;

impl Import {
    /// Imports the file.
    ///
    /// # Errors
    /// If the file has faults, or the import cannot be brought to its end now.
    pub async fn run(&self, session: &Session) -> anyhow::Result<()> {
        session.sends_itself("an import")?;
        let (officer, payer) = (session.actor()?, session.payer()?);
        let (_, issuer) = session.issuer().await?;
        let (registry, now) = (issuer.registry, session.now().await?);
        let desk = Desk { registry, officer: officer.address(), payer: payer.address() };
        let frame = Frame { desk, price: 0 };
        let frame = Frame { price: session.price(&frame.contended()).await, ..frame };
        let text = std::fs::read(&self.file)
            .with_context(|| format!("cannot read {}", self.file.display()))?;
        let node = Node(&session.rpc);
        let rows = self
            .rows(
                session,
                &text,
                Rules { registry, salt: None, now, allow_off_curve: self.allow_off_curve },
            )
            .await?;
        check::require_registrar(session, &frame, now).await?;
        let run = Run { import: self, session, node, frame, rows: &rows };
        if self.dry_run {
            let compared = compare(node, &rows).await?;
            let batches = run.plan(&compared)?;
            let cost = Cost::of(session, &frame, &batches).await?;
            session.answer(&report::forecast(&compared, &batches, cost));
            report::tell_different(&compared.different);
            return Ok(());
        }
        let mut keys = vec![at_hand(&payer, "an import")?, at_hand(&officer, "an import")?];
        keys.dedup_by_key(|key| key.pubkey());
        let binding = Binding {
            version: VERSION,
            registry: registry.to_string(),
            genesis_hash: session.rpc.get_genesis_hash().await?.to_string(),
            file_sha256: Sha256::digest(&text).iter().map(|byte| format!("{byte:02x}")).collect(),
        };
        let mut journal = Journal::open(&self.journal_path(), &binding)?;
        run.to_the_end(&mut journal, &keys).await
    }

    /// Every row, or the error after all faults have been told.
    async fn rows(
        &self,
        session: &Session,
        text: &[u8],
        rules: Rules<'_>,
    ) -> anyhow::Result<Vec<Row>> {
        let salt = self.identity_salt.as_deref().map(Salt::read).transpose()?;
        let rows = match read::read(text, &Rules { salt: salt.as_ref(), ..rules }) {
            Ok(rows) => rows,
            Err(faults) => return Err(fault::tell(session, &self.file, faults)),
        };
        let node = Node(&session.rpc);
        let (mut faults, compared) = (not_wallets(node, &rows).await?, compare(node, &rows).await?);
        faults.extend(compared.faults);
        if faults.is_empty() { Ok(rows) } else { Err(fault::tell(session, &self.file, faults)) }
    }

    fn journal_path(&self) -> PathBuf {
        self.journal.clone().unwrap_or_else(|| {
            let mut name = self.file.clone().into_os_string();
            name.push(".journal");
            name.into()
        })
    }
}

struct Run<'a> {
    import: &'a Import,
    session: &'a Session,
    node: Node<'a>,
    frame: Frame,
    rows: &'a [Row],
}

impl Run<'_> {
    /// What is still to be done, in batches.
    fn plan(&self, compared: &Compared) -> anyhow::Result<Vec<Batch>> {
        let mut batches = self.frame.pack(Deed::Onboard, &compared.absent)?;
        if self.import.update {
            let rows: Vec<Row> = compared.different.iter().map(|different| different.row).collect();
            batches.extend(self.frame.pack(Deed::Update, &rows)?);
        }
        Ok(batches)
    }

    async fn to_the_end(&self, journal: &mut Journal, keys: &[&Keypair]) -> anyhow::Result<()> {
        let (started, stopped) = (Instant::now(), &AtomicBool::new(false));
        let progress = bar(self.rows.len());
        let at_once = self.import.at_once.into();
        let dispatch = Dispatch { node: self.node, frame: self.frame, keys, at_once, stopped };
        let work = async {
            let mut done = Done::default();
            let settled = self.recover(journal, &dispatch, &progress).await?;
            done.resumed = settled.confirmed;
            done.add(&settled);
            // Rows that were left when a round came to nothing, and why it did.
            let mut stuck: Option<(usize, anyhow::Error)> = None;
            loop {
                let compared = compare(self.node, self.rows).await?;
                let batches = self.plan(&compared)?;
                let todo =
                    batches.iter().map(|batch| batch.rows.len()).fold(0, usize::saturating_add);
                progress.set_position(u64::try_from(self.rows.len().saturating_sub(todo))?);
                let Some(first) = batches.first() else {
                    journal.append(&[Entry::Complete])?;
                    return Ok((done, compared));
                };
                // Somebody else may have onboarded some of them meanwhile.
                if let Some((before, error)) = stuck.take()
                    && todo >= before
                {
                    return Err(error);
                }
                ensure!(
                    !stopped.load(Ordering::Relaxed),
                    "stopped. Run the same command again, and it goes on where it stopped"
                );
                Cost::of(self.session, &self.frame, &batches)
                    .await?
                    .require(self.session, &self.frame)
                    .await?;
                if let Err(error) = check::simulate(self.session, &self.frame, first).await {
                    stuck = Some((todo, error));
                    continue;
                }
                let mut flights = Flights::new(self.node, journal, &progress);
                dispatch.run(batches, &mut flights).await?;
                let tally = flights.tally;
                done.add(&tally);
                if tally.confirmed == 0 && !stopped.load(Ordering::Relaxed) {
                    stuck = Some((todo, report::standstill(&tally)));
                }
            }
        };
        let (done, compared) = tokio::select! {
            ended = work => ended?,
            never = stop_when_asked(stopped) => never,
        };
        progress.finish_and_clear();
        self.session.answer(&report::outcome(
            &done,
            self.rows.len(),
            &compared.different,
            started.elapsed(),
        ));
        report::tell_different(&compared.different);
        Ok(())
    }

    /// Settles what an earlier run sent.
    async fn recover(
        &self,
        journal: &mut Journal,
        dispatch: &Dispatch<'_>,
        progress: &ProgressBar,
    ) -> anyhow::Result<Tally> {
        let pending = journal.take_pending();
        let mut flights = Flights::new(self.node, journal, progress);
        flights.resume(&pending)?;
        if !pending.is_empty() {
            progress.set_message("settling what an earlier run sent");
            flights.settle(true).await?;
            dispatch.run(Vec::new(), &mut flights).await?;
            progress.set_message("");
        }
        Ok(flights.tally)
    }
}
