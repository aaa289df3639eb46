/** Looking for a mint key whose validation account has the cheapest bump. */
import { grindMint, transferHook } from "@scrip/client";
import { type KeyPairSigner, generateKeyPairSigner, getProgramDerivedAddress, getAddressEncoder } from "@solana/kit";
import { expect, test } from "vitest";

async function bumpOf(key: KeyPairSigner): Promise<number> {
  const [, bump] = await getProgramDerivedAddress({
    programAddress: transferHook.SCRIP_TRANSFER_HOOK_PROGRAM_ADDRESS,
    seeds: ["extra-account-metas", getAddressEncoder().encode(key.address)],
  });
  return bump;
}

/** Keys of which only the last has bump 255. */
async function dearKeysAndACheapOne(): Promise<KeyPairSigner[]> {
  const keys: KeyPairSigner[] = [];
  for (;;) {
    const key = await generateKeyPairSigner();
    const cheap = (await bumpOf(key)) === 255;
    if (!cheap || keys.length > 0) {
      keys.push(key);
    }
    if (cheap && keys.length > 1) {
      return keys;
    }
  }
}

const dispense = (keys: readonly KeyPairSigner[]) => {
  const rest = [...keys];
  return async () => rest.shift() as KeyPairSigner;
};

test("it takes the first key with bump 255, and reports every try", async () => {
  const keys = await dearKeysAndACheapOne();
  const reported: number[] = [];
  const { mint, bump, tries } = await grindMint({
    newKey: dispense(keys),
    onProgress: (progress) => {
      expect(progress.tries).toBe(reported.length + 1);
      reported.push(progress.bump);
    },
  });
  expect([mint, bump, tries]).toEqual([keys.at(-1), 255, keys.length]);
  expect(reported).toEqual(await Promise.all(keys.map(bumpOf)));
});

test("about two keys are needed", async () => {
  const mints = await Promise.all(Array.from({ length: 100 }, () => grindMint()));
  expect(await Promise.all(mints.map(({ mint }) => bumpOf(mint)))).toEqual(mints.map(() => 255));
  const mean = mints.reduce((sum, { tries }) => sum + tries, 0) / mints.length;
  // Five standard deviations of the mean to either side.
  expect(mean).toBeGreaterThan(1.3);
  expect(mean).toBeLessThan(2.75);
});

test("told not to, it returns the first key", async () => {
  const [first, ...others] = await dearKeysAndACheapOne();
  const ground = await grindMint({ grind: false, newKey: dispense([first!, ...others]) });
  expect(ground).toEqual({ mint: first, bump: await bumpOf(first!), tries: 1 });
  expect(ground.bump).toBeLessThan(255);
});

test("it can be given up, and lets other work go on", async () => {
  const [dear] = await dearKeysAndACheapOne();
  const controller = new AbortController();
  let tries = 0;
  // Nothing but the timer can end it: no key is ever good enough.
  setTimeout(() => controller.abort(new Error("enough")), 5);
  const grinding = grindMint({ newKey: async () => dear!, signal: controller.signal, onProgress: () => (tries += 1) });
  await expect(grinding).rejects.toThrow("enough");
  expect(tries).toBeGreaterThan(0);
});
