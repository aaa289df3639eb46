/** SOL for test keys. */
import { type Address, type Rpc, type SolanaRpcApi, type SolanaRpcApiTestnet, lamports } from "@solana/kit";

const TIMEOUT = 30_000;

/** Asks the validator's faucet and waits for the money. */
export async function airdrop(rpc: Rpc<SolanaRpcApi>, recipient: Address, amount: bigint): Promise<void> {
  const faucet = rpc as Rpc<SolanaRpcApiTestnet>;
  const balance = async () => (await rpc.getBalance(recipient, { commitment: "confirmed" }).send()).value;
  const expected = (await balance()) + amount;
  await faucet.requestAirdrop(recipient, lamports(amount), { commitment: "confirmed" }).send();
  const deadline = Date.now() + TIMEOUT;
  while ((await balance()) < expected) {
    if (Date.now() > deadline) {
      throw new Error(`${recipient} did not receive ${amount} lamports from the faucet within ${TIMEOUT} ms`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
