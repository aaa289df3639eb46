/** Names and decimals of what corporate actions pay in, so that amounts can be told in words. */
import type { Address } from "@solana/kit";
import { type Action, paymentMint } from "../../chain/calendar.ts";
import { useTokens } from "../../chain/payment-tokens.ts";
import { type Reading, derive } from "../../chain/reading.ts";
import type { Share } from "../../chain/share.ts";
import type { Mints } from "../../words/action-terms.ts";

export function useMints(actions: readonly Action[] | undefined, shares: readonly Share[] | undefined): Reading<Mints> {
  const tokens = useTokens((actions ?? []).flatMap(({ data }) => paymentMint(data.terms) ?? []));
  if (!actions || !shares) {
    return { status: "loading" };
  }
  const symbols = new Map<string, string>(shares.map(({ mint, symbol }) => [mint, symbol]));
  return derive(tokens, (known) => ({
    decimals: (mint) => known.get(mint as Address)?.decimals,
    symbol: (mint) => symbols.get(mint) ?? known.get(mint as Address)?.ownSymbol,
  }));
}
