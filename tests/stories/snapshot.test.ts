/** The snapshot tool on a validator: holders and escrows read by RPC, and what it refuses. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Address, KeyPairSigner } from "@solana/kit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { reject, request } from "../harness/primary.ts";
import { newHolder } from "../harness/register.ts";
import { APPLE, ONE_SHARE, type Share, createShare, mintShares, openAccount } from "../harness/share.ts";
import { buildTool, leavesOf, snapshot } from "../harness/snapshot.ts";
import { beginStory } from "../harness/story.ts";

const story = beginStory();
let share: Share;
let alice: KeyPairSigner;
let bob: KeyPairSigner;
let carol: KeyPairSigner;
let directory: string;

beforeAll(async () => {
  await buildTool();
  directory = await mkdtemp(join(tmpdir(), "scrip-snapshot-"));
  share = await createShare(story.market, APPLE);
  [alice, bob, carol] = [await newHolder(story.market), await newHolder(story.market), await newHolder(story.market)];
  for (const { address } of [alice, bob, carol]) {
    await openAccount(share, address);
  }
  await mintShares(share, alice.address, 30n * ONE_SHARE);
  await mintShares(share, bob.address, 12n * ONE_SHARE + 7n);
  // Another share of the same holders, which is none of the snapshot's business.
  const other = await createShare(story.market, { ...APPLE, symbol: "OTHR" });
  await openAccount(other, alice.address);
  await mintShares(other, alice.address, 99n * ONE_SHARE);
});

afterAll(() => rm(directory, { recursive: true, force: true }));

const take = (out: string) =>
  snapshot(
    ...["take", "--mint", share.mint, "--payout", share.asset, "--rpc", story.validator.rpcUrl, "--commitment", "confirmed"],
    ...["--multiplier", "1", "--gross-per-share", "250000", "--withholding-bps", "1500", "--out", join(directory, out)],
  );
const held = async (out: string): Promise<Record<Address, bigint>> =>
  Object.fromEntries((await leavesOf(join(directory, out))).map(({ owner, raw }) => [owner, raw]));

test("every holder has a leaf, whoever holds nothing has none, and every proof holds", async () => {
  await take("before");
  expect(await held("before")).toEqual({ [alice.address]: 30n * ONE_SHARE, [bob.address]: 12n * ONE_SHARE + 7n });
  expect(await snapshot("verify", "--dir", join(directory, "before"))).toContain("every proof holds");
  const proof = JSON.parse(await snapshot("proof", "--dir", join(directory, "before"), "--owner", alice.address));
  expect(proof.leaf).toMatchObject({ owner: alice.address, raw: "3000000000", gross: "7500000", withheld: "1125000" });
  expect(proof.claim_proof).toHaveLength(1);
});

test("shares in escrow are those of whoever asked for their redemption", async () => {
  const deadline = (await story.chain.now()) + 8n * 86_400n;
  const asked = await request(share, alice, { id: 1n, amount: 10n * ONE_SHARE, deadline });
  await request(share, bob, { id: 1n, amount: 12n * ONE_SHARE + 7n, deadline });
  await take("during");
  expect(await held("during")).toEqual(await held("before"));
  await reject(share, asked.redemption);
  await take("after");
  expect(await held("after")).toEqual(await held("before"));
});

test("an owner without a leaf and a mint that is none are refused by name", async () => {
  await expect(snapshot("proof", "--dir", join(directory, "before"), "--owner", carol.address)).rejects.toThrow("has no leaf");
  await expect(
    snapshot(
      ...["take", "--mint", carol.address, "--payout", share.asset, "--rpc", story.validator.rpcUrl],
      ...["--multiplier", "1", "--gross-per-share", "1", "--out", join(directory, "none")],
    ),
  ).rejects.toThrow("getTokenSupply failed");
});
