/** The corporate actions of all shares of the issuer, by one question to the node. */
import { NO_ADDRESS, issuer } from "@scrip/client";
import type { Account, Address } from "@solana/kit";
import { decodeMint } from "@solana-program/token-2022";
import { accountsAt, accountsOf } from "./accounts.ts";
import { type Reading, derive, useReading } from "./reading.ts";
import { type Share, useShares } from "./share.ts";

export interface ShareAction {
  readonly share: Share;
  readonly action: Account<issuer.CorporateAction>;
  /** Of the token that it pays with, if it does. */
  readonly decimals?: number;
}

/** The layout that this page reads; older accounts are migrated before anything else is done with them. */
const VERSION = 2;

/** By the time of their effect. */
export function useActions(): Reading<readonly ShareAction[]> {
  const shares = useShares();
  const actions = useReading(["actions"], async (node) => {
    const discriminator = new Uint8Array([...issuer.CORPORATE_ACTION_DISCRIMINATOR, VERSION]);
    const found = await accountsOf(node, issuer.SCRIP_ISSUER_PROGRAM_ADDRESS, discriminator, issuer.decodeCorporateAction);
    const tokens = [...new Set(found.value.flatMap(({ data }) => paidWith(data) ?? []))];
    const mints = await accountsAt(node, tokens);
    const decimals = new Map(mints.value.flatMap((mint) => (mint ? [[mint.address, decodeMint(mint).data.decimals] as const] : [])));
    return { slot: found.slot, value: { actions: found.value, decimals } };
  });
  if (shares.status !== "known") {
    return shares;
  }
  return derive(actions, ({ actions, decimals }) =>
    actions
      .flatMap((action) => {
        const share = shares.value.find(({ asset }) => asset.address === action.data.asset);
        const token = paidWith(action.data);
        return share ? [{ share, action, decimals: token && decimals.get(token) }] : [];
      })
      .sort((one, other) => Number(one.action.data.dates.effectiveAt - other.action.data.dates.effectiveAt)),
  );
}

function paidWith({ terms }: issuer.CorporateAction): Address | undefined {
  return "paymentMint" in terms && terms.paymentMint !== NO_ADDRESS ? terms.paymentMint : undefined;
}
