/** What custodians attest of a share: the sum of their latest counts, and the program's own word on it. */
import { ReserveMode, changesInForce, issuer, reserveStatus } from "@scrip/client";
import type { Account, Address } from "@solana/kit";
import { useConsole } from "../context.ts";
import { useWallet } from "../wallet/context.tsx";
import { type Reading, useReading } from "./reading.ts";
import type { Node } from "./rpc.ts";
import type { Share } from "./share.ts";

export type Attestation = Account<issuer.ReserveAttestation>;

export interface Attested {
  /** Those that count shares as shares are now. */
  readonly comparable: readonly Attestation[];
  /** Those from before the last change of the multiplier: their shares are others than today's. */
  readonly outdated: readonly Attestation[];
  /** Base units of shares, of the comparable ones. */
  readonly shares: bigint;
  /** When the oldest of the comparable ones was counted, unix seconds. */
  readonly asOf?: bigint;
}

export function attestedOf({ asset, attestations }: Pick<Share, "asset" | "attestations">, now: bigint): Attested {
  const changes = changesInForce(asset.data, now);
  const comparable = attestations.filter(({ data }) => data.actionsSeen === changes);
  const outdated = attestations.filter(({ data }) => data.actionsSeen !== changes);
  const shares = comparable.reduce((sum, { data }) => sum + data.shares, 0n);
  const asOf = comparable.reduce<bigint | undefined>((oldest, { data }) => (oldest !== undefined && oldest < data.asOf ? oldest : data.asOf), undefined);
  return { comparable, outdated, shares, asOf };
}

/** Whether a count is older than the asset's rule accepts. Without a rule nothing is too old. */
export function isTooOld({ reserveMode, reserveMaxAge }: Pick<issuer.Asset, "reserveMode" | "reserveMaxAge">, asOf: bigint, now: bigint): boolean {
  return reserveMode !== ReserveMode.Off && now - asOf > BigInt(reserveMaxAge);
}

/** Supply against reserves as the program itself judges them, by simulation. */
export function useReserveStatus(share: Share | undefined): Reading<issuer.ReserveStatus> {
  const { config } = useConsole();
  const connected = useWallet().connected?.address;
  const custodians = share?.attestations.map(({ data }) => data.custodian) ?? [];
  return useReading(
    ["reserve-status", share?.mint, connected, custodians.join()],
    async (node) => {
      if (!share) {
        throw new Error("no share is chosen");
      }
      const slot = await node.getSlot({ commitment: "confirmed" }).send();
      // Any that has money: a connected wallet may have none, so it is not asked first.
      const payer = config.reader ?? connected ?? (await adminOf(node, config.issuer));
      const addresses = { issuer: config.issuer, asset: share.asset.address, mint: share.mint };
      return { slot, value: await reserveStatus(node, payer, addresses, custodians) };
    },
    { enabled: share !== undefined },
  );
}

async function adminOf(node: Node, address: Address): Promise<Address> {
  return (await issuer.fetchIssuer(node, address, { commitment: "confirmed" })).data.admin;
}
