/**
 * Values that accounts and instructions carry, by the names that the programs give them. Numbers of which one is
 * chosen have a type of the same name; bits are joined with `|`.
 */
import { address } from "@solana/kit";

export type ValueOf<T> = T[keyof T];

/**
 * Bits of a role (`Role.permissions` of the issuer program).
 *
 * @example
 * ```ts
 * const permissions = Permission.Halt | Permission.Resume;
 * ```
 */
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

/**
 * Bits of an issuer's four eyes: what another member of staff must approve.
 *
 * @example
 * ```ts
 * const rules = FourEyes.ReserveRule | FourEyes.Loosening;
 * ```
 */
export const FourEyes = { ReserveRule: 1, Loosening: 1 << 1, Actions: 1 << 2 } as const;

/**
 * What a missing backing means: nothing, an event, or that nothing is minted.
 *
 * @example
 * ```ts
 * const strict: ReserveMode = ReserveMode.Enforce;
 * ```
 */
export const ReserveMode = { Off: 1, Warn: 2, Enforce: 3 } as const;
export type ReserveMode = ValueOf<typeof ReserveMode>;

/**
 * What may still happen to an asset.
 *
 * @example
 * ```ts
 * const ends = asset.status !== AssetStatus.Active;
 * ```
 */
export const AssetStatus = { Active: 1, WindingDown: 2, Closed: 3 } as const;
export type AssetStatus = ValueOf<typeof AssetStatus>;

/**
 * Bits of a registrar's appointment: facts of wallets, their standing, and everything about venues.
 *
 * @example
 * ```ts
 * const permissions = RegistrarPermission.Onboard | RegistrarPermission.Suspend;
 * ```
 */
export const RegistrarPermission = { Onboard: 1, Suspend: 1 << 1, Venues: 1 << 2 } as const;

/**
 * Standing of a record.
 *
 * @example
 * ```ts
 * const [record] = await transferHook.findHolderPda({ registry, wallet: alice });
 * const { data } = await transferHook.fetchHolder(rpc, record);
 * const inGoodStanding = data.status === HolderStatus.Active;
 * ```
 */
export const HolderStatus = { Active: 1, Suspended: 2, Revoked: 3, Sanctioned: 4 } as const;
export type HolderStatus = ValueOf<typeof HolderStatus>;

/**
 * Whom a record is about.
 *
 * @example
 * ```ts
 * const [record] = await transferHook.findHolderPda({ registry, wallet: alice });
 * const isVenue = (await transferHook.fetchHolder(rpc, record)).data.kind === HolderKind.Venue;
 * ```
 */
export const HolderKind = { Wallet: 1, Venue: 2 } as const;
export type HolderKind = ValueOf<typeof HolderKind>;

/**
 * Bits of a record's investor classes.
 *
 * @example
 * ```ts
 * const investorClasses = InvestorClass.Professional | InvestorClass.Qualified;
 * ```
 */
export const InvestorClass = { UsPerson: 1, Retail: 1 << 1, Professional: 1 << 2, Qualified: 1 << 3 } as const;

/**
 * Why trading is halted.
 *
 * @example
 * ```ts
 * const reason: HaltReason = HaltReason.NewsPending;
 * ```
 */
export const HaltReason = { NewsPending: 1, Regulatory: 2, PrimaryMarket: 3, Operational: 4 } as const;
export type HaltReason = ValueOf<typeof HaltReason>;

/**
 * Who needs a record to hold: both sides of a transfer, or only whom a registrar has something to say about.
 *
 * @example
 * ```ts
 * policyTerms({ admission: AdmissionMode.Open });
 * ```
 */
export const AdmissionMode = { Allowlist: 1, Open: 2 } as const;
export type AdmissionMode = ValueOf<typeof AdmissionMode>;

/**
 * How a policy reads its list of countries.
 *
 * @example
 * ```ts
 * const { data } = await transferHook.fetchPolicy(rpc, share.policy);
 * const isAllowList = data.jurisdictionMode === JurisdictionMode.Allow;
 * ```
 */
export const JurisdictionMode = { Allow: 1, Deny: 2 } as const;
export type JurisdictionMode = ValueOf<typeof JurisdictionMode>;

/**
 * One side of a transfer: with a record of one of two kinds, or without any.
 *
 * @example
 * ```ts
 * const bit = 1 << (3 * Party.Venue + Party.Wallet); // Path.VenueToWallet
 * ```
 */
export const Party = { Wallet: 0, Venue: 1, Unknown: 2 } as const;
export type Party = ValueOf<typeof Party>;

/**
 * Bits of a policy's paths: from whom to whom the asset may move. Bit 3 × sender + recipient, by `Party`.
 *
 * @example
 * ```ts
 * policyTerms({ paths: Path.WalletToVenue | Path.VenueToWallet }); // trading on venues alone
 * ```
 */
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

/**
 * Every path between parties on the register: as far as an allowlist can be opened.
 *
 * @example
 * ```ts
 * policyTerms({ paths: ALL_KNOWN_PATHS & ~Path.VenueToVenue });
 * ```
 */
export const ALL_KNOWN_PATHS = Path.WalletToWallet | Path.WalletToVenue | Path.VenueToWallet | Path.VenueToVenue;
/**
 * Every path.
 *
 * @example
 * ```ts
 * policyTerms({ admission: AdmissionMode.Open, paths: ALL_PATHS & ~Path.UnknownToUnknown });
 * ```
 */
export const ALL_PATHS = (1 << 9) - 1;

/**
 * Decimals of every mint of Scrip: a whole share has 10^8 base units.
 *
 * @example
 * ```ts
 * const text = formatDecimal(150_000_000n, SHARE_DECIMALS); // "1.5"
 * ```
 */
export const SHARE_DECIMALS = 8;

/**
 * Fixed-point units in a multiplier of one.
 *
 * @example
 * ```ts
 * const afterSplit = 4n * MULTIPLIER_ONE;
 * ```
 */
export const MULTIPLIER_ONE = 10n ** 18n;

/**
 * A limit that limits nothing. Also the amount that Token-2022 tells the hook of a confidential transfer.
 *
 * @example
 * ```ts
 * policyTerms({ maxBalance: UNLIMITED });
 * ```
 */
export const UNLIMITED = 2n ** 64n - 1n;

/**
 * Zeros in the place of an address: nobody. To propose nobody as a registry's authority takes a proposal back.
 *
 * @example
 * ```ts
 * const nobody = asset.issuer === NO_ADDRESS;
 * ```
 */
export const NO_ADDRESS = address("11111111111111111111111111111111");
