//! Shares burned at once, with the signatures of their holder and of the staff.

use clap::Args;
use scrip_client::instructions::redemption;
use scrip_issuer::RedeemSharesArgs;
use scrip_issuer::state::PERMISSION_REDEEM;

use crate::plan::Plan;
use crate::session::shares::multiplier_at;
use crate::session::{Session, keys};
use crate::values::amount::{Amount, in_shares};
use crate::values::reference::Reference;

/// `scrip redeem`
#[derive(Args, Debug)]
pub struct Command {
    /// Symbol or mint of the share
    asset: String,
    #[command(flatten)]
    amount: Amount,
    /// Keypair file of the holder, who signs as well
    #[arg(long, value_name = "KEY")]
    owner: String,
    /// Reference of the payment: up to 32 bytes of text, or 64 hexadecimal digits
    #[arg(long)]
    reference: Reference,
}

impl Command {
    /// Does it, and prints what came of it.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        let share = session.share(&self.asset).await?;
        let multiplier = multiplier_at(&share.asset, session.now().await?)?;
        let amount = self.amount.raw_units(multiplier)?;
        let actor = session.staff(&share.addresses, PERMISSION_REDEEM).await?;
        let owner = keys::signatory(&self.owner)?;
        let args = RedeemSharesArgs { amount, payment_reference: self.reference.0 };
        let burn = redemption::redeem_shares(actor, owner.address(), &share.addresses, args);
        let title = format!(
            "burn {} shares ({amount} raw units) of {} of {}",
            in_shares(amount, multiplier),
            self.asset,
            owner.address()
        );
        let plan = Plan::new(title, vec![burn])
            .signed_by(owner)
            .irreversible("burned shares cannot be brought back");
        session.carry_out(plan).await.map(drop)
    }
}
