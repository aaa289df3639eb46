//! Would a transfer go through, and if not, why not: judged here, from the bytes of accounts, without a node.
//!
//! - here: the verdict, and [`judge`], which gives it
//! - [`accounts`]: what it is given from
//! - [`hook`]: the hook's part, by the rules and the record reader that the hook itself runs
//! - [`token`]: Token-2022's part, which comes first
//!
//! A test of the compiled programs holds the verdict of 5,000 random transfers against what `check_transfer` answers
//! and what the transfer itself does.

pub mod accounts;
pub mod hook;
pub mod token;

use scrip_rules::refusal::{Refusal, Side};

pub use accounts::{Accounts, Fetched};
pub use token::TokenReason;

use crate::{ShareAddresses, Transfer};

/// Why a transfer would fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Token-2022 refuses it, before it asks the hook.
    Token(TokenReason),
    /// The hook refuses it.
    Hook(Refusal),
}

impl Reason {
    /// The number that the transfer fails with. Below 100 it is Token-2022's own.
    ///
    /// ```
    /// use scrip_client::verdict::{Reason, TokenReason};
    /// use scrip_rules::refusal::Refusal;
    /// assert_eq!(Reason::Hook(Refusal::Halted).code(), 6100);
    /// assert_eq!(Reason::Token(TokenReason::InsufficientFunds).code(), 1);
    /// ```
    #[must_use]
    pub const fn code(self) -> u32 {
        match self {
            Self::Token(reason) => reason.code(),
            // SECURITY: a conversion from 16 to 32 bits, which `From` does not do in a constant.
            Self::Hook(refusal) => refusal.code() as u32,
        }
    }

    /// Whom it concerns.
    ///
    /// ```
    /// use scrip_client::verdict::{Reason, TokenReason};
    /// use scrip_rules::refusal::Side;
    /// assert_eq!(Reason::Token(TokenReason::DestinationAbsent).side(), Side::Destination);
    /// ```
    #[must_use]
    pub const fn side(self) -> Side {
        match self {
            Self::Token(reason) => reason.side(),
            Self::Hook(refusal) => refusal.side(),
        }
    }

    /// What is wrong, in a sentence.
    ///
    /// ```
    /// use scrip_client::verdict::Reason;
    /// use scrip_rules::refusal::Refusal;
    /// assert_eq!(Reason::Hook(Refusal::SourceRevoked).sentence(), "The sender's record is revoked");
    /// ```
    #[must_use]
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::Token(reason) => reason.sentence(),
            Self::Hook(refusal) => refusal.sentence(),
        }
    }
}

/// The answer about one transfer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Whether it would go through.
    pub allowed: bool,
    /// The number that it would fail with; 0 if it would go through.
    pub code: u32,
    /// Whom the refusal concerns.
    pub side: Option<Side>,
    /// What is wrong, in a sentence.
    pub sentence: &'static str,
    /// The reason itself.
    pub reason: Option<Reason>,
    /// What the hook's `check_transfer` answers, which does not know of Token-2022's own reasons.
    pub hook: Result<(), Refusal>,
}

impl Verdict {
    const fn new(reason: Option<Reason>, hook: Result<(), Refusal>) -> Self {
        match reason {
            None => Self {
                allowed: true,
                code: 0,
                side: None,
                sentence: "The transfer is allowed",
                reason: None,
                hook,
            },
            Some(refused) => Self {
                allowed: false,
                code: refused.code(),
                side: Some(refused.side()),
                sentence: refused.sentence(),
                reason,
                hook,
            },
        }
    }
}

/// Judges a transfer by these accounts at `now`, unix seconds of the chain's clock.
///
/// ```
/// # use scrip_client::{ShareAddresses, Transfer};
/// # use scrip_client::verdict::{Accounts, judge};
/// # let (mint, issuer, registry, from, to) = Default::default();
/// # let (accounts, now) = (Accounts::default(), 0);
/// # let share = ShareAddresses::new(mint, issuer, registry);
/// let verdict = judge(&share, &Transfer::new(&share, from, to, 1), &accounts, now);
/// if !verdict.allowed {
///     println!("{} ({})", verdict.sentence, verdict.code);
/// }
/// # assert!(!verdict.allowed);
/// ```
#[must_use]
pub fn judge(
    share: &ShareAddresses,
    transfer: &Transfer,
    accounts: &Accounts<'_>,
    now: i64,
) -> Verdict {
    let hook = hook::judge(share, transfer, accounts, now);
    let reason = match token::judge(share, transfer, accounts) {
        Err(reason) => Some(reason),
        // Token-2022 is done with a transfer to oneself before it would ask the hook.
        Ok(()) if transfer.from.account == transfer.to.account => None,
        Ok(()) => hook.err().map(Reason::Hook),
    };
    Verdict::new(reason, hook)
}
