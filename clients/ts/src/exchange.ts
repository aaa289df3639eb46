/** Giving shares up for what a merger, an exchange offer, a liquidation or a delisting brings. */
import { type Account, AccountRole, type AccountSignerMeta, type Address, type Instruction, type TransactionSigner } from "@solana/kit";
import type { Payout } from "./generated/issuer/accounts/index.ts";
import { getExchangeSharesInstructionAsync } from "./generated/issuer/instructions/index.ts";
import { findHolderPda } from "./generated/transferHook/pdas/index.ts";
import { hookAccounts } from "./hook-accounts.ts";
import { withAccounts } from "./issuance.ts";
import type { ShareAddresses } from "./share-addresses.ts";
import { type PaymentToken, TOKEN_2022, associatedToken, openAssociatedToken, shareAccount } from "./tokens.ts";

export interface SharesToExchange {
  readonly share: ShareAddresses;
  readonly action: Address;
  /** The holder, who signs; or the address of one, where the action takes shares also from who does nothing. */
  readonly owner: TransactionSigner | Address;
  /** Pays the rents of the owner's token accounts, as far as they are not open. */
  readonly payer: TransactionSigner;
  /** Raw units; without the owner's signature all that there are. */
  readonly amount: bigint;
  readonly cash?: { readonly payout: Account<Payout>; readonly token: PaymentToken };
  readonly shares?: { readonly payout: Account<Payout>; readonly share: ShareAddresses };
}

/**
 * Burns shares and pays for them, from and to the owner's associated token accounts, which are opened first.
 *
 * @example
 * ```ts
 * const cash = { payout, token: usdc };
 * const instructions = await exchangeShares({ share, action: action.address, owner: holder, payer, amount: 500_000_000n, cash });
 * ```
 */
export async function exchangeShares(exchange: SharesToExchange): Promise<readonly Instruction[]> {
  const { share, action, payer, amount, cash, shares } = exchange;
  const owner = typeof exchange.owner === "string" ? exchange.owner : exchange.owner.address;
  const [holder] = await findHolderPda({ registry: share.registry, wallet: owner });
  const instruction = await getExchangeSharesInstructionAsync({
    owner,
    mint: share.mint,
    policy: share.policy,
    holder,
    source: await shareAccount(owner, share.mint),
    action,
    ...(cash && (await cashSide(cash, owner))),
    ...(shares && (await shareSide(shares, owner))),
    amount,
  });
  const tokens = [cash?.token, shares && { mint: shares.share.mint, program: TOKEN_2022 }].filter((token) => token !== undefined);
  const hook = shares ? await hookAccounts(shares.share, shares.share.asset, owner) : [];
  const opening = await Promise.all(tokens.map((token) => openAssociatedToken(payer, owner, token)));
  return [...opening, signedBy(withAccounts(instruction, hook), exchange.owner)];
}

async function cashSide({ payout, token }: NonNullable<SharesToExchange["cash"]>, owner: Address) {
  return {
    cashPayout: payout.address,
    cashMint: token.mint,
    cashVault: payout.data.vault,
    cashDestination: await associatedToken(owner, token),
    cashTokenProgram: token.program,
  };
}

async function shareSide({ payout, share }: NonNullable<SharesToExchange["shares"]>, owner: Address) {
  return {
    sharePayout: payout.address,
    shareAsset: share.asset,
    sharePolicy: share.policy,
    shareMint: share.mint,
    shareVault: payout.data.vault,
    shareDestination: await shareAccount(owner, share.mint),
  };
}

/** The IDL has the owner as one who need not sign. */
function signedBy(instruction: Instruction, owner: TransactionSigner | Address): Instruction {
  if (typeof owner === "string") {
    return instruction;
  }
  const signer: AccountSignerMeta = { address: owner.address, role: AccountRole.READONLY_SIGNER, signer: owner };
  return { ...instruction, accounts: [signer, ...(instruction.accounts ?? []).slice(1)] };
}
