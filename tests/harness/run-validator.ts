/** `npm run validator`: a validator in the foreground, with both programs and a funded key, until Ctrl-C. */
import { join } from "node:path";
import { createSolanaRpc } from "@solana/kit";
import { readOrCreateKeypair } from "../../migrations/keypair.ts";
import { PROGRAMS, REPOSITORY } from "../../migrations/programs.ts";
import { airdrop } from "./airdrop.ts";
import { startValidator } from "./validator.ts";

const RPC_PORT = 8899;
const FUNDS = 1_000_000_000_000n;
const KEYPAIR = ".run/localnet-payer.json";

async function main(): Promise<void> {
  const stopped = new Promise<void>((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });
  const payer = await readOrCreateKeypair(join(REPOSITORY, KEYPAIR));
  const validator = await startValidator({ rpcPort: RPC_PORT, slotTime: 400, upgradeAuthority: payer.address });
  await airdrop(createSolanaRpc(validator.rpcUrl), payer.address, FUNDS);
  console.log(`${validator.description} is running`);
  console.log(`  RPC        ${validator.rpcUrl}`);
  console.log(`  WebSocket  ${validator.wsUrl}`);
  for (const { name, address } of PROGRAMS) {
    console.log(`  program    ${address}  ${name}`);
  }
  console.log(`  payer      ${payer.address}  1,000 SOL, upgrade authority, key in ${KEYPAIR}`);
  console.log("press Ctrl-C to stop");
  const keepAlive = setInterval(() => undefined, 60_000);
  await stopped;
  clearInterval(keepAlive);
  await validator.stop();
}

main().catch((error: unknown) => {
  console.error(`validator: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
