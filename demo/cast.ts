/** Who plays: the shares, the people who hold them, their custodian, and the cash. */
import { FourEyes } from "@scrip/client";
import { type KeyPairSigner, generateKeyPairSigner } from "@solana/kit";
import { type Cash, DOLLAR, TOKEN, fund, newCash } from "../tests/harness/cash.ts";
import { approveCustodian } from "../tests/harness/custody.ts";
import { change } from "../tests/harness/governance.ts";
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
  /** Holds the shares that the tokens stand for. */
  readonly custodian: KeyPairSigner;
  /** Pays for redemptions. */
  readonly payingAgent: KeyPairSigner;
  /** Dollars, as a token. */
  readonly cash: Cash;
}

/** What Bob and the paying agent begin with. */
const FUNDS = 100_000n * DOLLAR;

export async function assemble(stage: Stage, market: Market): Promise<Cast> {
  // The keys can be handed to a console.
  const newKey = () => generateKeyPairSigner(true);
  const [alice, bob, stranger] = await Promise.all([newKey(), newKey(), newKey()]);
  const [custodian, payingAgent] = await Promise.all([newKey(), newKey()]);
  const residents = [
    ["Alice, who lives in Switzerland", alice, SWITZERLAND],
    ["Bob, who lives in Singapore", bob, SINGAPORE],
  ] as const;
  for (const [who, wallet, jurisdiction] of residents) {
    const onboarding = onboard(market, wallet.address, { jurisdiction });
    await stage.does("registrar", "onboard_holder", `puts ${who}, on the register`, onboarding);
  }
  const checking = change(market, { __kind: "FourEyes", bits: FourEyes.Actions });
  await stage.does("admin", "change_setting", "has every corporate action approved by a checker", checking);
  const approving = approveCustodian(market, custodian.address);
  await stage.does("admin", "add_custodian, change_setting", "approves of a custodian, whose attestations count from now on", approving);
  const cash = await newCash(market, TOKEN);
  await Promise.all([bob, payingAgent].map(({ address }) => fund(market, cash, address, FUNDS)));
  return { alice, bob, stranger, custodian, payingAgent, cash };
}
