//! What the programs tell: every event, by its own type.
//!
//! An event is an instruction that a program gives itself, so that no log can be cut off before it: among the inner
//! instructions of a transaction, one of the program whose data begins with a tag and the event's discriminator. Only
//! the program can give itself such an instruction.

use anchor_lang::event::EVENT_IX_TAG_LE;
use anchor_lang::prelude::Pubkey;
use anchor_lang::{AnchorDeserialize, Discriminator};
use scrip_issuer::events as issuer;
use scrip_transfer_hook::events as hook;

macro_rules! events {
    ($($program:ident ($id:expr): $($name:ident),+;)+) => {
        /// An event of either program.
        // An event is read, looked at and let go: none is kept in large numbers.
        #[allow(clippy::large_enum_variant)]
        pub enum ScripEvent {
            $($(#[doc = concat!("[`", stringify!($program), "::", stringify!($name), "`]")]
            $name($program::$name),)+)+
        }

        impl ScripEvent {
            /// The names of all events.
            pub const NAMES: &'static [&'static str] = &[$($(stringify!($name)),+),+];

            /// Its name.
            ///
            /// ```
            /// use scrip_client::events::ScripEvent;
            /// assert!(ScripEvent::NAMES.contains(&"SharesMinted"));
            /// # fn shown(event: &ScripEvent) {
            /// println!("{}", event.name());
            /// # }
            /// ```
            #[must_use]
            pub const fn name(&self) -> &'static str {
                match self { $($(Self::$name(_) => stringify!($name),)+)+ }
            }

            /// Reads an event's own bytes: discriminator and fields. `None` if `program` has no such event, or the
            /// bytes are not one.
            ///
            /// ```
            /// use scrip_client::events::ScripEvent;
            /// assert!(ScripEvent::read(&scrip_issuer::ID, &[0; 40]).is_none());
            /// ```
            #[must_use]
            pub fn read(program: &Pubkey, bytes: &[u8]) -> Option<Self> {
                $(if *program == $id {
                    $(if let Some(fields) = bytes.strip_prefix($program::$name::DISCRIMINATOR) {
                        return $program::$name::try_from_slice(fields).ok().map(Self::$name);
                    })+
                })+
                None
            }
        }
    };
}

impl core::fmt::Debug for ScripEvent {
    /// Its name: the programs' events have no text of their own.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self.name())
    }
}

/// Reads the event that an inner instruction of `program` with this data tells. `None` for all other instructions.
///
/// ```
/// use scrip_client::events::read_instruction;
/// assert!(read_instruction(&scrip_issuer::ID, &[1, 2, 3]).is_none());
/// ```
#[must_use]
pub fn read_instruction(program: &Pubkey, data: &[u8]) -> Option<ScripEvent> {
    ScripEvent::read(program, data.strip_prefix(EVENT_IX_TAG_LE)?)
}

events! {
    issuer (scrip_issuer::ID):
        AccountMigrated, ActionAmended, ActionAnnounced, ActionApproved, ActionCancelled, ActionScheduled,
        ActionSettled, AdminAccepted, AssetCreated, AssetPaused, AssetStatusChanged, AssetUnpaused,
        BatchMinted, BlackoutChanged, ChangeApproved, ChangeCancelled, ChangeProposed, Claimed,
        CustodianAdded, Elected, ElectionWithdrawn, IssuerCreated, MetadataUpdated,
        MintProposalWithdrawn, MintProposed, MinterAdded, PaymentMintAdded, PayoutApproved,
        PayoutFunded, PayoutOpened, PayoutSwept, PayoutWithdrawn, RedemptionRequested,
        RedemptionReturned, RedemptionSettled, ReserveShortfall, ReservesAttested, RoleGranted,
        RoleRevoked, SettingChanged, SharesExchanged, SharesMinted, SharesPurchased, SharesRedeemed,
        SharesTendered, SubscriptionFilled, SubscriptionOpened, SubscriptionReturned, TenderSettled,
        TenderWithdrawn, TradingHalted, TradingResumed;
    hook (scrip_transfer_hook::ID):
        AttestationImported, BlackoutSet, CredentialDistrusted, CredentialTrusted,
        ExtraMetasUpdated, HolderClosed, HolderOnboarded, HolderStatusChanged, HolderUpdated,
        PolicyCreated, PolicyHalted, PolicyResumed, PolicyUpdated, RegistrarGranted,
        RegistrarRevoked, RegistryAuthorityAccepted, RegistryAuthorityProposed, RegistryCreated,
        RevocationImported, VenueProgramApproved, VenueProgramRevoked, VenueRegistered;
}
