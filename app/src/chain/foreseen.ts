/** What the node says would become of instructions if the connected wallet signed them now. Nothing is signed or sent. */
import { type Failure, foresee } from "@scrip/client";
import { type Instruction, type TransactionSigner, createNoopSigner } from "@solana/kit";
import { useWallet } from "../wallet/context.tsx";
import { type Reading, useReading } from "./reading.ts";

export interface ToForesee {
  /** Says all that the instructions depend on. */
  readonly key: string;
  readonly instructions: (signer: TransactionSigner) => Promise<readonly Instruction[]>;
}

/** Why each would be refused, by its key; one that is there without a reason would be done. */
export type Foreseen = ReadonlyMap<string, Failure | undefined>;

/** Loading while there is nothing to ask. */
export function useForeseen(acts: readonly ToForesee[]): Reading<Foreseen> {
  const address = useWallet().connected?.address;
  return useReading(
    ["foreseen", address, ...acts.map(({ key }) => key)],
    async (node) => {
      if (!address) {
        throw new Error("no wallet is connected");
      }
      const slot = await node.getSlot({ commitment: "confirmed" }).send();
      const signer = createNoopSigner(address);
      const asked = acts.map(async ({ key, instructions }) => [key, await foresee(node, address, await instructions(signer))] as const);
      return { slot, value: new Map(await Promise.all(asked)) };
    },
    { enabled: address !== undefined && acts.length > 0 },
  );
}
