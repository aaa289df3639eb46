/**
 * What to do about refusals whose sentence only says what is wrong. The Rust client says the same: a test of
 * `scrip-client` holds the page of refusals against `reasons::what_to_do`.
 */
const THROUGH_TOKEN_2022 = "transfer through Token-2022 instead of calling the hook";
const ACCOUNT_OF_THIS_SHARE = "name the account of this share";
const OTHER_PATH = "use a path that the policy has, or ask the issuer to open this one";
const RESOLVE_RECORDS = "resolve the records from the mint's validation account";
const REGISTRAR_DECIDES = "ask the issuer's registrar, who decides on it";
const COUNTRY = "ask a registrar if the country on record is out of date";
const CLASSES = "ask a registrar if the classes on record are out of date";

const REMEDIES: Readonly<Record<string, string>> = {
  PolicyOfOtherMint: "resolve the policy from the mint's validation account",
  SourceNotTokenAccount: "name the token account that holds the shares",
  SourceOfOtherMint: ACCOUNT_OF_THIS_SHARE,
  SourceNotTransferring: THROUGH_TOKEN_2022,
  DestinationNotTokenAccount: "open the recipient's token account first",
  DestinationOfOtherMint: ACCOUNT_OF_THIS_SHARE,
  DestinationNotTransferring: THROUGH_TOKEN_2022,
  WalletToWallet: OTHER_PATH,
  WalletToVenue: OTHER_PATH,
  VenueToWallet: OTHER_PATH,
  VenueToVenue: OTHER_PATH,
  SourceForged: RESOLVE_RECORDS,
  SourceOtherRegistry: RESOLVE_RECORDS,
  SourceOtherWallet: RESOLVE_RECORDS,
  SourceRevoked: REGISTRAR_DECIDES,
  SourceSanctioned: REGISTRAR_DECIDES,
  SourceJurisdiction: COUNTRY,
  SourceClassNotAdmitted: CLASSES,
  SourceClassRefused: CLASSES,
  DestinationForged: RESOLVE_RECORDS,
  DestinationOtherRegistry: RESOLVE_RECORDS,
  DestinationOtherWallet: RESOLVE_RECORDS,
  DestinationRevoked: REGISTRAR_DECIDES,
  DestinationSanctioned: REGISTRAR_DECIDES,
  DestinationJurisdiction: COUNTRY,
  DestinationClassNotAdmitted: CLASSES,
  DestinationClassRefused: CLASSES,
  DestinationOverMaxBalance: "send less, so that the recipient stays below the limit",
};

/**
 * What to do about a refusal whose own sentence does not say it.
 *
 * @param name the refusal's, e.g. `SourceJurisdiction`
 *
 * @example
 * ```ts
 * remedyOf("WalletToVenue"); // "use a path that the policy has, or ask the issuer to open this one"
 * ```
 */
export function remedyOf(name: string): string | undefined {
  return REMEDIES[name];
}
