//! Kinds of corporate action, and what has to be said about each.

/// Kinds of corporate action, by ISO 15022 event code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum ActionKind {
    /// SPLF, a forward split: `numerator` new shares for each `denominator` old ones.
    ForwardSplit = 1,
    /// DVCA, a cash dividend: paid out, or reinvested by the custodian so that every raw unit stands for more.
    CashDividend = 2,
    /// SPLR, a reverse split: fewer shares than before.
    ReverseSplit = 3,
    /// BONU, a bonus issue: shares on top of those held, free.
    BonusIssue = 4,
    /// DVSE, a dividend in shares of the same company.
    StockDividend = 5,
    /// INTR, interest: the coupon of a tokenized bond.
    InterestPayment = 6,
    /// DRIP, a dividend of which each holder chooses cash or shares.
    DividendReinvestment = 7,
    /// CAPD, a distribution of capital in cash.
    CapitalDistribution = 8,
    /// SOFF, a spin-off: shares of another company on top.
    SpinOff = 9,
    /// MRGR, a merger: every share becomes shares of another company, cash, or both.
    Merger = 10,
    /// EXOF, an exchange offer: the same, for those who want it.
    ExchangeOffer = 11,
    /// TEND, a tender offer: somebody offers to buy, up to a maximum.
    TenderOffer = 12,
    /// BIDS, a repurchase offer: the company itself offers to buy, up to a maximum.
    RepurchaseOffer = 13,
    /// CHAN, a change of name and symbol.
    NameChange = 14,
    /// LIQU, a liquidation: a final price for every share.
    Liquidation = 15,
    /// DLST, a delisting: a final price for those who do not want to wait.
    Delisting = 16,
}

/// What has to be said about an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermsForm {
    /// New shares for old ones, of the same asset: moves the multiplier.
    Ratio,
    /// A dividend per share, what is withheld, and the price of reinvestment: moves the multiplier.
    Reinvestment,
    /// Cash per share.
    Cash,
    /// Cash per share, or shares at a price.
    Choice,
    /// Shares of another asset per share.
    Shares,
    /// Each share becomes shares of another asset, cash, or both.
    Exchange,
    /// A price, up to a maximum of shares.
    Offer,
    /// A name and a symbol.
    Name,
    /// A price for all that are left.
    FinalPrice,
}

/// What a holder chooses of a dividend with a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Election {
    /// Cash.
    Cash = 1,
    /// Shares at the announced price.
    Reinvest = 2,
}

impl Election {
    /// The election of a stored byte; `None` for anything that is not one.
    pub const fn from_byte(byte: u8) -> Option<Self> {
        match byte {
            1 => Some(Self::Cash),
            2 => Some(Self::Reinvest),
            _ => None,
        }
    }
}

impl ActionKind {
    /// All of them, by their bytes.
    pub const ALL: [Self; 16] = [
        Self::ForwardSplit,
        Self::CashDividend,
        Self::ReverseSplit,
        Self::BonusIssue,
        Self::StockDividend,
        Self::InterestPayment,
        Self::DividendReinvestment,
        Self::CapitalDistribution,
        Self::SpinOff,
        Self::Merger,
        Self::ExchangeOffer,
        Self::TenderOffer,
        Self::RepurchaseOffer,
        Self::NameChange,
        Self::Liquidation,
        Self::Delisting,
    ];

    /// The kind of a stored byte; `None` for anything that is not a kind.
    pub fn from_byte(byte: u8) -> Option<Self> {
        Self::ALL.get(usize::from(byte).checked_sub(1)?).copied()
    }

    /// The event code of ISO 15022.
    pub const fn code(self) -> &'static str {
        match self {
            Self::ForwardSplit => "SPLF",
            Self::CashDividend => "DVCA",
            Self::ReverseSplit => "SPLR",
            Self::BonusIssue => "BONU",
            Self::StockDividend => "DVSE",
            Self::InterestPayment => "INTR",
            Self::DividendReinvestment => "DRIP",
            Self::CapitalDistribution => "CAPD",
            Self::SpinOff => "SOFF",
            Self::Merger => "MRGR",
            Self::ExchangeOffer => "EXOF",
            Self::TenderOffer => "TEND",
            Self::RepurchaseOffer => "BIDS",
            Self::NameChange => "CHAN",
            Self::Liquidation => "LIQU",
            Self::Delisting => "DLST",
        }
    }

    /// Whether terms of this form say what has to be said about this kind.
    pub const fn takes(self, form: TermsForm) -> bool {
        matches!(
            (self, form),
            (
                Self::ForwardSplit | Self::ReverseSplit | Self::BonusIssue | Self::StockDividend,
                TermsForm::Ratio
            ) | (Self::CashDividend, TermsForm::Reinvestment | TermsForm::Cash)
                | (Self::InterestPayment | Self::CapitalDistribution, TermsForm::Cash)
                | (Self::DividendReinvestment, TermsForm::Choice)
                | (Self::SpinOff, TermsForm::Shares)
                | (Self::Merger | Self::ExchangeOffer, TermsForm::Exchange)
                | (Self::TenderOffer | Self::RepurchaseOffer, TermsForm::Offer)
                | (Self::NameChange, TermsForm::Name)
                | (Self::Liquidation | Self::Delisting, TermsForm::FinalPrice)
        )
    }

    /// Whether it takes shares away also from holders who do nothing. Such an action needs a checker always,
    /// and an asset that is wound down.
    pub const fn is_mandatory_exchange(self) -> bool {
        matches!(self, Self::Merger | Self::Liquidation)
    }

    /// Whether it ends the asset: everybody must be able to be paid.
    pub const fn ends_asset(self) -> bool {
        matches!(self, Self::Merger | Self::Liquidation | Self::Delisting)
    }
}

impl TermsForm {
    /// Whether the multiplier moves.
    pub const fn moves_multiplier(self) -> bool {
        matches!(self, Self::Ratio | Self::Reinvestment)
    }

    /// Whether holders are paid by a snapshot of the record date.
    pub const fn is_distribution(self) -> bool {
        matches!(self, Self::Cash | Self::Choice | Self::Shares)
    }

    /// Whether holders give shares up for what they are paid, each at once.
    pub const fn is_exchange(self) -> bool {
        matches!(self, Self::Exchange | Self::FinalPrice)
    }

    /// Whether anything is paid on chain.
    pub const fn pays(self) -> bool {
        self.is_distribution() || self.is_exchange() || matches!(self, Self::Offer)
    }
}
