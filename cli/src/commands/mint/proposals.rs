//! Mints that a maker proposes and a checker carries out.

use anchor_lang::prelude::Pubkey;
use anyhow::Context as _;
use clap::Args;
use scrip_client::instructions::issuance::{self, Issuance};
use scrip_client::{addresses, open_share_account};
use scrip_issuer::ProposeMintArgs;
use scrip_issuer::state::{MintProposal, PERMISSION_CHECK, PERMISSION_MINT};
use serde_json::json;
use spl_token_2022_interface::extension::StateWithExtensions;
use spl_token_2022_interface::state::Account;

use crate::output::{Answer, big};
use crate::plan::Plan;
use crate::session::Session;
use crate::session::shares::{multiplier_at, wallet};
use crate::values::amount::{Amount, in_shares};
use crate::values::reference::{self, Reference};
use crate::values::time;

/// `scrip mint propose`
#[derive(Args, Debug)]
pub struct Propose {
    /// Symbol or mint of the share
    asset: String,
    #[command(flatten)]
    amount: Amount,
    /// Wallet of the holder, whose token account is opened if it is not there
    #[arg(long, value_name = "WALLET")]
    to: String,
    /// Case reference: up to 32 bytes of text, or 64 hexadecimal digits
    #[arg(long)]
    reference: Reference,
    /// Number of the proposal, of which a maker has each once at a time [default: the chain's time]
    #[arg(long)]
    id: Option<u64>,
}

/// `scrip mint approve` and `scrip mint withdraw`
#[derive(Args, Debug)]
pub struct Proposal {
    /// Address of the proposal, as `scrip mint list` shows it
    proposal: Pubkey,
}

impl Propose {
    /// Does it, and prints what came of it.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        let share = session.share(&self.asset).await?;
        let maker = session.staff(&share.addresses, PERMISSION_MINT).await?;
        let payer = session.payer()?.address();
        let (to, now) = (wallet(&self.to)?, session.now().await?);
        let multiplier = multiplier_at(&share.asset, now)?;
        let raw = self.amount.raw_units(multiplier)?;
        let id = self.id.unwrap_or_else(|| u64::try_from(now).unwrap_or_default());
        let quantity = self.amount.quantity(multiplier)?;
        let args = ProposeMintArgs { id, quantity, reference: self.reference.0 };
        let addresses = &share.addresses;
        let instructions = vec![
            open_share_account(addresses, payer, to),
            issuance::propose_mint(maker, payer, addresses, to, args),
        ];
        let title = format!(
            "propose to mint {} shares ({raw} raw units) of {} to {to}",
            in_shares(raw, multiplier),
            self.asset
        );
        let proposal = addresses::mint_proposal(&addresses.asset, &maker, id);
        let plan = Plan::new(title, instructions)
            .detail("proposal", proposal.to_string())
            .detail("a checker runs", format!("scrip mint approve {proposal}"));
        session.carry_out(plan).await.map(drop)
    }
}

impl Proposal {
    /// Carries it out.
    pub async fn approve(self, session: &Session) -> anyhow::Result<()> {
        let (proposal, share) = self.read(session).await?;
        let checker = session.staff(&share.addresses, PERMISSION_CHECK).await?;
        let custodians = session.backing(&share).await?;
        let owner = owner_of(session, &proposal.destination).await?;
        let issuance = Issuance {
            share: &share.addresses,
            member: proposal.maker,
            checker: Some(checker),
            custodians: &custodians,
        };
        let multiplier = multiplier_at(&share.asset, session.now().await?)?;
        let mint = issuance::mint_proposed(issuance, &proposal, &owner);
        let title = format!(
            "mint {} shares ({} raw units) to {owner}",
            in_shares(proposal.amount, multiplier),
            proposal.amount
        );
        let plan = Plan::new(title, vec![mint])
            .detail("proposed by", proposal.maker.to_string())
            .detail("reference", reference::shown(&proposal.reference));
        session.carry_out(plan).await.map(drop)
    }

    /// Withdraws it.
    pub async fn withdraw(self, session: &Session) -> anyhow::Result<()> {
        let (proposal, share) = self.read(session).await?;
        let actor = session.actor()?.address();
        let withdraw = issuance::withdraw_mint_proposal(actor, &share.addresses, &proposal);
        let title = format!("withdraw the proposed mint of {} raw units", proposal.amount);
        session.carry_out(Plan::new(title, vec![withdraw])).await.map(drop)
    }

    async fn read(
        &self,
        session: &Session,
    ) -> anyhow::Result<(MintProposal, scrip_client::rpc::fetch::Share)> {
        let what = "there is no such proposal: it is done or withdrawn, or `scrip mint list` shows another address";
        let proposal: MintProposal = session.expect(&self.proposal, what).await?;
        let share = session.share_of(&proposal.asset).await?;
        Ok((proposal, share))
    }
}

/// `scrip mint list`
pub async fn list(session: &Session, asset: &str) -> anyhow::Result<()> {
    let share = session.share(asset).await?;
    let multiplier = multiplier_at(&share.asset, session.now().await?)?;
    let mut rows = Vec::new();
    for (address, proposal) in session.business::<MintProposal>(&share.addresses.asset).await? {
        rows.push(vec![
            json!(address.to_string()),
            json!(in_shares(proposal.amount, multiplier)),
            big(proposal.amount),
            json!(owner_of(session, &proposal.destination).await?.to_string()),
            json!(proposal.maker.to_string()),
            json!(time::shown(proposal.proposed_at)),
            json!(reference::shown(&proposal.reference)),
        ]);
    }
    let columns = vec!["proposal", "shares", "raw", "to", "maker", "proposed_at", "reference"];
    let empty = "no mint is proposed: `scrip mint propose` does";
    session.answer(&Answer::Rows { columns, rows, empty });
    Ok(())
}

/// Who owns a token account.
async fn owner_of(session: &Session, account: &Pubkey) -> anyhow::Result<Pubkey> {
    let gone = || format!("token account {account} is gone");
    let data = session.rpc.get_account_data(account).await.with_context(gone)?;
    let state = StateWithExtensions::<Account>::unpack(&data).with_context(gone)?;
    Ok(state.base.owner)
}
