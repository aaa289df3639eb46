/**
 * Values that accounts and instructions carry, by the names that the programs give them. Numbers of which one is
 * chosen have a type of the same name; bits are joined with `|`.
 */
import { address } from "@solana/kit";

type ValueOf<T> = T[keyof T];

/** Bits of a role (`Role.permissions` of the issuer program). */
export const Permission = {
  Mint: 1,
  Redeem: 1 << 1,
  Pause: 1 << 2,
  Unpause: 1 << 3,
  Halt: 1 << 4,
  Resume: 1 << 5,
  CorporateActions: 1 << 6,
  Check: 1 << 7,
  Metadata: 1 << 8,
} as const;

/** Bits of an issuer's four eyes: what another member of staff must approve. */
export const FourEyes = { ReserveRule: 1, Loosening: 1 << 1, Actions: 1 << 2 } as const;

/** What a missing backing means: nothing, an event, or that nothing is minted. */
export const ReserveMode = { Off: 1, Warn: 2, Enforce: 3 } as const;
export type ReserveMode = ValueOf<typeof ReserveMode>;

/** What may still happen to an asset. */
export const AssetStatus = { Active: 1, WindingDown: 2, Closed: 3 } as const;
export type AssetStatus = ValueOf<typeof AssetStatus>;

/** Bits of a registrar's appointment: facts of wallets, their standing, and everything about venues. */
export const RegistrarPermission = { Onboard: 1, Suspend: 1 << 1, Venues: 1 << 2 } as const;

/** Standing of a record. */
export const HolderStatus = { Active: 1, Suspended: 2, Revoked: 3, Sanctioned: 4 } as const;
export type HolderStatus = ValueOf<typeof HolderStatus>;

/** Whom a record is about. */
export const HolderKind = { Wallet: 1, Venue: 2 } as const;
export type HolderKind = ValueOf<typeof HolderKind>;

/** Bits of a record's investor classes. */
export const InvestorClass = { UsPerson: 1, Retail: 1 << 1, Professional: 1 << 2, Qualified: 1 << 3 } as const;

/** Why trading is halted. */
export const HaltReason = { NewsPending: 1, Regulatory: 2, PrimaryMarket: 3, Operational: 4 } as const;
export type HaltReason = ValueOf<typeof HaltReason>;

/** Who needs a record to hold: both sides of a transfer, or only whom a registrar has something to say about. */
export const AdmissionMode = { Allowlist: 1, Open: 2 } as const;
export type AdmissionMode = ValueOf<typeof AdmissionMode>;

/** How a policy reads its list of countries. */
export const JurisdictionMode = { Allow: 1, Deny: 2 } as const;
export type JurisdictionMode = ValueOf<typeof JurisdictionMode>;

/** One side of a transfer: with a record of one of two kinds, or without any. */
export const Party = { Wallet: 0, Venue: 1, Unknown: 2 } as const;
export type Party = ValueOf<typeof Party>;

/** Bits of a policy's paths: from whom to whom the asset may move. Bit 3 × sender + recipient, by `Party`. */
export const Path = {
  WalletToWallet: 1,
  WalletToVenue: 1 << 1,
  WalletToUnknown: 1 << 2,
  VenueToWallet: 1 << 3,
  VenueToVenue: 1 << 4,
  VenueToUnknown: 1 << 5,
  UnknownToWallet: 1 << 6,
  UnknownToVenue: 1 << 7,
  UnknownToUnknown: 1 << 8,
} as const;
export type Path = ValueOf<typeof Path>;

/** Every path between parties on the register: as far as an allowlist can be opened. */
export const ALL_KNOWN_PATHS = Path.WalletToWallet | Path.WalletToVenue | Path.VenueToWallet | Path.VenueToVenue;
/** Every path. */
export const ALL_PATHS = (1 << 9) - 1;

/** Kinds of corporate action, by ISO 15022 event code. */
export const ActionKind = {
  /** Split. */
  SPLF: 1,
  /** Dividend in cash, paid out or reinvested for everybody. */
  DVCA: 2,
  /** Reverse split. */
  SPLR: 3,
  /** Bonus issue. */
  BONU: 4,
  /** Dividend in shares. */
  DVSE: 5,
  /** Interest. */
  INTR: 6,
  /** Dividend of which each holder chooses cash or shares. */
  DRIP: 7,
  /** Distribution of capital. */
  CAPD: 8,
  /** Spin-off: shares of another asset on top. */
  SOFF: 9,
  /** Merger: every share becomes shares of another asset, cash, or both. */
  MRGR: 10,
  /** Exchange offer: the same, for those who want it. */
  EXOF: 11,
  /** Tender offer, by anybody. */
  TEND: 12,
  /** Repurchase offer, by the company. */
  BIDS: 13,
  /** Change of name and symbol. */
  CHAN: 14,
  /** Liquidation: a final price for every share. */
  LIQU: 15,
  /** Delisting: a final price for those who do not want to wait. */
  DLST: 16,
} as const;
export type ActionKind = ValueOf<typeof ActionKind>;

/** What has become of a corporate action. That it is in force is not stored: the clock says so. */
export const ActionState = { Announced: 1, Approved: 2, Scheduled: 3, Settled: 4, Cancelled: 5 } as const;
export type ActionState = ValueOf<typeof ActionState>;

/** What a holder chooses of a dividend with a choice. */
export const Election = { Cash: 1, Reinvest: 2 } as const;
export type Election = ValueOf<typeof Election>;

/** Fixed-point units in a multiplier of one. */
export const MULTIPLIER_ONE = 10n ** 18n;

/** A limit that limits nothing. Also the amount that Token-2022 tells the hook of a confidential transfer. */
export const UNLIMITED = 2n ** 64n - 1n;

/** Zeros in the place of an address: nobody. To propose nobody as a registry's authority takes a proposal back. */
export const NO_ADDRESS = address("11111111111111111111111111111111");
