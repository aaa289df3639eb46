/** What Token-2022 hands to the transfer hook when the issuer program moves shares: accounts after its own. */
import { type AccountMeta, AccountRole, type Address } from "@solana/kit";
import { SCRIP_TRANSFER_HOOK_PROGRAM_ADDRESS } from "./generated/transferHook/index.ts";
import { findExtraAccountMetasPda, findHolderPda } from "./generated/transferHook/pdas/index.ts";
import type { ShareAddresses } from "./share-addresses.ts";

/** For a movement of a share between two owners. The asset needs no record, only the address where it would be. */
export async function hookAccounts(
  { mint, policy, registry }: Pick<ShareAddresses, "mint" | "policy" | "registry">,
  from: Address,
  to: Address,
): Promise<readonly AccountMeta[]> {
  const [metas] = await findExtraAccountMetasPda({ mint });
  const [sender] = await findHolderPda({ registry, wallet: from });
  const [recipient] = await findHolderPda({ registry, wallet: to });
  const addresses = [metas, policy, sender, recipient, SCRIP_TRANSFER_HOOK_PROGRAM_ADDRESS];
  return addresses.map((address) => ({ address, role: AccountRole.READONLY }));
}
