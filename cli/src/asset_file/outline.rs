//! What is missing on the chain of what a file asks for.

use std::path::{Path, PathBuf};

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use anyhow::ensure;
use scrip_client::ShareAddresses;
use scrip_client::instructions::assets;
use scrip_client::instructions::settings::{
    Targets, change_setting, execute_change, opening, propose_change,
};
use scrip_client::rpc::fetch::Share;
use scrip_issuer::change::Change;
use scrip_issuer::state::{Issuer, PendingChange};
use scrip_rules::multiplier::Multiplier;
use solana_keypair::Keypair;
use solana_signer::Signer as _;

pub use super::chain::Known;
use super::chain::{self, Located};
use super::{AssetFile, mint_key};
use crate::commands::change::{queue, words};
use crate::session::Session;
use crate::session::shares::Listed;
use crate::values::time;

/// Case reference of the changes that a file asks for.
const REFERENCE: [u8; 32] = *b"asset file                      ";

/// Something that is done in one piece.
#[derive(Debug)]
pub struct Step {
    /// What, in words.
    pub title: String,
    /// By these.
    pub instructions: Vec<Instruction>,
}

/// What is missing.
#[derive(Debug)]
pub struct Outline {
    /// The share's symbol.
    pub symbol: String,
    /// Its addresses.
    pub share: ShareAddresses,
    /// The key of the mint if it is to be created, and where it is kept.
    pub new_mint: Option<(Keypair, PathBuf)>,
    /// What is done now, in this order.
    pub steps: Vec<Step>,
    /// What somebody else has to do, or time has to bring.
    pub waiting: Vec<String>,
}

/// Compares the file with the chain. Sends and writes nothing.
///
/// # Errors
/// If the node does not answer, or the file cannot be what the chain has.
pub async fn outline(
    session: &Session,
    file: &AssetFile,
    key: Option<&Path>,
    known: &Known,
) -> anyhow::Result<Outline> {
    let (address, issuer) = session.issuer().await?;
    let (admin, payer) = session.actor_and_payer()?;
    ensure!(
        admin == issuer.admin,
        "the admin of issuer {address} is {}, and {admin} acts: name the admin's key with --keypair",
        issuer.admin
    );
    let key = key.map_or_else(|| mint_key::path_beside(&file.path), Path::to_owned);
    let now = session.now().await?;
    let located = chain::locate(session, file, &key, known, &address).await?;
    let mut changes = file.settings.clone();
    let mut outline = match located {
        Located::There(share, listed) => {
            changes.splice(0..0, of_creation(file));
            let addresses = share.addresses;
            let mut outline = Outline::of(file, addresses);
            outline.waiting.extend(documents(file, &share, &listed));
            let standing = chain::standing(session, &addresses, Some(&share), &changes).await?;
            let queue = queued(session, &address, &issuer, now).await?;
            outline.add(
                &Ways { admin, payer, now, issuer: &issuer, queue },
                &changes,
                &standing,
                file,
            )?;
            return Ok(outline);
        }
        Located::Absent(found) => {
            let keypair = found.map_or_else(mint_key::grind, |found| *found);
            let share = ShareAddresses::new(keypair.pubkey(), address, issuer.registry);
            let mut outline = Outline::of(file, share);
            outline.steps.push(Step {
                title: format!("create {}", file.create.symbol),
                instructions: vec![assets::create_asset(admin, payer, &share, file.create.clone())],
            });
            outline.new_mint = Some((keypair, key));
            outline
        }
    };
    let standing = chain::standing(session, &outline.share, None, &changes).await?;
    let queue = queued(session, &address, &issuer, now).await?;
    outline.add(&Ways { admin, payer, now, issuer: &issuer, queue }, &changes, &standing, file)?;
    Ok(outline)
}

/// By which ways a change can be made.
struct Ways<'a> {
    admin: Pubkey,
    payer: Pubkey,
    now: i64,
    issuer: &'a Issuer,
    queue: Vec<PendingChange>,
}

impl Outline {
    fn of(file: &AssetFile, share: ShareAddresses) -> Self {
        let symbol = file.create.symbol.clone();
        Self { symbol, share, new_mint: None, steps: Vec::new(), waiting: Vec::new() }
    }

