//! Token-2022's part of a verdict: what it checks before it asks the hook, in its own order.
//!
//! That the authority signs is taken for granted; so is a multisig's quorum. Whether a program may move the tokens
//! on (CPI guard) is another question than whether they may move.

use scrip_rules::refusal::{Refusal, Side};
use spl_token_2022_interface::error::TokenError;
use spl_token_2022_interface::extension::confidential_transfer::ConfidentialTransferAccount;
use spl_token_2022_interface::extension::memo_transfer::memo_required;
use spl_token_2022_interface::extension::pausable::PausableConfig;
use spl_token_2022_interface::extension::permanent_delegate::get_permanent_delegate;
use spl_token_2022_interface::extension::{BaseStateWithExtensions as _, PodStateWithExtensions};
use spl_token_2022_interface::pod::{PodAccount, PodMint};

use super::Reason;
use super::accounts::{Accounts, Fetched};
use crate::addresses::TOKEN_2022;
use crate::{ShareAddresses, Transfer};

macro_rules! reasons {
    ($($(#[doc = $doc:literal])+ $name:ident = $code:expr, $side:ident, $sentence:literal;)+) => {
        /// A reason of Token-2022 to refuse a transfer.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum TokenReason {
            $($(#[doc = $doc])+ $name,)+
        }

        impl TokenReason {
            /// Every reason.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The number that the transfer fails with. For an account that there is not Token-2022 has no number:
            /// it is the one that `check_transfer` answers.
            ///
            /// ```
            /// use scrip_client::verdict::TokenReason;
            /// assert_eq!(TokenReason::SourceFrozen.code(), 17);
            /// ```
            #[must_use]
            pub const fn code(self) -> u32 {
                match self { $(Self::$name => $code as u32,)+ }
            }

            /// Whom it concerns.
            ///
            /// ```
            /// use scrip_client::verdict::TokenReason;
            /// use scrip_rules::refusal::Side;
            /// assert_eq!(TokenReason::Paused.side(), Side::Asset);
            /// ```
            #[must_use]
            pub const fn side(self) -> Side {
                match self { $(Self::$name => Side::$side,)+ }
            }

            /// What is wrong, and what to do.
            ///
            /// ```
            /// use scrip_client::verdict::TokenReason;
            /// assert!(TokenReason::MemoMissing.sentence().contains("memo"));
            /// ```
            #[must_use]
            pub const fn sentence(self) -> &'static str {
                match self { $(Self::$name => $sentence,)+ }
            }
        }
    };
}

reasons! {
    /// There is no source account.
    SourceAbsent = Refusal::SourceNotTokenAccount.code(), Source, "The sender has no token account at this address; name the account that holds the shares";
    /// The source account is frozen.
    SourceFrozen = TokenError::AccountFrozen, Source, "The sender's token account is frozen; the issuer can thaw it";
    /// There are fewer tokens than are to be sent.
    InsufficientFunds = TokenError::InsufficientFunds, Source, "The sender's token account holds less than the amount; send less";
    /// There is no mint.
    MintUnreadable = TokenError::InvalidMint, Asset, "There is no mint of Token-2022 at the share's address; check the address and the cluster";
    /// The mint is paused.
    Paused = TokenError::MintPaused, Asset, "The share is paused: nothing moves; try again when the issuer has unpaused it";
    /// Neither owner nor delegate signs.
    OwnerMismatch = TokenError::OwnerMismatch, Source, "Whoever signs is neither owner nor delegate of the sender's token account; let the owner sign or approve a delegate";
    /// The delegate may not send so much.
    OverDelegated = TokenError::InsufficientFunds, Source, "The delegate may send less than the amount; let the owner approve more, or send less";
    /// There is no destination account.
    DestinationAbsent = Refusal::DestinationNotTokenAccount.code(), Destination, "The recipient has no token account for this share yet; open it in the same transaction";
    /// The destination account is frozen.
    DestinationFrozen = TokenError::AccountFrozen, Destination, "The recipient's token account is frozen; the issuer can thaw it";
    /// The destination asks for a memo.
    MemoMissing = TokenError::NoMemo, Destination, "The recipient's token account asks for a memo; put a memo instruction just before the transfer";
    /// The destination takes confidential transfers only.
    OpenCreditsRefused = TokenError::NonConfidentialTransfersDisabled, Destination, "The recipient's token account takes confidential transfers only; its owner can let it take open ones";
    /// The destination cannot hold so much.
    Overflow = TokenError::Overflow, Destination, "The recipient's token account cannot hold so much: a balance has 64 bits";
}

type Account<'a> = PodStateWithExtensions<'a, PodAccount>;

/// What Token-2022 says before it asks the hook.
///
/// # Errors
/// The reason why it would refuse. Of an account that is of another program or another mint it is the hook's, whose
/// sentence says so.
///
/// ```
/// # use scrip_client::{ShareAddresses, Transfer};
/// # use scrip_client::verdict::{Accounts, Reason, TokenReason, token};
/// # let (mint, issuer, registry, from, to) = Default::default();
/// # let share = ShareAddresses::new(mint, issuer, registry);
/// let answer = token::judge(&share, &Transfer::new(&share, from, to, 1), &Accounts::default());
/// assert_eq!(answer, Err(Reason::Token(TokenReason::SourceAbsent)));
/// ```
pub fn judge(
    share: &ShareAddresses,
    transfer: &Transfer,
    accounts: &Accounts<'_>,
) -> Result<(), Reason> {
    let refuse = |reason| Err(Reason::Token(reason));
    let no_source = Refusal::SourceNotTokenAccount;
    let no_destination = Refusal::DestinationNotTokenAccount;
    let source = own(accounts.source, TokenReason::SourceAbsent, no_source)?;
    let destination = own(accounts.destination, TokenReason::DestinationAbsent, no_destination)?;
    let source = unpack(source, no_source)?;
    if source.base.is_frozen() {
        return refuse(TokenReason::SourceFrozen);
    }
    if u64::from(source.base.amount) < transfer.amount {
        return refuse(TokenReason::InsufficientFunds);
    }
    if source.base.mint != share.mint {
        return Err(Reason::Hook(Refusal::SourceOfOtherMint));
    }
    let mint = accounts.mint.filter(|mint| mint.owner == TOKEN_2022);
    let mint = mint.and_then(|mint| PodStateWithExtensions::<PodMint>::unpack(mint.data).ok());
    let mint = mint.ok_or(Reason::Token(TokenReason::MintUnreadable))?;
    if mint.get_extension::<PausableConfig>().is_ok_and(|config| config.paused.into()) {
        return refuse(TokenReason::Paused);
    }
    if get_permanent_delegate(&mint) != Some(transfer.authority) {
        signed(&source, transfer).map_err(Reason::Token)?;
    }
    if transfer.from.account == transfer.to.account {
        return if memo_required(&source) && !transfer.memo {
            refuse(TokenReason::MemoMissing)
        } else {
            Ok(())
        };
    }
    arrives(share, transfer, &unpack(destination, no_destination)?)
}

/// Whether the authority may send so much.
fn signed(source: &Account<'_>, transfer: &Transfer) -> Result<(), TokenReason> {
    if source.base.delegate.ok_or(()) == Ok(transfer.authority) {
        let delegated = u64::from(source.base.delegated_amount);
        return if delegated < transfer.amount { Err(TokenReason::OverDelegated) } else { Ok(()) };
    }
    if source.base.owner == transfer.authority { Ok(()) } else { Err(TokenReason::OwnerMismatch) }
}

/// Whether the destination takes it.
fn arrives(
    share: &ShareAddresses,
    transfer: &Transfer,
    destination: &Account<'_>,
) -> Result<(), Reason> {
    let refuse = |reason| Err(Reason::Token(reason));
    if destination.base.is_frozen() {
        return refuse(TokenReason::DestinationFrozen);
    }
    if destination.base.mint != share.mint {
        return Err(Reason::Hook(Refusal::DestinationOfOtherMint));
    }
    if memo_required(destination) && !transfer.memo {
        return refuse(TokenReason::MemoMissing);
    }
    let confidential = destination.get_extension::<ConfidentialTransferAccount>();
    if confidential.is_ok_and(|account| account.non_confidential_transfer_allowed().is_err()) {
        return refuse(TokenReason::OpenCreditsRefused);
    }
    if u64::from(destination.base.amount).checked_add(transfer.amount).is_none() {
        return refuse(TokenReason::Overflow);
    }
    Ok(())
}

/// The account, if Token-2022 owns it.
fn own(
    account: Option<Fetched<'_>>,
    absent: TokenReason,
    foreign: Refusal,
) -> Result<Fetched<'_>, Reason> {
    let account = account.ok_or(Reason::Token(absent))?;
    if account.owner == TOKEN_2022 { Ok(account) } else { Err(Reason::Hook(foreign)) }
}

fn unpack(account: Fetched<'_>, foreign: Refusal) -> Result<Account<'_>, Reason> {
    Account::unpack(account.data).map_err(|_| Reason::Hook(foreign))
}
