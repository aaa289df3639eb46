/** What shares are paid with: tokens by their mints, with the program and the decimals that amounts need. */
import { type PaymentToken, issuer } from "@scrip/client";
import { type Account, type Address, isSome } from "@solana/kit";
import { decodeMint } from "@solana-program/token-2022";
import { accountsAt, accountsOf } from "./accounts.ts";
import { type Reading, useReading } from "./reading.ts";
import { short } from "../ui/address.tsx";

export interface Token extends PaymentToken {
  readonly decimals: number;
  /** From the mint itself, if it says one. */
  readonly ownSymbol?: string;
  /** The same; otherwise the beginning and the end of its address. */
  readonly symbol: string;
}

export type Tokens = ReadonlyMap<Address, Token>;

export function useTokens(mints: readonly Address[]): Reading<Tokens> {
  const wanted = [...new Set(mints)].sort();
  return useReading(["tokens", ...wanted], async (node) => {
    const { slot, value } = await accountsAt(node, wanted);
    const found = value.flatMap((account): [Address, Token][] => {
      if (!account) {
        return [];
      }
      const { address: mint, programAddress: program } = account;
      const { decimals, extensions } = decodeMint(account).data;
      const metadata = (isSome(extensions) ? extensions.value : []).find(({ __kind }) => __kind === "TokenMetadata");
      const ownSymbol = metadata?.__kind === "TokenMetadata" ? metadata.symbol : undefined;
      return [[mint, { mint, program, decimals, ownSymbol, symbol: ownSymbol ?? short(mint) }]];
    });
    return { slot, value: new Map(found) };
  });
}

/** Where an asset lies in a listing. */
const ASSET_OFFSET = 10;

/** The tokens that the asset's redemptions may name now. */
export function useListings(asset: Address | undefined): Reading<readonly Account<issuer.PaymentMint>[]> {
  return useReading(
    ["listings", asset],
    async (node) => {
      const matches = asset ? [{ offset: ASSET_OFFSET, address: asset }] : [];
      const { PAYMENT_MINT_DISCRIMINATOR, SCRIP_ISSUER_PROGRAM_ADDRESS, decodePaymentMint } = issuer;
      const found = await accountsOf(node, SCRIP_ISSUER_PROGRAM_ADDRESS, PAYMENT_MINT_DISCRIMINATOR, decodePaymentMint, matches);
      return { ...found, value: found.value.filter(({ data }) => data.accepted) };
    },
    { enabled: asset !== undefined },
  );
}
