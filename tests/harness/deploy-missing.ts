/** Puts programs on a validator that came without them or has other builds, through the real loader. */
import { join } from "node:path";
import { createSolanaRpc } from "@solana/kit";
import { execute } from "../../migrations/execute.ts";
import { readKeypair, readOrCreateKeypair } from "../../migrations/keypair.ts";
import { plan } from "../../migrations/plan.ts";
import { type Program, REPOSITORY } from "../../migrations/programs.ts";
import { airdrop } from "./airdrop.ts";

/** `SCRIP_KEYPAIR` names the key that pays and may upgrade; by default one is kept in `.run` and funded by airdrop. */
export async function deployMissing(rpcUrl: string, programs: readonly Program[]): Promise<void> {
  const rpc = createSolanaRpc(rpcUrl);
  await rpc.getHealth().send().catch(() => {
    throw new Error(`no validator answers at ${rpcUrl}`);
  });
  const keypair = process.env.SCRIP_KEYPAIR;
  const authority = keypair
    ? await readKeypair(keypair)
    : await readOrCreateKeypair(join(REPOSITORY, ".run/localnet-payer.json"));
  for (const program of programs) {
    const todo = await plan(rpc, program, authority.address);
    const { value: balance } = await rpc.getBalance(authority.address, { commitment: "confirmed" }).send();
    const shortfall = 2n * (todo.deposit + todo.rent) - balance;
    if (shortfall > 0n) {
      await airdrop(rpc, authority.address, shortfall);
    }
    await execute(rpc, authority, todo, () => undefined);
  }
}
