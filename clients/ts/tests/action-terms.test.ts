/** Terms as people have them become terms as the program reads them. */
import { NO_ADDRESS, exchangeTerms, nameTerms } from "@scrip/client";
import type { Address } from "@solana/kit";
import { expect, test } from "vitest";

const MINT = "Hr5hueZPoTSXdELhVUTQ51VDHgM5SN7LqhGiEp31icqL" as Address;

test("what an exchange does not bring is zero", () => {
  const shares = { mint: MINT, numerator: 3n, denominator: 2n };
  const cash = { paymentMint: MINT, price: 5n };
  const none = { mint: NO_ADDRESS, numerator: 0n, denominator: 0n, paymentMint: NO_ADDRESS, price: 0n };
  expect(exchangeTerms({ shares: { mint: MINT, ratio: [3n, 2n] } })).toEqual({ __kind: "Exchange", ...none, ...shares });
  expect(exchangeTerms({ cash })).toEqual({ __kind: "Exchange", ...none, ...cash });
});

test("names are filled up with zero bytes, and must fit", () => {
  const { name, symbol } = nameTerms("Zürich", "ZURx");
  expect(Buffer.from(name).toString()).toBe("Zürich".padEnd(63, "\0"));
  expect(Buffer.from(symbol).toString()).toBe("ZURx".padEnd(16, "\0"));
  expect(() => nameTerms("", "X")).toThrow('the name "" has 0 bytes: 1 to 64 fit');
  expect(() => nameTerms("X", "ü".repeat(9))).toThrow("18 bytes: 1 to 16 fit");
});