    /// Adds the changes that do not stand yet.
    fn add(
        &mut self,
        ways: &Ways<'_>,
        changes: &[Change],
        standing: &[(bool, Change)],
        file: &AssetFile,
    ) -> anyhow::Result<()> {
        let multiplier = Multiplier::from_scaled(file.create.multiplier)
            .map_err(|error| anyhow::anyhow!("multiplier: {error}"))?;
        let mut next_id = ways.issuer.change_count;
        for (change, (is_open, old)) in changes.iter().zip(standing) {
            if change == old {
                continue;
            }
            let title = words::step(change, multiplier);
            let targets = Targets::share(&self.share);
            let open = opening(&targets, ways.admin, ways.payer, change).filter(|_| !is_open);
            let mut instructions: Vec<Instruction> = open.into_iter().collect();
            let loosens = change.loosens(old, ways.now);
            let waits = loosens && ways.issuer.timelock > 0;
            let checked = change.needs_checker(ways.issuer.four_eyes, loosens);
            if !waits && !checked {
                instructions.push(change_setting(&targets, ways.admin, *change, REFERENCE));
                self.steps.push(Step { title, instructions });
                continue;
            }
            let asset = if change.is_about_asset() { self.share.asset } else { Pubkey::default() };
            let same =
                |pending: &&PendingChange| pending.asset == asset && pending.change == *change;
            if let Some(pending) = ways.queue.iter().find(same) {
                let due = ways.now >= pending.executable_at;
                let approved = !checked || pending.checker != Pubkey::default();
                if due && approved {
                    let (id, rent) = (pending.id, pending.rent_payer);
                    let execute = execute_change(&targets, ways.admin, id, change, rent);
                    self.steps.push(Step { title, instructions: vec![execute] });
                } else {
                    let until = time::shown(pending.executable_at);
                    self.waiting.push(waiting(&title, pending.id, &until, !approved));
                }
                continue;
            }
            instructions.push(propose_change(
                &targets, ways.admin, ways.payer, next_id, *change, REFERENCE,
            ));
            let due = if waits { i64::from(ways.issuer.timelock) } else { 0 };
            let until = time::shown(ways.now.saturating_add(due));
            self.waiting.push(waiting(&title, next_id, &until, checked));
            self.steps.push(Step { title: format!("propose to {title}"), instructions });
            next_id = next_id.saturating_add(1);
        }
        Ok(())
    }
}

/// What the admin has put into the queue and can still be carried out.
async fn queued(
    session: &Session,
    address: &Pubkey,
    issuer: &Issuer,
    now: i64,
) -> anyhow::Result<Vec<PendingChange>> {
    let mut queue = queue::pending(session, address).await?;
    queue.retain(|pending| now < pending.expires_at() && pending.maker == issuer.admin);
    Ok(queue)
}

fn waiting(title: &str, id: u32, until: &str, checker: bool) -> String {
    let approval = if checker {
        format!("; a checker runs `scrip change approve {id}`")
    } else {
        String::new()
    };
    format!("{title}: change {id} in the queue, due {until}{approval}; run this again then")
}

/// The settings that a share is created with.
fn of_creation(AssetFile { create, .. }: &AssetFile) -> Vec<Change> {
    vec![
        Change::SupplyCap { raw: create.supply_cap },
        Change::ActionLimits {
            min_notice: create.min_notice,
            split_max: create.split_max,
            reverse_split_max: create.reverse_split_max,
            bonus_max_bps: create.bonus_max_bps,
            dividend_max_bps: create.dividend_max_bps,
        },
        Change::PolicyTerms { terms: create.terms },
    ]
}

/// What staff with the permission for metadata has to do.
fn documents(file: &AssetFile, share: &Share, listed: &Listed) -> Vec<String> {
    let (create, symbol) = (&file.create, &file.create.symbol);
    let mut differences = Vec::new();
    if share.asset.terms_hash != create.terms_hash || listed.uri != create.uri {
        let hash: String = create.terms_hash.iter().map(|byte| format!("{byte:02x}")).collect();
        differences.push(format!(
            "terms or their URI differ: staff with the permission for metadata runs `scrip asset update {symbol} \
             --uri {} --terms-hash {hash}`",
            create.uri
        ));
    }
    if share.asset.isin != create.isin {
        differences.push(format!(
            "the ISIN differs: staff with the permission for metadata runs `scrip asset update {symbol} --isin {}`",
            String::from_utf8_lossy(&create.isin)
        ));
    }
    differences
}
