/** A share as the public sees it: the asset, its mint, its policy, and what custodians attest. */
import { type Account, type Address, type EncodedAccount, decodeAccount, isSome } from "@solana/kit";
import { type ShareAddresses, issuer, transferHook } from "@scrip/client";
import { type Mint, getMintDecoder } from "@solana-program/token-2022";
import { type AtSlot, type Reading, derive, useReading } from "./reading.ts";
import { accountsAt, accountsOf } from "./accounts.ts";
import { useConsole } from "../context.ts";
import type { Node } from "./rpc.ts";

export interface Share {
  readonly mint: Address;
  readonly name: string;
  readonly symbol: string;
  readonly uri: string;
  readonly asset: Account<issuer.Asset>;
  readonly policy: Account<transferHook.Policy>;
  /** Raw units. */
  readonly supply: bigint;
  /** The pause of Token-2022: nothing moves. */
  readonly paused: boolean;
  /** Of custodians whom the issuer approves now. */
  readonly attestations: readonly Account<issuer.ReserveAttestation>[];
}

/** Made once: to make a decoder takes several times as long as to decode with it, which shows at 1,500 shares. */
const MINT = getMintDecoder();
const ASSET = issuer.getAssetDecoder();
const POLICY = transferHook.getPolicyDecoder();
const ATTESTATION = issuer.getReserveAttestationDecoder();

/** Where an asset's and a custodian's issuer lies in their data. */
const ISSUER_OFFSET = 10;

/** All shares of the configured issuer, by symbol. */
export function useShares(): Reading<readonly Share[]> {
  const { config } = useConsole();
  return useReading(["shares", config.issuer], (node) => readShares(node, config.issuer));
}

/** One of them, `undefined` if the issuer has none of this mint. */
export function useShare(mint: string): Reading<Share | undefined> {
  return derive(useShares(), (shares) => shares.find((share) => share.mint === mint));
}

/** As the client's instructions want them. */
export function addressesOf({ mint, asset, policy }: Share): ShareAddresses {
  return { mint, asset: asset.address, policy: policy.address, issuer: asset.data.issuer, registry: policy.data.registry };
}

async function readShares(node: Node, issuerAddress: Address): Promise<AtSlot<readonly Share[]>> {
  const program = issuer.SCRIP_ISSUER_PROGRAM_ADDRESS;
  const ofIssuer = [{ offset: ISSUER_OFFSET, address: issuerAddress }];
  const [assets, custodians, attestations] = await Promise.all([
    accountsOf(node, program, issuer.ASSET_DISCRIMINATOR, (account: EncodedAccount) => decodeAccount(account, ASSET), ofIssuer),
    accountsOf(node, program, issuer.CUSTODIAN_DISCRIMINATOR, issuer.decodeCustodian, ofIssuer),
    accountsOf(node, program, issuer.RESERVE_ATTESTATION_DISCRIMINATOR, (account: EncodedAccount) => decodeAccount(account, ATTESTATION)),
  ]);
  const approved = new Set(custodians.value.filter(({ data }) => data.approved).map(({ data }) => data.key));
  const attested = new Map<Address, Account<issuer.ReserveAttestation>[]>(assets.value.map(({ address }) => [address, []]));
  for (const one of attestations.value) {
    if (approved.has(one.data.custodian)) {
      attested.get(one.data.asset)?.push(one);
    }
  }
  const further = await accountsAt(node, assets.value.flatMap(({ data }) => [data.mint, data.policy]));
  const shares = assets.value.flatMap((asset, index): Share[] => {
    const [mint, policy] = [further.value[index * 2], further.value[index * 2 + 1]];
    if (!mint || !policy) {
      return [];
    }
    const { data } = decodeAccount(mint, MINT);
    return [{ mint: mint.address, ...describe(data), asset, policy: decodeAccount(policy, POLICY), supply: data.supply, attestations: attested.get(asset.address) ?? [] }];
  });
  shares.sort((one, other) => one.symbol.localeCompare(other.symbol));
  const slot = assets.slot < further.slot ? assets.slot : further.slot;
  return { slot, value: shares };
}

function describe({ extensions }: Mint) {
  const found = { name: "Unnamed share", symbol: "—", uri: "", paused: false };
  for (const extension of isSome(extensions) ? extensions.value : []) {
    if (extension.__kind === "TokenMetadata") {
      const { name, symbol, uri } = extension;
      Object.assign(found, { name, symbol, uri });
    }
    if (extension.__kind === "PausableConfig") {
      found.paused = extension.paused;
    }
  }
  return found;
}
