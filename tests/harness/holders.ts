/** Who holds a share now: every token account of its mint, by owner. */
import { type Address, type Base58EncodedBytes, getBase64Encoder } from "@solana/kit";
import { TOKEN_2022_PROGRAM_ADDRESS, getTokenDecoder } from "@solana-program/token-2022";
import type { Share } from "./share.ts";

/** Mints lie under the same program, and their first bytes are no mint's address. */
export async function holdersOf({ market, mint }: Share): Promise<ReadonlyMap<Address, bigint>> {
  const found = await market.chain.rpc
    .getProgramAccounts(TOKEN_2022_PROGRAM_ADDRESS, {
      commitment: "confirmed",
      encoding: "base64",
      filters: [{ memcmp: { offset: 0n, bytes: mint as string as Base58EncodedBytes, encoding: "base58" } }],
    })
    .send();
  const holders = new Map<Address, bigint>();
  for (const { account } of found) {
    const { owner, amount } = getTokenDecoder().decode(getBase64Encoder().encode(account.data[0]));
    if (amount > 0n) {
      holders.set(owner, (holders.get(owner) ?? 0n) + amount);
    }
  }
  return holders;
}
