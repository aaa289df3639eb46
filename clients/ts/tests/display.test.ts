/** What wallets show. That Token-2022 shows the same is in the story of a long history. */
import { MULTIPLIER_ONE, nearestDouble, shownShares } from "@scrip/client";
import { expect, test } from "vitest";

test("the nearest double, as the recorded multipliers of mainnet are", () => {
  expect(nearestDouble(1_003_456_075_896_837_600n)).toBe(1.0034560758968376);
  expect(nearestDouble(999_999_999_999_999_999n)).toBe(1);
  expect(nearestDouble(1n)).toBe(1e-18);
});

test("cut off below a base unit, and without trailing zeros", () => {
  expect(shownShares(1_025_000_000n, 4n * MULTIPLIER_ONE)).toBe("41");
  expect(shownShares(1_025_000_000n, 4_003_129_610_588_000_000n)).toBe("41.0320785");
  expect(shownShares(1n, MULTIPLIER_ONE)).toBe("0.00000001");
  expect(shownShares(3n, MULTIPLIER_ONE / 7n)).toBe("0");
  expect(shownShares(10n ** 9n, MULTIPLIER_ONE)).toBe("10");
});
