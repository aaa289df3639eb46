/** Minting to several holders at once: all of them, or none. */
import { type Address, type Instruction, AccountRole } from "@solana/kit";
import { getMintBatchInstructionAsync } from "./generated/issuer/instructions/index.ts";
import { findHolderPda } from "./generated/transferHook/pdas/index.ts";
import { type Issuance, issueAccounts, withAccounts } from "./issuance.ts";
import { custodyAccounts } from "./reserves.ts";
import { shareAccount } from "./tokens.ts";

export interface BatchRecipient {
  /** The wallet; its associated token account must be open. */
  readonly wallet: Address;
  /** Raw units. */
  readonly amount: bigint;
}

export interface MintToHolders extends Issuance {
  /**
   * With a lookup table 25 fit, and one custodian: a transaction's limit of 64 accounts is reached first. They take
   * about 8,500 compute units each.
   */
  readonly recipients: readonly BatchRecipient[];
}

/**
 * @example
 * ```ts
 * const recipients = [
 *   { wallet: alice, amount: 500_000_000n },
 *   { wallet: bob, amount: 250_000_000n },
 * ];
 * const instruction = await mintBatch({ share, actor: maker, reference, recipients });
 * ```
 */
export async function mintBatch({ recipients, ...issuance }: MintToHolders): Promise<Instruction> {
  const { actor, share, reference } = issuance;
  const pairs = await Promise.all(
    recipients.map(async ({ wallet }) => {
      const [holder] = await findHolderPda({ registry: share.registry, wallet });
      const destination = await shareAccount(wallet, share.mint);
      return [
        { address: holder, role: AccountRole.READONLY },
        { address: destination, role: AccountRole.WRITABLE },
      ];
    }),
  );
  const instruction = await getMintBatchInstructionAsync({
    actor,
    ...(await issueAccounts(issuance, actor.address)),
    amounts: recipients.map(({ amount }) => amount),
    reference,
  });
  return withAccounts(instruction, [...pairs.flat(), ...(await custodyAccounts(share, issuance.custodians))]);
}
