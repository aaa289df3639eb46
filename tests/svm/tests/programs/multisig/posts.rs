//! Who signs which instruction of an issuer, and how the vault takes somebody's place.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::{addresses, cast, payment};

use super::paid_by;

/// In whose place the vault signs.
#[derive(Clone, Copy, Debug)]
pub enum Post {
    /// The admin, to whom the vault has become by the time.
    Admin,
    /// A member of staff.
    Staff(Duty),
    /// The custodian.
    Custodian,
}

/// Every instruction that somebody of the issuer signs, and who.
pub const POSTS: &[(&str, Post)] = &[
    ("grant_role", Post::Admin),
    ("revoke_role", Post::Admin),
    ("create_asset", Post::Admin),
    ("add_minter", Post::Admin),
    ("add_custodian", Post::Admin),
    ("add_payment_mint", Post::Admin),
    ("change_setting", Post::Admin),
    ("propose_change", Post::Admin),
    ("cancel_change", Post::Admin),
    ("update_extra_metas", Post::Admin),
    ("wind_down", Post::Admin),
    ("close_asset", Post::Admin),
    ("approve_change", Post::Staff(Duty::Check)),
    ("mint_proposed", Post::Staff(Duty::Check)),
    ("mint_shares", Post::Staff(Duty::Mint)),
    ("mint_batch", Post::Staff(Duty::Mint)),
    ("propose_mint", Post::Staff(Duty::Mint)),
    ("fill_subscription", Post::Staff(Duty::Mint)),
    ("purchase_shares", Post::Staff(Duty::Mint)),
    ("reject_subscription", Post::Staff(Duty::Mint)),
    ("redeem_shares", Post::Staff(Duty::Redeem)),
    ("settle_redemption", Post::Staff(Duty::Redeem)),
    ("settle_redemption_off_chain", Post::Staff(Duty::Redeem)),
    ("reject_redemption", Post::Staff(Duty::Redeem)),
    ("halt", Post::Staff(Duty::Halt)),
    ("resume", Post::Staff(Duty::Resume)),
    ("pause", Post::Staff(Duty::Pause)),
    ("unpause", Post::Staff(Duty::Unpause)),
    ("set_blackout", Post::Staff(Duty::CorporateActions)),
    ("clear_blackout", Post::Staff(Duty::CorporateActions)),
    ("announce_action", Post::Staff(Duty::CorporateActions)),
    ("amend_action", Post::Staff(Duty::CorporateActions)),
    ("approve_action", Post::Staff(Duty::Check)),
    ("schedule_action", Post::Staff(Duty::CorporateActions)),
    ("cancel_action", Post::Staff(Duty::CorporateActions)),
    ("open_payout", Post::Staff(Duty::CorporateActions)),
    ("approve_payout", Post::Staff(Duty::Check)),
    ("withdraw_payout", Post::Staff(Duty::CorporateActions)),
    ("sweep_payout", Post::Staff(Duty::CorporateActions)),
    ("update_metadata", Post::Staff(Duty::Metadata)),
    ("attest_reserves", Post::Custodian),
];

/// Run by tests of their own.
pub const BY_THEMSELVES: [&str; 4] =
    ["create_issuer", "accept_admin", "execute_change", "withdraw_mint_proposal"];

/// Signed by nobody of the issuer.
pub const EXCUSED: &[(&str, &str)] = &[
    ("subscribe", "an investor signs"),
    ("cancel_subscription", "the investor signs"),
    ("request_redemption", "the owner signs"),
    ("reclaim_redemption", "the owner signs"),
    ("reserve_status", "nobody signs"),
    ("settle_action", "whoever pays signs"),
    ("assert_multiplier", "nobody signs"),
    ("fund_payout", "whoever funds it signs"),
    ("open_claim_page", "whoever pays signs"),
    ("close_claim_page", "nobody signs"),
    ("claim", "nobody signs"),
    ("exchange_shares", "the owner signs, or nobody"),
    ("tender_shares", "the owner signs"),
    ("withdraw_tender", "the owner signs"),
    ("settle_tender", "nobody signs"),
    ("elect", "the owner signs"),
    ("withdraw_election", "the owner signs"),
    ("migrate_account", "whoever pays signs"),
];

/// The instruction with the vault, and the vault's accounts, in the place of somebody's.
pub fn in_place(mut instruction: Instruction, post: Post, vault: Pubkey) -> Instruction {
    let (company, share, usd) = (cast().company, cast().share, cast().usd);
    let treasury = company.treasury();
    let mut places = vec![
        (treasury, vault),
        (payment::account_of(&treasury, &usd), payment::account_of(&vault, &usd)),
    ];
    match post {
        Post::Admin => places.push((company.admin, vault)),
        Post::Staff(duty) => {
            let member = company.member(duty);
            places.push((member, vault));
            places.push((company.role(duty), addresses::role(&company.address, &vault)));
            let of = |address: fn(&Pubkey, &Pubkey) -> Pubkey| {
                (address(&share.asset, &member), address(&share.asset, &vault))
            };
            places.push(of(addresses::minter));
            places.push(of(|asset, maker| addresses::mint_proposal(asset, maker, 0)));
        }
        Post::Custodian => {
            let key = company.custodian();
            let custodian = |key| addresses::custodian(&company.address, key);
            let attestation = |key| addresses::attestation(&share.asset, key);
            places.push((key, vault));
            places.push((custodian(&key), custodian(&vault)));
            places.push((attestation(&key), attestation(&vault)));
        }
    }
    // A checker carries out what somebody else has made.
    let keeps_maker = matches!(post, Post::Staff(Duty::Check));
    for meta in &mut instruction.accounts {
        let place = places.iter().find(|(old, _)| *old == meta.pubkey);
        if let Some((_, new)) = place.filter(|_| !keeps_maker || meta.pubkey != share.minter()) {
            meta.pubkey = *new;
        }
    }
    // Whoever paid a rent gets it back; who pays one now is the vault.
    if instruction.accounts.iter().any(|meta| meta.is_signer && meta.pubkey == cast().payer) {
        instruction = paid_by(instruction, vault);
    }
    instruction
}
