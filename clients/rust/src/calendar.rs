//! The corporate actions of an asset, and the multiplier at any time.
//!
//! ```text
//! accounts = getProgramAccounts(scrip_issuer::ID, filters(asset))      one call
//! calendar = Calendar::read(asset, accounts)
//! calendar.to_come(now)                                                announced and scheduled
//! calendar.multiplier_at(asset's account, second)                      any second
//! ```

use anchor_lang::prelude::Pubkey;
use anchor_lang::{AccountDeserialize, Discriminator};
use scrip_issuer::seeds;
use scrip_issuer::state::{
    Asset, CORPORATE_ACTION_ASSET_OFFSET, CORPORATE_ACTION_VERSION, CorporateAction,
};
use scrip_rules::corporate_action::ActionState;
use scrip_rules::history::{self, MultiplierChange};
use scrip_rules::multiplier::Multiplier;

use crate::CalendarError;

/// A filter of `getProgramAccounts`: the bytes that an account holds at an offset. Every RPC library has a type of
/// its own for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Memcmp {
    /// Where in the account's data.
    pub offset: usize,
    /// What is there.
    pub bytes: Vec<u8>,
}

/// The filters of the one call that fetches every corporate action of `asset` from [`scrip_issuer::ID`].
///
/// ```
/// # use anchor_lang::prelude::Pubkey;
/// # use scrip_client::{Calendar, CalendarError, Entry, filters};
/// let [type_, asset] = filters(&Pubkey::default());
/// assert_eq!((type_.offset, asset.offset), (0, 12));
/// ```
#[must_use]
pub fn filters(asset: &Pubkey) -> [Memcmp; 2] {
    [
        Memcmp { offset: 0, bytes: CorporateAction::DISCRIMINATOR.to_vec() },
        Memcmp { offset: CORPORATE_ACTION_ASSET_OFFSET, bytes: asset.to_bytes().to_vec() },
    ]
}

/// One corporate action, and where it lies.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its address.
    pub address: Pubkey,
    /// Its account.
    pub action: CorporateAction,
    /// The state in its account. That it is in force is not stored: see [`Entry::in_force`].
    pub state: ActionState,
}

impl Entry {
    /// Whether it is in force at `now`, unix seconds.
    ///
    /// ```
    /// # use anchor_lang::prelude::Pubkey;
    /// # use scrip_client::{Calendar, CalendarError, Entry, filters};
    /// # fn example(entry: &Entry, now: i64) {
    /// println!("{}", if entry.in_force(now) { "in force" } else { "not in force" });
    /// # }
    /// ```
    #[must_use]
    pub const fn in_force(&self, now: i64) -> bool {
        self.state.in_force(self.action.dates.effective_at, now)
    }

    /// Whether it is announced, and neither in force at `now` (unix seconds) nor cancelled.
    ///
    /// ```
    /// # use anchor_lang::prelude::Pubkey;
    /// # use scrip_client::{Calendar, CalendarError, Entry, filters};
    /// # fn example(entry: &Entry, now: i64) {
    /// if entry.is_to_come(now) {
    ///     println!("at {}", entry.action.dates.effective_at);
    /// }
    /// # }
    /// ```
    #[must_use]
    pub fn is_to_come(&self, now: i64) -> bool {
        self.state != ActionState::Cancelled && !self.in_force(now)
    }

    /// The change of the multiplier that it makes or has made; `None` if it makes none, or is not scheduled.
    fn change(&self) -> Result<Option<MultiplierChange>, CalendarError> {
        let stands = matches!(self.state, ActionState::Scheduled | ActionState::Settled);
        if !stands || !self.action.terms.form().moves_multiplier() {
            return Ok(None);
        }
        Ok(Some(MultiplierChange {
            effective_at: self.action.dates.effective_at,
            old: read(self.action.old_multiplier)?,
            new: read(self.action.new_multiplier)?,
        }))
    }
}

/// All corporate actions of an asset that were ever announced, by their sequence.
#[derive(Clone, Debug)]
pub struct Calendar {
    entries: Vec<Entry>,
}

impl Calendar {
    /// Reads the accounts that the [`filters`] of `asset` found, in any order.
    ///
    /// ```
    /// # use anchor_lang::prelude::Pubkey;
    /// # use scrip_client::{Calendar, CalendarError, Entry, filters};
    /// let none: [(Pubkey, &[u8]); 0] = [];
    /// assert!(Calendar::read(&Pubkey::default(), none)?.entries().is_empty());
    /// # Ok::<(), CalendarError>(())
    /// ```
    ///
    /// # Errors
    /// [`CalendarError`] if an account is not an action of this asset at its own address, or one is missing
    /// between the others.
    pub fn read<Data: AsRef<[u8]>>(
        asset: &Pubkey,
        accounts: impl IntoIterator<Item = (Pubkey, Data)>,
    ) -> Result<Self, CalendarError> {
        let entries =
            accounts.into_iter().map(|(address, data)| entry(asset, address, data.as_ref()));
        let mut entries = entries.collect::<Result<Vec<_>, _>>()?;
        entries.sort_by_key(|entry| entry.action.sequence);
        for (entry, expected) in entries.iter().zip(0..) {
            if entry.action.sequence != expected {
                return Err(CalendarError::Gap { expected });
            }
        }
        Ok(Self { entries })
    }

