/** Who plays: the shares, and the people who hold them. */
import { type KeyPairSigner, generateKeyPairSigner } from "@solana/kit";
import { type Market, SINGAPORE, SWITZERLAND } from "../tests/harness/market.ts";
import { onboard } from "../tests/harness/register.ts";
import type { Stage } from "./stage.ts";

/** Names and ISINs of the shares that the custodian holds; the symbols are those of the tokens on mainnet. */
export const SHARES = {
  CRWDx: { name: "CrowdStrike xStock", isin: "US22788C1053" },
  AAPLx: { name: "Apple xStock", isin: "US0378331005" },
  NVDAx: { name: "NVIDIA xStock", isin: "US67066G1040" },
} as const;

export type SharesSymbol = keyof typeof SHARES;

export interface Cast {
  /** Lives in Switzerland. */
  readonly alice: KeyPairSigner;
  /** Lives in Singapore. */
  readonly bob: KeyPairSigner;
  /** Nobody has checked who this is. */
  readonly stranger: KeyPairSigner;
}

export async function assemble(stage: Stage, market: Market): Promise<Cast> {
  const [alice, bob, stranger] = await Promise.all([
    generateKeyPairSigner(),
    generateKeyPairSigner(),
    generateKeyPairSigner(),
  ]);
  const residents = [
    ["Alice, who lives in Switzerland", alice, SWITZERLAND],
    ["Bob, who lives in Singapore", bob, SINGAPORE],
  ] as const;
  for (const [who, wallet, jurisdiction] of residents) {
    const onboarding = onboard(market, wallet.address, { jurisdiction });
    await stage.does("registrar", "onboard_holder", `puts ${who}, on the register`, onboarding);
  }
  return { alice, bob, stranger };
}
