//! `scrip distribute pages` and `close-pages`: the accounts in which the chain notes who has been paid.

use std::path::PathBuf;

use anchor_lang::prelude::Pubkey;
use clap::Args;
use scrip_client::addresses;
use scrip_client::instructions::payouts::claims::{close_claim_page, open_claim_page};
use scrip_client::rpc::fetch::parse;
use scrip_issuer::OpenClaimPageArgs;
use scrip_issuer::state::{ClaimPage, Payout};
use scrip_rules::merkle::{self, PAGE_LEAVES};

use super::push::{Job, Sent, push};
use super::which::Which;
use super::{checked, push};
use crate::session::Session;
use crate::snapshot::directory::TREE;
use crate::snapshot::tree_file::TreeFile;
use crate::snapshot::verify::Verified;

/// Accounts that a node returns in one call.
const AT_ONCE: usize = 100;

/// `scrip distribute pages`
#[derive(Args, Debug)]
pub struct Pages {
    #[command(flatten)]
    which: Which,
    /// The directory that `scrip snapshot take` has written
    #[arg(long, value_name = "DIRECTORY")]
    snapshot: PathBuf,
}

/// `scrip distribute close-pages`
#[derive(Args, Debug)]
pub struct ClosePages {
    #[command(flatten)]
    which: Which,
}

/// The pages of a payout, as far as they are open.
pub struct Open(Vec<Option<ClaimPage>>);

impl Open {
    /// Reads them.
    ///
    /// # Errors
    /// If the node does not answer.
    pub async fn read(
        session: &Session,
        address: &Pubkey,
        payout: &Payout,
    ) -> anyhow::Result<Self> {
        let indices: Vec<u32> = (0..merkle::pages(payout.leaves)).collect();
        let mut pages = Vec::with_capacity(indices.len());
        for some in indices.chunks(AT_ONCE) {
            let keys: Vec<Pubkey> =
                some.iter().map(|index| addresses::claim_page(address, *index)).collect();
            let found = session.rpc.get_multiple_accounts(&keys).await?;
            for (key, account) in keys.into_iter().zip(found) {
                let page = account.filter(|account| account.owner == scrip_issuer::ID);
                let page = page.map(|account| parse(key, account.owner, &account.data));
                pages.push(page.transpose()?);
            }
        }
        Ok(Self(pages))
    }

    /// Which pages are not open.
    pub fn missing(&self) -> impl Iterator<Item = u32> {
        (0..).zip(&self.0).filter(|(_, page)| page.is_none()).map(|(index, _)| index)
    }

    /// Which pages are open.
    pub fn open(&self) -> impl Iterator<Item = (u32, &ClaimPage)> {
        (0..).zip(&self.0).filter_map(|(index, page)| Some((index, page.as_ref()?)))
    }

    /// Whether the claim with this index of the whole tree is paid.
    #[must_use]
    pub fn is_paid(&self, index: u32) -> bool {
        let place = index % PAGE_LEAVES;
        let byte = || {
            let page = self.0.get(usize::try_from(merkle::page_of(index)).ok()?)?.as_ref()?;
            page.claimed.get(usize::try_from(place >> 3).ok()?).copied()
        };
        byte().is_some_and(|byte| byte & (1 << (place & 7)) != 0)
    }

    /// How many claims are paid.
    #[must_use]
    pub fn paid(&self) -> u32 {
        let bits = self.0.iter().flatten().flat_map(|page| page.claimed);
        bits.fold(0, |sum, byte| sum.saturating_add(byte.count_ones()))
    }

    /// Base units that claims have brought.
    #[must_use]
    pub fn brought(&self) -> u64 {
        self.0.iter().flatten().fold(0, |sum, page| sum.saturating_add(page.paid))
    }
}

/// Opens the pages that are missing, by the proofs on disk.
///
/// # Errors
/// If the tree cannot be read, or one cannot be opened.
pub async fn open_missing(
    session: &Session,
    directory: &std::path::Path,
    snapshot: &Verified,
    missing: Vec<u32>,
) -> anyhow::Result<Sent> {
    let payer = session.payer()?.address();
    let mut tree = TreeFile::open(&directory.join(TREE), snapshot.summary.depth)?;
    let jobs = missing.into_iter().map(|index| {
        let (root, proof) = (tree.page_root(index)?, tree.page_proof(index)?);
        let args = OpenClaimPageArgs { index, root, proof };
        let open = open_claim_page(snapshot.payout, payer, args);
        Ok(Job { what: format!("page {index}"), instructions: vec![open] })
    });
    let sent = push(session, "pages", jobs, push::PARALLEL).await?;
    sent.complete("open", "pages")?;
    Ok(sent)
}

impl Pages {
    /// Opens those that are not open.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        let checked = checked::read(session, &self.which, &self.snapshot).await?;
        let payout = checked.found.account(session).await?;
        checked.is_published(&payout)?;
        let address = checked.snapshot.payout;
        let pages = Open::read(session, &address, &payout).await?;
        let missing = pages.missing().collect();
        let sent = open_missing(session, &self.snapshot, &checked.snapshot, missing).await?;
        session.answer(&sent.answer("pages_opened"));
        Ok(())
    }
}

impl ClosePages {
    /// Closes those that are open.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        let found = self.which.one(session).await?;
        let payout = found.account(session).await?;
        let address = found.of().address();
        let pages = Open::read(session, &address, &payout).await?;
        let open: Vec<(u32, Pubkey)> =
            pages.open().map(|(index, page)| (index, page.rent_payer)).collect();
        let jobs = open.into_iter().map(|(index, rent_payer)| {
            let close = close_claim_page(address, index, rent_payer);
            Ok(Job { what: format!("page {index}"), instructions: vec![close] })
        });
        let sent = push(session, "pages", jobs, push::PARALLEL).await?;
        sent.complete("close", "pages")?;
        session.answer(&sent.answer("pages_closed"));
        Ok(())
    }
}
