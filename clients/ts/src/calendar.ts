/**
 * The corporate actions of a share, by one RPC call: what is announced and pending, and what was.
 *
 * Nothing that a node says is believed: every account must lie at its own address, and none may be missing between
 * the others. Whether the last is missing shows against the share's own count: see `multiplierAt`.
 */
import {
  type Account,
  type Address,
  type Base58EncodedBytes,
  type Rpc,
  type SolanaRpcApi,
  containsBytes,
  getAddressEncoder,
  getBase58Decoder,
  getBase64Encoder,
  getProgramDerivedAddress,
  getU32Encoder,
  lamports,
} from "@solana/kit";
import { ActionState } from "./action-vocabulary.ts";
import { CORPORATE_ACTION_DISCRIMINATOR, type CorporateAction, decodeCorporateAction } from "./generated/issuer/accounts/index.ts";
import { SCRIP_ISSUER_PROGRAM_ADDRESS } from "./generated/issuer/index.ts";

/** All corporate actions of a share that were ever announced, by their sequence. */
export type Calendar = readonly Account<CorporateAction>[];

/**
 * Accounts that are not the calendar of the share.
 *
 * @example
 * ```ts
 * try {
 *   multiplierAt(asset, calendar, now);
 * } catch (error) {
 *   if (error instanceof CalendarError) {
 *     console.log("an action came in between: fetch the asset and the calendar again");
 *   }
 * }
 * ```
 */
export class CalendarError extends Error {
  override readonly name = "CalendarError";
}

/** An account as a node returns it. */
export interface FoundAccount {
  readonly address: Address;
  readonly data: Uint8Array;
}

/** The layout that this client reads. */
const VERSION = 2;
/** Where the asset's address lies in an action's data. */
const ASSET_OFFSET = 12n;

/**
 * The address of an action. Its sequence comes from an account, so the IDL cannot say how it is derived.
 *
 * @example
 * ```ts
 * const first = await findCorporateAction(share.asset, 0);
 * ```
 */
export async function findCorporateAction(asset: Address, sequence: number): Promise<Address> {
  const [address] = await getProgramDerivedAddress({
    programAddress: SCRIP_ISSUER_PROGRAM_ADDRESS,
    seeds: ["action", getAddressEncoder().encode(asset), getU32Encoder().encode(sequence)],
  });
  return address;
}

/**
 * Reads all actions of an asset, in one call.
 *
 * @example
 * ```ts
 * const calendar = await fetchCalendar(rpc, share.asset);
 * for (const { data } of toCome(calendar, now)) {
 *   console.log(data.kind === ActionKind.SPLF ? "split" : data.kind, "at", data.dates.effectiveAt);
 * }
 * ```
 */
export async function fetchCalendar(rpc: Rpc<SolanaRpcApi>, asset: Address): Promise<Calendar> {
  const base58 = (bytes: Uint8Array) => getBase58Decoder().decode(bytes) as string as Base58EncodedBytes;
  const found = await rpc
    .getProgramAccounts(SCRIP_ISSUER_PROGRAM_ADDRESS, {
      commitment: "confirmed",
      encoding: "base64",
      filters: [
        { memcmp: { offset: 0n, bytes: base58(new Uint8Array(CORPORATE_ACTION_DISCRIMINATOR)), encoding: "base58" } },
        { memcmp: { offset: ASSET_OFFSET, bytes: asset as string as Base58EncodedBytes, encoding: "base58" } },
      ],
    })
    .send();
  const bytes = ([text]: readonly [string, string]) => new Uint8Array(getBase64Encoder().encode(text));
  return readCalendar(asset, found.map(({ pubkey, account }) => ({ address: pubkey, data: bytes(account.data) })));
}

/**
 * Reads accounts that were found by any means, in any order.
 *
 * @throws CalendarError if one is no action of this asset at its own address, or one is missing between the others.
 *
 * @example
 * ```ts
 * // From bytes that were fetched by other means, for example from an indexer.
 * const data = new Uint8Array();
 * const calendar = await readCalendar(share.asset, [{ address: action.address, data }]);
 * ```
 */
export async function readCalendar(asset: Address, found: readonly FoundAccount[]): Promise<Calendar> {
  const calendar = await Promise.all(found.map((account) => readAction(asset, account)));
  calendar.sort((one, other) => one.data.sequence - other.data.sequence);
  calendar.forEach(({ data }, expected) => {
    if (data.sequence !== expected) {
      throw new CalendarError(`action ${expected} of ${asset} is missing or there twice: the next one found is ${data.sequence}`);
    }
  });
  return calendar;
}

async function readAction(asset: Address, { address, data }: FoundAccount): Promise<Account<CorporateAction>> {
  const action = decode(address, data);
  if (action.data.asset !== asset) {
    throw new CalendarError(`${address} is an action of ${action.data.asset}, not of ${asset}`);
  }
  if ((await findCorporateAction(asset, action.data.sequence)) !== address) {
    throw new CalendarError(`${address} is not where action ${action.data.sequence} of ${asset} lies`);
  }
  return action;
}

function decode(address: Address, data: Uint8Array): Account<CorporateAction> {
  if (!containsBytes(data, CORPORATE_ACTION_DISCRIMINATOR, 0) || data[CORPORATE_ACTION_DISCRIMINATOR.length] !== VERSION) {
    throw new CalendarError(`${address} is not a corporate action of layout ${VERSION}`);
  }
  const kept = { lamports: lamports(0n), programAddress: SCRIP_ISSUER_PROGRAM_ADDRESS, space: BigInt(data.length) };
  return decodeCorporateAction({ address, data, executable: false, ...kept });
}

/**
 * Whether an action is in force at a time, unix seconds: nobody has to do anything for that.
 *
 * @example
 * ```ts
 * const past = calendar.filter(({ data }) => isInForce(data, now));
 * ```
 */
export function isInForce({ state, dates }: CorporateAction, now: bigint): boolean {
  return state === ActionState.Settled || (state === ActionState.Scheduled && now >= dates.effectiveAt);
}

/**
 * What is announced, and at `now` (unix seconds) neither in force nor cancelled, by the time of its effect.
 *
 * @example
 * ```ts
 * const next = toCome(calendar, now)[0]?.data.dates.effectiveAt;
 * ```
 */
export function toCome(calendar: Calendar, now: bigint): Calendar {
  return calendar
    .filter(({ data }) => data.state !== ActionState.Cancelled && !isInForce(data, now))
    .sort((one, other) => Number(one.data.dates.effectiveAt - other.data.dates.effectiveAt));
}
