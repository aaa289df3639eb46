/** Minting shares: who does it, and what every instruction that issues shares asks for. */
import type { AccountMeta, Address, Instruction, TransactionSigner } from "@solana/kit";
import { getMintSharesInstructionAsync } from "./generated/issuer/instructions/index.ts";
import { findMinterPda, findRolePda } from "./generated/issuer/pdas/index.ts";
import type { QuantityArgs } from "./generated/issuer/types/index.ts";
import { findHolderPda } from "./generated/transferHook/pdas/index.ts";
import { custodyAccounts } from "./reserves.ts";
import type { ShareAddresses } from "./share-addresses.ts";
import { shareAccount } from "./tokens.ts";

export interface Issuance {
  readonly share: ShareAddresses;
  /** A member of staff with the permission to mint and a minter account. */
  readonly actor: TransactionSigner;
  /** Another member, who may check: above the asset's four-eyes threshold. */
  readonly checker?: TransactionSigner;
  /** Keys of the custodians whose attestations are to be counted, where the asset looks at reserves. Any order. */
  readonly custodians?: readonly Address[];
  /** Case reference, 32 bytes. */
  readonly reference: Uint8Array;
}

export interface MintToHolder extends Issuance {
  /** The wallet; its associated token account must be open. */
  readonly recipient: Address;
  /** Raw units, or shares at a multiplier that the caller believes to be in force. */
  readonly quantity: QuantityArgs;
}

/**
 * Mints to the associated token account of a wallet.
 *
 * @example
 * ```ts
 * const quantity = { __kind: "Raw", amount: 500_000_000n } as const;
 * const instruction = await mintShares({ share, actor: maker, custodians: [custodian], reference, recipient: alice, quantity });
 * ```
 */
export async function mintShares({ recipient, quantity, ...issuance }: MintToHolder): Promise<Instruction> {
  const { actor, share, reference } = issuance;
  const [holder] = await findHolderPda({ registry: share.registry, wallet: recipient });
  const destination = await shareAccount(recipient, share.mint);
  const accounts = { actor, ...(await issueAccounts(issuance, actor.address)), holder, destination };
  const instruction = await getMintSharesInstructionAsync({ ...accounts, quantity, reference });
  return withAccounts(instruction, await custodyAccounts(share, issuance.custodians));
}

/**
 * The accounts that stand for who issues and what, when `member` is the one whose allowance is drawn on.
 *
 * @example
 * ```ts
 * const accounts = await issueAccounts({ share, checker }, maker.address);
 * ```
 */
export async function issueAccounts({ share, checker }: Pick<Issuance, "share" | "checker">, member: Address) {
  const { asset, mint, policy, issuer } = share;
  const [role] = await findRolePda({ issuer, member });
  const [minter] = await findMinterPda({ asset, member });
  const issue = { role, asset, minter, mint, policy };
  if (!checker) {
    return issue;
  }
  const [checkerRole] = await findRolePda({ issuer, member: checker.address });
  return { ...issue, checker, checkerRole };
}

/**
 * The instruction with further accounts after its own.
 *
 * @example
 * ```ts
 * const custody = await custodyAccounts(share, [custodian]);
 * const instruction = withAccounts(issuer.getReserveStatusInstruction(share), custody);
 * ```
 */
export function withAccounts<T extends Instruction>(instruction: T, further: readonly AccountMeta[]): Instruction {
  return { ...instruction, accounts: [...(instruction.accounts ?? []), ...further] };
}
