//! The issuer program of Scrip: it creates tokenized shares and is the authority of their mints.
//!
//! Every power over a mint (minting, pausing, the multiplier, metadata, the permanent delegate) lies with
//! the asset's address, which signs only here, for people whose roles anyone can read.
//!
//! - [`instructions`]: everything it does; [`shared`]: accounts that several of them take alike
//! - [`change`]: every setting, and which changes of it have to wait
//! - [`migration`]: accounts that an earlier version of this program wrote, in today's layout
//! - [`state`]: the accounts; [`events`]: what is emitted; [`seeds`]: every address
//! - [`token_2022`]: what Token-2022 is asked to do, and what it is believed to say
//!
//! Business rules live in `scrip_rules`; who may hold is known to `scrip_transfer_hook`.

pub mod change;
pub mod error;
pub mod events;
pub mod instructions;
pub mod migration;
pub mod seeds;
pub mod shared;
pub mod state;
pub mod token_2022;

use anchor_lang::prelude::*;
use change::Change;
pub use instructions::*;
use scrip_transfer_hook::BlackoutArgs;
pub use shared::*;

declare_id!("4Rj7vQrSToJvhx9AHAVzyJb3zAbcz9TV8hBG9it9aoTG");

/// Issuance, redemption and corporate actions of tokenized shares.
#[program]
pub mod scrip_issuer {
    use super::*;

    /// Opens an issuer, whose admin is the creator.
    pub fn create_issuer(ctx: Context<CreateIssuer>, index: u16) -> Result<()> {
        CreateIssuer::handle(ctx, index)
    }

    /// Accepts to be the admin of an issuer. The proposed one signs.
    pub fn accept_admin(ctx: Context<ChangeIssuer>) -> Result<()> {
        instructions::accept_admin(ctx)
    }

    /// Gives a member a role. To change a role, revoke it and grant another.
    pub fn grant_role(ctx: Context<GrantRole>, args: GrantRoleArgs) -> Result<()> {
        GrantRole::handle(ctx, args)
    }

    /// Takes a role away. Takes effect at once.
    pub fn revoke_role(ctx: Context<RevokeRole>) -> Result<()> {
        RevokeRole::handle(ctx)
    }

    /// Creates the Token-2022 mint of a share with its policy.
    pub fn create_asset(ctx: Context<CreateAsset>, args: CreateAssetArgs) -> Result<()> {
        CreateAsset::handle(ctx, args)
    }

    /// Opens the account of a minter, who may mint nothing until a setting says how much.
    pub fn add_minter(ctx: Context<AddMinter>, member: Pubkey) -> Result<()> {
        AddMinter::handle(ctx, member)
    }

    /// Opens the account of a custodian, whose attestations count once a setting approves it.
    pub fn add_custodian(ctx: Context<AddCustodian>, key: Pubkey) -> Result<()> {
        AddCustodian::handle(ctx, key)
    }

    /// Opens the account of a payment mint, which new business may name once a setting accepts it.
    pub fn add_payment_mint(ctx: Context<AddPaymentMint>) -> Result<()> {
        AddPaymentMint::handle(ctx)
    }

    /// Changes a setting at once, if it tightens or there is no timelock.
    pub fn change_setting(
        ctx: Context<ChangeSetting>,
        change: Change,
        reference: [u8; 32],
    ) -> Result<()> {
        ChangeSetting::handle(ctx, change, reference)
    }

    /// Puts a change of a setting into the queue.
    pub fn propose_change(
        ctx: Context<ProposeChange>,
        change: Change,
        reference: [u8; 32],
    ) -> Result<()> {
        ProposeChange::handle(ctx, change, reference)
    }

    /// Approves a change that somebody else proposed.
    pub fn approve_change(ctx: Context<ApproveChange>) -> Result<()> {
        ApproveChange::handle(ctx)
    }

    /// Carries out a change that has waited as long as it had to. Anybody can.
    pub fn execute_change(ctx: Context<ExecuteChange>) -> Result<()> {
        ExecuteChange::handle(ctx)
    }

