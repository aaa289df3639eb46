/**
 * An address lookup table, with which many accounts fit into one transaction.
 *
 * The instructions come from `@solana/web3.js`, which is here for the stories of ordinary wallets anyway.
 */
import type { Address, AddressesByLookupTableAddress } from "@solana/kit";
import { address } from "@solana/kit";
import { AddressLookupTableProgram, Keypair, PublicKey } from "@solana/web3.js";
import { airdrop } from "./airdrop.ts";
import type { Chain } from "./chain.ts";
import { sendLegacy } from "./legacy.ts";

/** As many addresses as an extension of the table fits into one transaction. */
const PER_EXTENSION = 25;
const FUNDS = 1_000_000_000n;

/** Makes a table of these addresses and waits until transactions can use it. */
export async function newLookupTable(chain: Chain, addresses: readonly Address[]): Promise<AddressesByLookupTableAddress> {
  const owner = Keypair.generate();
  await airdrop(chain.rpc, address(owner.publicKey.toBase58()), FUNDS);
  const [authority, payer] = [owner.publicKey, owner.publicKey];
  // A table's address is derived from a slot that the chain remembers, so a slot that is over.
  const recentSlot = (await chain.rpc.getSlot({ commitment: "finalized" }).send()) - 1n;
  const [create, lookupTable] = AddressLookupTableProgram.createLookupTable({ authority, payer, recentSlot });
  await sendLegacy(chain, [owner], [create]);
  for (let start = 0; start < addresses.length; start += PER_EXTENSION) {
    const keys = addresses.slice(start, start + PER_EXTENSION).map((key) => new PublicKey(key));
    await sendLegacy(chain, [owner], [AddressLookupTableProgram.extendLookupTable({ lookupTable, authority, payer, addresses: keys })]);
  }
  await nextSlot(chain);
  return { [address(lookupTable.toBase58())]: [...addresses] };
}

/** An address can be looked up from the slot after the one that it was written in. */
async function nextSlot({ rpc }: Chain): Promise<void> {
  const slot = await rpc.getSlot({ commitment: "confirmed" }).send();
  while ((await rpc.getSlot({ commitment: "confirmed" }).send()) <= slot) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
