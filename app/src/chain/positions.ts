/**
 * What a wallet holds of the issuer's shares. All its accounts of Token-2022 are asked for at once: one call, however
 * many shares the issuer has, which also finds accounts that are not where wallets look for them by default.
 */
import { TOKEN_2022, shareAccount } from "@scrip/client";
import { type Address, getBase64Encoder } from "@solana/kit";
import { AccountState, getTokenDecoder } from "@solana-program/token-2022";
import { type Reading, derive, useReading } from "./reading.ts";
import type { Node } from "./rpc.ts";
import { type Share, useShares } from "./share.ts";
import { together } from "./together.ts";

interface Held {
  readonly account: Address;
  readonly mint: Address;
  readonly raw: bigint;
  readonly frozen: boolean;
  /** Whether it is the one that wallets open by default: only from there shares are redeemed or tendered. */
  readonly usual: boolean;
  /** Bytes, for which rent is locked. */
  readonly space: bigint;
}

/** One token account of the wallet. */
export interface Position extends Held {
  readonly share: Share;
  readonly owner: Address;
}

/** By symbol, and of one share the usual account first. Loading while the wallet is not known. */
export function usePositions(owner: Address | undefined): Reading<readonly Position[]> {
  const held = useReading(["held", owner], (node) => readHeld(node, owner), { enabled: owner !== undefined });
  return derive(together(useShares(), held), ([shares, all]) =>
    shares.flatMap((share) =>
      all
        .filter(({ mint }) => mint === share.mint)
        .sort((one, other) => Number(other.usual) - Number(one.usual))
        .map((found) => ({ ...found, share, owner: owner as Address })),
    ),
  );
}

async function readHeld(node: Node, owner: Address | undefined) {
  if (!owner) {
    throw new Error("no wallet is connected");
  }
  const { value, context } = await node
    .getTokenAccountsByOwner(owner, { programId: TOKEN_2022 }, { commitment: "confirmed", encoding: "base64" })
    .send();
  const held = await Promise.all(
    value.map(async ({ pubkey, account }): Promise<Held> => {
      const bytes = getBase64Encoder().encode(account.data[0]);
      const { mint, amount, state } = getTokenDecoder().decode(bytes);
      const usual = (await shareAccount(owner, mint)) === pubkey;
      return { account: pubkey, mint, raw: amount, frozen: state === AccountState.Frozen, usual, space: BigInt(bytes.length) };
    }),
  );
  return { slot: context.slot, value: held };
}
