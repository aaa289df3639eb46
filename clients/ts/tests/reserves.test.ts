/** The order in which custodians come, and an answer that nodes have cut. */
import { ReserveMode, changesInForce, custodyAccounts, decodeReserveStatus, issuer } from "@scrip/client";
import { type Address, AccountRole, getAddressDecoder } from "@solana/kit";
import { expect, test } from "vitest";

const ISSUER = "Hr5hueZPoTSXdELhVUTQ51VDHgM5SN7LqhGiEp31icqL" as Address;
const ASSET = "4Rj7vQrSToJvhx9AHAVzyJb3zAbcz9TV8hBG9it9aoTG" as Address;
const keyOf = (first: number) => getAddressDecoder().decode(new Uint8Array(32).fill(9).fill(first, 0, 1));

test("custodians come in pairs, by the bytes of their keys, which is not the order of their texts", async () => {
  const keys = [255, 1, 2, 30, 128].map(keyOf);
  const ascending = [1, 2, 30, 128, 255].map(keyOf);
  expect([...keys].sort()).not.toEqual(ascending);
  const accounts = await custodyAccounts({ issuer: ISSUER, asset: ASSET }, keys);
  const expected = await Promise.all(
    ascending.map(async (key) => {
      const [custodian] = await issuer.findCustodianPda({ issuer: ISSUER, key });
      const [attestation] = await issuer.findAttestationPda({ asset: ASSET, custodian: key });
      return [custodian, attestation];
    }),
  );
  expect(accounts.map(({ address }) => address)).toEqual(expected.flat());
  expect(accounts.every(({ role }) => role === AccountRole.READONLY)).toBe(true);
  expect(await custodyAccounts({ issuer: ISSUER, asset: ASSET })).toEqual([]);
});

test("a change that is still to come has not been seen", () => {
  const asset = { multiplierChanges: 3, multiplierEffectiveAt: 100n };
  expect([99n, 100n, 101n].map((now) => changesInForce(asset, now))).toEqual([2, 3, 3]);
  expect(changesInForce({ multiplierChanges: 0, multiplierEffectiveAt: 0n }, 1n)).toBe(0);
});

test("zeros that a node has cut off are zeros", () => {
  const whole = { met: false, mode: ReserveMode.Warn, custodians: 1, supply: 5n, needed: 5n, attested: 4n, counted: 3n, headroom: 0n };
  const bytes = issuer.getReserveStatusEncoder().encode(whole);
  const length = bytes.findLastIndex((byte) => byte !== 0) + 1;
  expect(length).toBeLessThan(bytes.length);
  expect(decodeReserveStatus(bytes.slice(0, length))).toEqual(whole);
  expect(decodeReserveStatus(new Uint8Array()).mode).toBe(0);
});
