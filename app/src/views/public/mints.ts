/** Names and decimals of what corporate actions pay in, so that amounts can be told in words. */
import type { issuer } from "@scrip/client";
import { decodeMint } from "@solana-program/token-2022";
import { type Address, isSome } from "@solana/kit";
import { accountsAt } from "../../chain/accounts.ts";
import type { Action } from "../../chain/calendar.ts";
import { type Reading, useReading } from "../../chain/reading.ts";
import type { Share } from "../../chain/share.ts";
import type { Mints } from "./action-words.ts";

export function useMints(actions: readonly Action[] | undefined, shares: readonly Share[] | undefined): Reading<Mints> {
  const paidIn = [...new Set((actions ?? []).flatMap(({ data }) => paymentMint(data.terms) ?? []))].sort();
  return useReading(
    ["mints", paidIn.join(), shares?.length],
    async (node) => {
      const { value, slot } = await accountsAt(node, paidIn);
      const decimals = new Map<string, number>();
      const symbols = new Map<string, string>(shares?.map(({ mint, symbol }) => [mint, symbol]));
      for (const account of value) {
        if (account) {
          const { data } = decodeMint(account);
          decimals.set(account.address, data.decimals);
          const metadata = isSome(data.extensions) ? data.extensions.value.find(({ __kind }) => __kind === "TokenMetadata") : undefined;
          if (metadata?.__kind === "TokenMetadata") {
            symbols.set(account.address, metadata.symbol);
          }
        }
      }
      return { slot, value: { decimals: (mint) => decimals.get(mint), symbol: (mint) => symbols.get(mint) } };
    },
    { enabled: actions !== undefined && shares !== undefined, every: 3_600 },
  );
}

/** The token that the terms pay in, if they pay. */
export function paymentMint(terms: issuer.ActionTerms): Address | undefined {
  return "paymentMint" in terms && !/^1+$/.test(terms.paymentMint) ? terms.paymentMint : undefined;
}
