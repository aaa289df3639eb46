//! An asset and its actions, as a server returns them.

use anchor_lang::prelude::Pubkey;
use anchor_lang::{AccountDeserialize, AccountSerialize, Discriminator, Space};
use scrip_client::Memcmp;
use scrip_issuer::seeds;
use scrip_issuer::state::{
    ASSET_VERSION, ActionTerms, Asset, CORPORATE_ACTION_VERSION, CorporateAction,
};
use scrip_rules::corporate_action::{ActionKind, ActionState};
use scrip_rules::multiplier::SCALE;

pub const ASSET: Pubkey = Pubkey::new_from_array([7; 32]);
pub const OTHER_ASSET: Pubkey = Pubkey::new_from_array([8; 32]);

/// When the second change of the multiplier takes effect, unix seconds.
pub const NOON: i64 = 1_800_000_000;

/// The terms of a change of the multiplier, and of a payment in cash.
pub const CHANGE: ActionTerms = ActionTerms::Ratio { numerator: 4, denominator: 1 };
pub const CASH: ActionTerms =
    ActionTerms::Cash { payment_mint: ASSET, gross: 25, withholding_bps: 1_500 };

pub type Fetched = (Pubkey, Vec<u8>);

/// An account of which nothing is set but its version, the first byte.
fn zeroed<T: AccountDeserialize + Discriminator + Space>(version: u8) -> T {
    let bytes = [T::DISCRIMINATOR, &[version], &vec![0; T::INIT_SPACE - 1]].concat();
    T::try_deserialize(&mut &bytes[..]).unwrap()
}

/// The address of an action, and its bump.
pub fn address(asset: &Pubkey, sequence: u32) -> (Pubkey, u8) {
    let seeds = [seeds::ACTION, asset.as_ref(), &sequence.to_le_bytes()];
    Pubkey::find_program_address(&seeds, &scrip_issuer::ID)
}

/// An action in this state that takes effect so many seconds after [`NOON`]; multipliers in whole shares.
pub fn action(
    sequence: u32,
    state: ActionState,
    after_noon: i64,
    (old, new): (u128, u128),
) -> CorporateAction {
    let mut action: CorporateAction = zeroed(CORPORATE_ACTION_VERSION);
    action.version = CORPORATE_ACTION_VERSION;
    action.bump = address(&ASSET, sequence).1;
    action.kind = ActionKind::ForwardSplit as u8;
    action.state = state as u8;
    action.asset = ASSET;
    action.sequence = sequence;
    action.dates.effective_at = NOON + after_noon;
    action.old_multiplier = old * SCALE;
    action.new_multiplier = new * SCALE;
    action.terms = CHANGE;
    action
}

/// The account of an action, at the address that belongs to it.
pub fn fetched(action: &CorporateAction) -> Fetched {
    let mut data = Vec::new();
    action.try_serialize(&mut data).unwrap();
    // An account has room for the longest terms.
    data.resize(8 + CorporateAction::INIT_SPACE, 0);
    (address(&action.asset, action.sequence).0, data)
}

/// A reverse split at noon, a dividend in cash, one that was cancelled, a settled split from before noon though
/// it was announced later, a split to come, and one that is only announced.
pub fn actions() -> Vec<CorporateAction> {
    let cash = CorporateAction {
        kind: ActionKind::CashDividend as u8,
        terms: CASH,
        // The multiplier that its amounts are for, though another change takes effect before it.
        ..action(1, ActionState::Scheduled, 500, (4, 4))
    };
    vec![
        action(0, ActionState::Scheduled, 0, (4, 2)),
        cash,
        action(2, ActionState::Cancelled, -500, (0, 0)),
        action(3, ActionState::Settled, -1_000, (1, 4)),
        action(4, ActionState::Scheduled, 1_000, (2, 6)),
        action(5, ActionState::Announced, 600, (0, 0)),
    ]
}

/// The asset after [`actions`].
pub fn asset() -> Asset {
    let mut asset: Asset = zeroed(ASSET_VERSION);
    asset.multiplier = 2 * SCALE;
    asset.next_multiplier = 6 * SCALE;
    asset.multiplier_effective_at = NOON + 1_000;
    asset.action_count = 6;
    asset
}

/// Whether a server would return an account of these bytes.
pub fn passes(filters: &[Memcmp], data: &[u8]) -> bool {
    filters.iter().all(|filter| data[filter.offset..].starts_with(&filter.bytes))
}
