/** What the issuer's register says of a wallet. */
import { issuer, transferHook } from "@scrip/client";
import type { Account, Address } from "@solana/kit";
import { useConsole } from "../context.ts";
import { accountsAt } from "./accounts.ts";
import { type Reading, useReading } from "./reading.ts";

export interface HolderRecord {
  readonly wallet: Address;
  /** Where the record is, or would be. */
  readonly address: Address;
  readonly registry: Address;
  /** `undefined`: the wallet is not on the register. */
  readonly record?: Account<transferHook.Holder>;
}

/** Loading while the wallet is not known. */
export function useRecord(wallet: Address | undefined): Reading<HolderRecord> {
  const { config } = useConsole();
  return useReading(
    ["record", config.issuer, wallet],
    async (node) => {
      if (!wallet) {
        throw new Error("no wallet is connected");
      }
      const { registry } = (await issuer.fetchIssuer(node, config.issuer, { commitment: "confirmed" })).data;
      const [address] = await transferHook.findHolderPda({ registry, wallet });
      const { slot, value } = await accountsAt(node, [address]);
      const [found] = value;
      return { slot, value: { wallet, address, registry, record: found && transferHook.decodeHolder(found) } };
    },
    { enabled: wallet !== undefined },
  );
}
