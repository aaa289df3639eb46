/** What a mint whose key was ground saves its holders on every transfer. */
import { type GrindOptions, grindMint } from "@scrip/client";
import { expect, test } from "vitest";
import { newHolder } from "../harness/register.ts";
import { APPLE, ONE_SHARE, createShare, mintShares, openAccount, transfer } from "../harness/share.ts";
import { beginStory } from "../harness/story.ts";

const story = beginStory();
/** What Token-2022 pays for each bump that it tries in vain. */
const TRY = 1_500n;

test("every bump below 255 costs 1,500 compute units in each transfer", async () => {
  const [alice, bob] = [await newHolder(story.market), await newHolder(story.market)];
  const cost = async (key: GrindOptions) => {
    const share = await createShare(story.market, { ...APPLE, key });
    await Promise.all([openAccount(share, alice.address), openAccount(share, bob.address)]);
    await mintShares(share, alice.address, ONE_SHARE);
    return (await transfer(share, alice.address, bob.address, ONE_SHARE, alice)).computeUnits;
  };
  let dear = await grindMint({ grind: false });
  while (dear.bump === 255) {
    dear = await grindMint({ grind: false });
  }
  const ground = await cost({});
  const unground = await cost({ grind: false, newKey: async () => dear.mint });
  expect(unground - ground).toBe(TRY * BigInt(255 - dear.bump));
});
