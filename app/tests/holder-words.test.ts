/** Records, halts, and deadlines in words, on the chain's clock. */
import { AdmissionMode, HolderStatus, InvestorClass } from "@scrip/client";
import { expect, test } from "vitest";
import type { Share } from "../src/chain/share.ts";
import { payingInWords } from "../src/views/holder/claims/paying.ts";
import { deadlineOf, inputOf } from "../src/views/holder/redeem/deadline.ts";
import { isOpen, shareInWords } from "../src/views/holder/words.ts";
import { classesInWords } from "../src/words/classes.ts";
import { checkInWords, statusInWords } from "../src/words/record.ts";

const NOW = 1_800_000_000n;
const DAY = 86_400n;

function shareWith(policy: object = {}, asset: object = {}, paused = false): Share {
  const open = { haltReason: 0, haltedUntil: 0n, blackoutFrom: 0n, blackoutUntil: 0n, lockedUntil: 0n, admissionMode: AdmissionMode.Allowlist };
  return { paused, policy: { data: { ...open, ...policy } }, asset: { data: { status: 1, ...asset } } } as unknown as Share;
}
const words = (...share: Parameters<typeof shareWith>) => shareInWords(shareWith(...share), NOW).map(({ word }) => word);

test("a check is valid, ends soon, or has expired in its very second", () => {
  expect(checkInWords(NOW + 31n * DAY, NOW).word).toBe("valid");
  expect(checkInWords(NOW + 29n * DAY, NOW).word).toBe("ends soon");
  expect(checkInWords(NOW + 1n, NOW).word).toBe("ends soon");
  expect(checkInWords(NOW, NOW).word).toBe("expired");
});

test("standing and classes", () => {
  expect(statusInWords(HolderStatus.Sanctioned).word).toBe("sanctioned");
  expect(statusInWords(77).word).toBe("unknown (77)");
  expect(classesInWords(InvestorClass.Professional | InvestorClass.UsPerson)).toBe("professional, US person");
  expect(classesInWords(0)).toBe("none");
});

test("what keeps a share from moving, and what is over", () => {
  expect(words()).toEqual([]);
  expect(words({ haltReason: 1 })).toEqual(["halted"]);
  expect(words({ haltReason: 1, haltedUntil: NOW })).toEqual([]);
  expect(words({ haltReason: 1, haltedUntil: NOW + 1n }, {}, true)).toEqual(["paused", "halted"]);
  expect(words({ blackoutFrom: NOW, blackoutUntil: NOW + 1n })).toEqual(["blackout"]);
  expect(words({ blackoutFrom: NOW - 5n, blackoutUntil: NOW, lockedUntil: NOW + 1n }, { status: 2 })).toEqual(["locked", "winding down"]);
  expect(isOpen(shareWith({ admissionMode: AdmissionMode.Open }))).toBe(true);
  expect(isOpen(shareWith())).toBe(false);
});

test("a distribution says what it waits for", () => {
  const payout = { approved: true, funded: 5n, total: 5n, opensAt: NOW, deadline: NOW + DAY };
  const wordOf = (change: object) => payingInWords({ ...payout, ...change } as never, NOW).word;
  expect(wordOf({})).toBe("paying");
  expect(wordOf({ approved: false })).toBe("not approved yet");
  expect(wordOf({ funded: 4n })).toBe("not funded yet");
  expect(wordOf({ opensAt: NOW + 1n })).toBe("paid later");
  expect(wordOf({ deadline: NOW })).toBe("closed");
});

test("a deadline leaves the issuer its time, and no more than 90 days", () => {
  expect(deadlineOf(inputOf(NOW), NOW - DAY, 0n).at).toBe(NOW);
  expect(inputOf(NOW + 1n)).toBe(inputOf(NOW + 60n));
  expect(deadlineOf(inputOf(NOW + DAY), NOW, DAY).problem).toContain("must be left its time");
  expect(deadlineOf(inputOf(NOW + DAY + 60n), NOW, DAY).at).toBe(NOW + DAY + 60n);
  expect(deadlineOf(inputOf(NOW + 91n * DAY), NOW, DAY).problem).toContain("or earlier");
  expect(deadlineOf("", NOW, DAY).problem).toContain("Choose a day");
});