    /// All of them, by their sequence.
    ///
    /// ```
    /// # use anchor_lang::prelude::Pubkey;
    /// # use scrip_client::{Calendar, CalendarError, Entry, filters};
    /// # fn example(calendar: &Calendar) {
    /// let ever_announced = calendar.entries().len();
    /// # }
    /// ```
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Those that are announced, and neither in force at `now` (unix seconds) nor cancelled, by the time at which
    /// they take effect.
    ///
    /// ```
    /// # use anchor_lang::prelude::Pubkey;
    /// # use scrip_client::{Calendar, CalendarError, Entry, filters};
    /// # fn example(calendar: &Calendar, now: i64) {
    /// let next = calendar.to_come(now).first().map(|entry| entry.action.dates.effective_at);
    /// # }
    /// ```
    #[must_use]
    pub fn to_come(&self, now: i64) -> Vec<&Entry> {
        let mut coming: Vec<_> =
            self.entries.iter().filter(|entry| entry.is_to_come(now)).collect();
        coming.sort_by_key(|entry| entry.action.dates.effective_at);
        coming
    }

    /// The changes of the multiplier that are scheduled or were made, by their time.
    ///
    /// ```
    /// # use anchor_lang::prelude::Pubkey;
    /// # use scrip_client::{Calendar, CalendarError, Entry, filters};
    /// # fn example(calendar: &Calendar, asset: &scrip_issuer::state::Asset) -> Result<(), CalendarError> {
    /// let changes = calendar.history(asset)?.len();
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`CalendarError`] if they are not the whole history of `asset`, the account as it was at the same slot.
    pub fn history(&self, asset: &Asset) -> Result<Vec<MultiplierChange>, CalendarError> {
        let seen = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
        if seen != asset.action_count {
            return Err(CalendarError::Count { seen, expected: asset.action_count });
        }
        let changes = self.entries.iter().filter_map(|entry| entry.change().transpose());
        let mut changes = changes.collect::<Result<Vec<_>, _>>()?;
        changes.sort_by_key(|change| change.effective_at);
        let last = changes.last().map_or(asset.multiplier, |last| last.new.scaled());
        if last != asset.next_multiplier || !history::is_unbroken(changes.iter().copied()) {
            return Err(CalendarError::Broken);
        }
        Ok(changes)
    }

    /// The multiplier in force at `at`, unix seconds: of the past what was, of the future what is scheduled.
    ///
    /// ```
    /// # use anchor_lang::prelude::Pubkey;
    /// # use scrip_client::{Calendar, CalendarError, Entry, filters};
    /// # fn example(calendar: &Calendar, asset: &scrip_issuer::state::Asset) -> Result<(), CalendarError> {
    /// let multiplier = calendar.multiplier_at(asset, 1_800_000_000)?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// As [`Calendar::history`].
    pub fn multiplier_at(&self, asset: &Asset, at: i64) -> Result<Multiplier, CalendarError> {
        let changes = self.history(asset)?;
        Ok(history::multiplier_at(read(asset.next_multiplier)?, changes, at))
    }
}

fn read(scaled: u128) -> Result<Multiplier, CalendarError> {
    Multiplier::from_scaled(scaled).map_err(|_| CalendarError::Broken)
}

fn entry(asset: &Pubkey, address: Pubkey, data: &[u8]) -> Result<Entry, CalendarError> {
    let unreadable = CalendarError::NotAnAction { address };
    let action = CorporateAction::try_deserialize(&mut &*data).map_err(|_| unreadable)?;
    if action.version != CORPORATE_ACTION_VERSION {
        return Err(unreadable);
    }
    let state = ActionState::from_byte(action.state).ok_or(unreadable)?;
    if action.asset != *asset {
        return Err(CalendarError::OtherAsset { address, asset: action.asset });
    }
    let (sequence, bump) = (action.sequence.to_le_bytes(), [action.bump]);
    let seeds = [seeds::ACTION, asset.as_ref(), &sequence, &bump];
    if Pubkey::create_program_address(&seeds, &scrip_issuer::ID) != Ok(address) {
        return Err(CalendarError::WrongAddress { address, sequence: action.sequence });
    }
    Ok(Entry { address, action, state })
}
