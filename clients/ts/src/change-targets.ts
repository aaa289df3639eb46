/** Which accounts a change of a setting is about: those that its kind needs, and no others. */
import type { Address } from "@solana/kit";
import { findAssetPda, findCustodianPda, findMinterPda, findPaymentListingPda } from "./generated/issuer/pdas/index.ts";
import type { ChangeArgs } from "./generated/issuer/types/index.ts";
import { SCRIP_TRANSFER_HOOK_PROGRAM_ADDRESS } from "./generated/transferHook/index.ts";
import { findEventAuthorityPda, findPolicyPda } from "./generated/transferHook/pdas/index.ts";
import { TOKEN_2022 } from "./tokens.ts";

export interface ChangeTargets {
  readonly issuer: Address;
  readonly asset?: Address;
  readonly minter?: Address;
  readonly custodian?: Address;
  readonly paymentListing?: Address;
  readonly policy?: Address;
  readonly hookEventAuthority?: Address;
  readonly hookProgram?: Address;
  readonly mint?: Address;
  readonly tokenProgram?: Address;
}

/**
 * @throws TypeError for a change that is about a share, when no mint says which.
 *
 * @example
 * ```ts
 * const change = { __kind: "PolicyTerms", terms: policyTerms() } as const;
 * const { policy } = await changeTargets({ issuer: share.issuer, mint }, change);
 * ```
 */
export async function changeTargets(
  { issuer, mint }: { readonly issuer: Address; readonly mint?: Address },
  change: ChangeArgs,
): Promise<ChangeTargets> {
  switch (change.__kind) {
    case "Admin":
    case "Treasury":
    case "Timelock":
    case "FourEyes":
      return { issuer };
    case "Custodian": {
      const [custodian] = await findCustodianPda({ issuer, key: change.key });
      return { issuer, custodian };
    }
    default:
      if (!mint) {
        throw new TypeError(`a change of ${change.__kind} is about a share: say which by its mint`);
      }
      return { issuer, ...(await shareTargets(mint, change)) };
  }
}

async function shareTargets(mint: Address, change: ChangeArgs): Promise<Omit<ChangeTargets, "issuer">> {
  const [asset] = await findAssetPda({ mint });
  switch (change.__kind) {
    case "Minter": {
      const [minter] = await findMinterPda({ asset, member: change.member });
      return { asset, minter };
    }
    case "PaymentMint": {
      const [paymentListing] = await findPaymentListingPda({ asset, paymentMint: change.mint });
      return { asset, paymentListing };
    }
    case "PolicyTerms": {
      const [policy] = await findPolicyPda({ mint });
      const [hookEventAuthority] = await findEventAuthorityPda();
      return { asset, policy, hookEventAuthority, hookProgram: SCRIP_TRANSFER_HOOK_PROGRAM_ADDRESS };
    }
    case "HookProgram":
      return { asset, mint, tokenProgram: TOKEN_2022 };
    default:
      return { asset };
  }
}
