/**
 * 0003: every account of the issuer program has the layout that the program reads.
 *
 * Anybody may have an account converted, and what it becomes follows from what it is: so all of them are, whichever
 * issuer they belong to.
 */
import { issuer, sendAndConfirm } from "@scrip/client";
import { type Address, type Base58EncodedBytes, type ReadonlyUint8Array, getBase58Decoder } from "@solana/kit";
import type { Context, Step, Task } from "../step.ts";

interface Layout {
  readonly name: string;
  readonly discriminator: ReadonlyUint8Array;
  /** The version that is no longer read. */
  readonly from: number;
  /** Bytes of an account of today. */
  readonly size: number;
}

/** After the discriminator. */
const VERSION_OFFSET = 8n;

/** Every conversion that the program knows. */
const LAYOUTS: readonly Layout[] = [
  { name: "asset", discriminator: issuer.ASSET_DISCRIMINATOR, from: 1, size: 252 },
  { name: "corporate action", discriminator: issuer.CORPORATE_ACTION_DISCRIMINATOR, from: 1, size: 393 },
];

export const accountLayoutsStep: Step = {
  id: "0003-account-layouts",
  look: async (context) => (await Promise.all(LAYOUTS.map((layout) => conversions(context, layout)))).flat(),
};

async function conversions(context: Context, layout: Layout): Promise<readonly Task[]> {
  const begins = (offset: bigint, bytes: ReadonlyUint8Array) => ({
    memcmp: { offset, bytes: getBase58Decoder().decode(bytes) as Base58EncodedBytes, encoding: "base58" as const },
  });
  const accounts = await context.rpc
    .getProgramAccounts(issuer.SCRIP_ISSUER_PROGRAM_ADDRESS, {
      commitment: "confirmed",
      encoding: "base64",
      // What it holds is the program's business.
      dataSlice: { offset: 0, length: 0 },
      filters: [begins(0n, layout.discriminator), begins(VERSION_OFFSET, new Uint8Array([layout.from]))],
    })
    .send();
  if (accounts.length === 0) {
    return [];
  }
  const rent = await context.rpc.getMinimumBalanceForRentExemption(BigInt(layout.size)).send();
  return accounts.map(({ pubkey, account }) => {
    const missing = rent > account.lamports ? rent - account.lamports : 0n;
    return conversion(context, layout, pubkey, missing);
  });
}

function conversion({ rpc, authority }: Context, { name, from }: Layout, account: Address, lamports: bigint): Task {
  return {
    what: `convert ${name} ${account} from version ${from}`,
    lamports,
    apply: async () => {
      const convert = await issuer.getMigrateAccountInstructionAsync({ payer: authority, account });
      return [(await sendAndConfirm(rpc, authority, [convert])).signature];
    },
  };
}