    /// Takes a change out of the queue.
    pub fn cancel_change(ctx: Context<CancelChange>) -> Result<()> {
        CancelChange::handle(ctx)
    }

    /// Mints to a holder whose record the policy admits, within caps, four eyes and reserves.
    pub fn mint_shares<'info>(
        ctx: Context<'info, MintShares<'info>>,
        args: MintSharesArgs,
    ) -> Result<()> {
        MintShares::handle(ctx, args)
    }

    /// Mints to several holders: all, or none.
    pub fn mint_batch<'info>(
        ctx: Context<'info, MintBatch<'info>>,
        args: MintBatchArgs,
    ) -> Result<()> {
        MintBatch::handle(ctx, args)
    }

    /// Proposes a mint, for a checker to carry out.
    pub fn propose_mint(ctx: Context<ProposeMint>, args: ProposeMintArgs) -> Result<()> {
        ProposeMint::handle(ctx, args)
    }

    /// Carries a proposed mint out. A checker signs.
    pub fn mint_proposed<'info>(ctx: Context<'info, MintProposed<'info>>) -> Result<()> {
        MintProposed::handle(ctx)
    }

    /// Withdraws a proposed mint.
    pub fn withdraw_mint_proposal(ctx: Context<WithdrawMintProposal>) -> Result<()> {
        WithdrawMintProposal::handle(ctx)
    }

    /// Attests how many shares a custodian holds. The custodian signs.
    pub fn attest_reserves<'info>(
        ctx: Context<'info, AttestReserves<'info>>,
        args: AttestReservesArgs,
    ) -> Result<()> {
        AttestReserves::handle(ctx, args)
    }

    /// Answers supply against reserves as return data.
    pub fn reserve_status<'info>(
        ctx: Context<'info, ReserveStatusOf<'info>>,
    ) -> Result<ReserveStatus> {
        instructions::reserve_status(ctx)
    }

    /// Puts an investor's cash into escrow, for the issuer to deliver shares against.
    pub fn subscribe(ctx: Context<Subscribe>, args: SubscribeArgs) -> Result<()> {
        Subscribe::handle(ctx, args)
    }

    /// Mints to the investor and moves the payment to the treasury, in full or in part.
    pub fn fill_subscription<'info>(
        ctx: Context<'info, FillSubscription<'info>>,
        args: FillSubscriptionArgs,
    ) -> Result<()> {
        FillSubscription::handle(ctx, args)
    }

    /// Returns what is left of a subscription, because the issuer declines it.
    pub fn reject_subscription<'info>(
        ctx: Context<'info, RejectSubscription<'info>>,
        args: RejectArgs,
    ) -> Result<()> {
        RejectSubscription::handle(ctx, args)
    }

    /// Returns what is left of a subscription after its deadline. The investor signs.
    pub fn cancel_subscription<'info>(
        ctx: Context<'info, CancelSubscription<'info>>,
    ) -> Result<()> {
        CancelSubscription::handle(ctx)
    }

    /// Delivers shares against payment in one transaction that both sides sign.
    pub fn purchase_shares<'info>(
        ctx: Context<'info, PurchaseShares<'info>>,
        args: PurchaseSharesArgs,
    ) -> Result<()> {
        PurchaseShares::handle(ctx, args)
    }

    /// Puts a holder's shares into escrow, for the issuer to pay for.
    pub fn request_redemption(
        ctx: Context<RequestRedemption>,
        args: RequestRedemptionArgs,
    ) -> Result<()> {
        RequestRedemption::handle(ctx, args)
    }

    /// Burns shares in escrow and pays their owner, in full or in part.
    pub fn settle_redemption(
        ctx: Context<SettleRedemption>,
        args: SettleRedemptionArgs,
    ) -> Result<()> {
        SettleRedemption::handle(ctx, args)
    }

    /// Burns shares in escrow against a payment off chain.
    pub fn settle_redemption_off_chain(
        ctx: Context<SettleRedemptionOffChain>,
        args: SettleOffChainArgs,
    ) -> Result<()> {
        SettleRedemptionOffChain::handle(ctx, args)
    }

    /// Returns what is left of a redemption, because the issuer declines it.
    pub fn reject_redemption<'info>(
        ctx: Context<'info, RejectRedemption<'info>>,
        args: RejectArgs,
    ) -> Result<()> {
        RejectRedemption::handle(ctx, args)
    }

    /// Returns what is left of a redemption after its deadline. The owner signs.
    pub fn reclaim_redemption<'info>(ctx: Context<'info, ReclaimRedemption<'info>>) -> Result<()> {
        ReclaimRedemption::handle(ctx)
    }

    /// Changes documents and metadata.
    pub fn update_metadata(
        ctx: Context<UpdateMetadata>,
        change: MetadataChange,
        reference: [u8; 32],
    ) -> Result<()> {
        UpdateMetadata::handle(ctx, change, reference)
    }

    /// Ends the issue of shares for ever.
    pub fn wind_down(ctx: Context<ChangeStatus>, reference: [u8; 32]) -> Result<()> {
        instructions::wind_down(ctx, reference)
    }

    /// Closes an asset of which nothing is left, and gives the mint authority up.
    pub fn close_asset(ctx: Context<ChangeStatus>, reference: [u8; 32]) -> Result<()> {
        instructions::close_asset(ctx, reference)
    }

    /// Burns raw units of a holder, who signs together with a redeemer of the issuer.
    pub fn redeem_shares(ctx: Context<RedeemShares>, args: RedeemSharesArgs) -> Result<()> {
        RedeemShares::handle(ctx, args)
    }

    /// Halts trading: transfers stop, minting and redemption go on.
    pub fn halt(ctx: Context<PolicyByRole>, args: HaltTradingArgs) -> Result<()> {
        instructions::halt(ctx, args)
    }

    /// Resumes trading.
    pub fn resume(ctx: Context<PolicyByRole>) -> Result<()> {
        instructions::resume(ctx)
    }

    /// Sets the window in which transfers, minting and redemption stand still for a corporate action.
    pub fn set_blackout(ctx: Context<PolicyByRole>, args: BlackoutArgs) -> Result<()> {
        instructions::set_blackout(ctx, args)
    }

    /// Clears the blackout.
    pub fn clear_blackout(ctx: Context<PolicyByRole>) -> Result<()> {
        instructions::clear_blackout(ctx)
    }

    /// Writes the list of a share's extra accounts anew.
    pub fn update_extra_metas(ctx: Context<UpdateExtraMetas>) -> Result<()> {
        instructions::update_extra_metas(ctx)
    }

    /// Pauses the mint: Token-2022 itself stops transfers, minting and burning.
    pub fn pause(ctx: Context<Pause>) -> Result<()> {
        Pause::handle(ctx)
    }

    /// Ends a pause.
    pub fn unpause(ctx: Context<Unpause>) -> Result<()> {
        Unpause::handle(ctx)
    }

    /// Announces a corporate action.
    pub fn announce_action(ctx: Context<AnnounceAction>, args: AnnounceActionArgs) -> Result<()> {
        AnnounceAction::handle(ctx, args)
    }

    /// Amends a corporate action that is not in force: it is announced anew.
    pub fn amend_action(ctx: Context<AmendAction>, args: AmendActionArgs) -> Result<()> {
        AmendAction::handle(ctx, args)
    }

    /// Approves a corporate action that somebody else announced and that was amended so often.
    pub fn approve_action(ctx: Context<ApproveAction>, amendments: u16) -> Result<()> {
        ApproveAction::handle(ctx, amendments)
    }

    /// Makes a corporate action binding: pushes the multiplier into the mint and the blackout into the policy.
    pub fn schedule_action(ctx: Context<ScheduleAction>, expected_multiplier: u128) -> Result<()> {
        ScheduleAction::handle(ctx, expected_multiplier)
    }

    /// Cancels a corporate action that is not in force.
    pub fn cancel_action(ctx: Context<CancelAction>, reason: [u8; 32]) -> Result<()> {
        CancelAction::handle(ctx, reason)
    }

    /// Closes the books on a corporate action that has paid all that it pays. Anybody can.
    pub fn settle_action(ctx: Context<SettleAction>) -> Result<()> {
        SettleAction::handle(ctx)
    }

    /// Fails unless the multiplier in force is the expected one (18 decimals).
    pub fn assert_multiplier(ctx: Context<AssertMultiplier>, expected: u128) -> Result<()> {
        AssertMultiplier::handle(ctx, expected)
    }

    /// Opens what an action pays in one token.
    pub fn open_payout(ctx: Context<OpenPayout>, args: OpenPayoutArgs) -> Result<()> {
        OpenPayout::handle(ctx, args)
    }

    /// Approves a payout that somebody else opened with the same arguments.
    pub fn approve_payout(ctx: Context<ApprovePayout>, args: OpenPayoutArgs) -> Result<()> {
        ApprovePayout::handle(ctx, args)
    }

    /// Puts tokens into a payout's vault. Anybody can.
    pub fn fund_payout<'info>(ctx: Context<'info, FundPayout<'info>>, amount: u64) -> Result<()> {
        FundPayout::handle(ctx, amount)
    }

    /// Takes a payout back before anybody can be paid from it.
    pub fn withdraw_payout<'info>(
        ctx: Context<'info, WithdrawPayout<'info>>,
        reason: [u8; 32],
    ) -> Result<()> {
        WithdrawPayout::handle(ctx, reason)
    }

    /// Moves what a payout has left after its deadline to the treasury.
    pub fn sweep_payout<'info>(ctx: Context<'info, SweepPayout<'info>>) -> Result<()> {
        SweepPayout::handle(ctx)
    }

    /// Opens a page of a distribution's claims. Anybody can.
    pub fn open_claim_page(ctx: Context<OpenClaimPage>, args: OpenClaimPageArgs) -> Result<()> {
        OpenClaimPage::handle(ctx, args)
    }

    /// Closes a page of a swept distribution. Anybody can.
    pub fn close_claim_page(_ctx: Context<CloseClaimPage>) -> Result<()> {
        Ok(())
    }

    /// Pays one claim of a distribution to its owner. Anybody can send it.
    pub fn claim<'info>(ctx: Context<'info, Claim<'info>>, args: ClaimArgs) -> Result<()> {
        Claim::handle(ctx, args)
    }

    /// Chooses cash or shares of a dividend with a choice.
    pub fn elect(ctx: Context<Elect>, choice: u8) -> Result<()> {
        Elect::handle(ctx, choice)
    }

    /// Withdraws an election, or closes the account of one that was counted.
    pub fn withdraw_election(ctx: Context<WithdrawElection>) -> Result<()> {
        WithdrawElection::handle(ctx)
    }

    /// Puts shares into escrow, for an offer to buy them.
    pub fn tender_shares(ctx: Context<TenderShares>, amount: u64) -> Result<()> {
        TenderShares::handle(ctx, amount)
    }

    /// Returns what was tendered.
    pub fn withdraw_tender<'info>(ctx: Context<'info, WithdrawTender<'info>>) -> Result<()> {
        WithdrawTender::handle(ctx)
    }

    /// Buys what an offer takes of a tender and returns the rest. Anybody can send it.
    pub fn settle_tender<'info>(ctx: Context<'info, SettleTender<'info>>) -> Result<()> {
        SettleTender::handle(ctx)
    }

    /// Burns shares and pays what a merger, an exchange offer, a liquidation or a delisting brings for them.
    pub fn exchange_shares<'info>(
        ctx: Context<'info, ExchangeShares<'info>>,
        amount: u64,
    ) -> Result<()> {
        ExchangeShares::handle(ctx, amount)
    }

    /// Rewrites an asset or a corporate action of an earlier version in the current layout. Anybody can.
    pub fn migrate_account(ctx: Context<MigrateAccount>) -> Result<()> {
        MigrateAccount::handle(ctx)
    }
}
