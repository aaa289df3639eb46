/** A distribution from its snapshot: ordered, summed, and every owner's claim proved. */
import { type Entitlement, claimTicket, climb, distribute, hashLeaf, pageTicket } from "@scrip/client";
import { generateKeyPairSigner, getAddressEncoder } from "@solana/kit";
import { beforeAll, expect, test } from "vitest";

let payout: Entitlement["owner"];
let entitlements: Entitlement[];

beforeAll(async () => {
  const keys = await Promise.all(Array.from({ length: 6 }, () => generateKeyPairSigner()));
  const [first, ...owners] = keys.map(({ address }) => address);
  payout = first as Entitlement["owner"];
  entitlements = owners.map((owner, index) => ({ owner, raw: BigInt(index), gross: 100n, withheld: BigInt(index) }));
});

test("owners are ordered by their bytes, whatever the order of the snapshot", async () => {
  const distribution = await distribute(payout, entitlements);
  const keys = distribution.leaves.map(({ owner }) => Buffer.from(getAddressEncoder().encode(owner)));
  expect(keys).toEqual([...keys].sort(Buffer.compare));
  expect((await distribute(payout, entitlements.toReversed())).root).toEqual(distribution.root);
  expect([distribution.total, distribution.withheld]).toEqual([490n, 10n]);
});

test("every owner's ticket leads to the root, and nobody else has one", async () => {
  const distribution = await distribute(payout, entitlements);
  const page = pageTicket(distribution, 0);
  for (const { owner } of entitlements) {
    const ticket = claimTicket(distribution, owner);
    expect(await climb(await hashLeaf(ticket), ticket.index, ticket.proof)).toEqual(page.root);
  }
  expect(await climb(page.root, 0, page.proof)).toEqual(distribution.root);
  expect(() => claimTicket(distribution, payout)).toThrow("not among the 5 owners");
});

test("no owner twice, and never more withheld than there is", async () => {
  const [one] = entitlements as [Entitlement];
  await expect(distribute(payout, [one, one])).rejects.toThrow(RangeError);
  await expect(distribute(payout, [{ ...one, withheld: 101n }])).rejects.toThrow("101 of 100");
});
