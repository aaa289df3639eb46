/** The words of a verdict. That verdicts are right is in the story `can-transfer`. */
import { readFileSync } from "node:fs";
import { policyTerms, transferHook } from "@scrip/client";
import type { Address } from "@solana/kit";
import { expect, test } from "vitest";
import type { TransferOfShares } from "../src/token-refusal.ts";
import { refusedBy } from "../src/verdict.ts";

const HOOK = transferHook.SCRIP_TRANSFER_HOOK_PROGRAM_ADDRESS;
const TOKEN = "TokenzQdBNbLqP5VEhdkAS6EPFLC1PHnBqCXEpPxuEb" as Address;
const [mint, source, destination, owner, authority] = ["mint", "source", "destination", "owner", "authority"] as Address[] as [Address, Address, Address, Address, Address];

const policy = { ...policyTerms({ maxTransfer: 7n, maxBalance: 9n, lockedUntil: 86_400n }), haltedUntil: 0n, blackoutUntil: 3_600n } as transferHook.Policy;
const state = { mint, owner, amount: 5n, delegate: authority, delegatedAmount: 2n, frozen: false };
const transfer: TransferOfShares = {
  share: { mint, policy: mint, registry: mint },
  policy,
  source: { account: source, owner, state },
  destination: { account: destination, owner, state },
  authority,
  feePayer: authority,
  amount: 8n,
};

const byHook = (code: number, judged = policy) => refusedBy({ program: HOOK, code }, { ...transfer, policy: judged });

test("every refusal concerns whom the list of refusals says, by its name and sentence", () => {
  const list = readFileSync(new URL("../../../docs/reference/refusals.md", import.meta.url), "utf8");
  const rows = [...list.matchAll(/^\| (\d{4}) \| `(\w+)` \| (\w+) \| ([^|]+) \| [^|]+ \|$/gm)];
  expect(rows.length).toBeGreaterThan(40);
  for (const [, code, name, concerns, sentence] of rows) {
    const verdict = byHook(Number(code));
    expect(verdict).toMatchObject({ allowed: false, code: Number(code), name, side: concerns, program: HOOK });
    expect(verdict.sentence.startsWith(sentence as string), verdict.sentence).toBe(true);
  }
});

test("limits and times are named", () => {
  expect(byHook(6120).sentence).toMatch(/send less at a time \(8 raw units of at most 7\)\.$/);
  expect(byHook(6320).sentence).toMatch(/\(at most 9 raw units\)\.$/);
  expect(byHook(6101).sentence).toMatch(/\(until 1970-01-01T01:00:00\.000Z\)\.$/);
  expect(byHook(6102).sentence).toMatch(/\(locked until 1970-01-02T00:00:00\.000Z\)\.$/);
  expect(byHook(6100).sentence).toMatch(/resumed it\.$/);
  expect(byHook(6100, { ...policy, haltedUntil: 60n }).sentence).toMatch(/\(halted until 1970-01-01T00:01:00\.000Z\)\.$/);
  expect(byHook(6102, { ...policy, lockedUntil: 2n ** 63n - 1n }).sentence).toMatch(/\(locked until the end of time\)\.$/);
});

test.each([
  [{ code: 1 }, {}, "InsufficientFunds", "sender", /account holds 5 raw units and 8 would be sent/],
  [{ code: 1 }, { amount: 4n }, "InsufficientFunds", "sender", /delegate may move 2 raw units and 4 would be sent/],
  [{ code: 3 }, {}, "MintMismatch", "recipient", /recipient's account is for another token; name one for mint/],
  [{ code: 3 }, { source: { ...transfer.source, state: { ...state, mint: owner } } }, "MintMismatch", "sender", /sender's account is for another/],
  [{ code: 4 }, {}, "OwnerMismatch", "sender", /authority may not move these shares/],
  [{ code: 17 }, {}, "AccountFrozen", "recipient", /recipient's token account is frozen/],
  [{ code: 17 }, { source: { ...transfer.source, state: { ...state, frozen: true } } }, "AccountFrozen", "sender", /sender's token account is frozen/],
  [{ code: 36 }, {}, "NoMemo", "recipient", /send one along/],
  [{ code: 67 }, {}, "MintPaused", "asset", /paused/],
  [{ builtin: "IncorrectProgramId" }, { source: { ...transfer.source, state: undefined } }, "IncorrectProgramId", "sender", /source is no open token account/],
  [{ builtin: "IncorrectProgramId" }, { destination: { ...transfer.destination, state: undefined } }, "IncorrectProgramId", "recipient", /destination is not open; open it first/],
] as const)("Token-2022's %o in words: %#", (failure, changed, name, side, sentence) => {
  const verdict = refusedBy({ ...failure, program: TOKEN }, { ...transfer, ...changed });
  expect(verdict).toMatchObject({ name, side, code: "code" in failure ? failure.code : undefined, program: TOKEN });
  expect(verdict.sentence).toMatch(sentence);
});

test("what fails outside the token program concerns the transaction", () => {
  const system = "11111111111111111111111111111111" as Address;
  expect(refusedBy({ program: system, code: 1 }, transfer)).toMatchObject({ name: "ResultWithNegativeLamports", side: "transaction", code: 1 });
  expect(refusedBy({ builtin: "AccountNotFound" }, transfer).sentence).toBe("authority has too little SOL to pay the fee; fund it, or let somebody else pay.");
  const unheard = refusedBy({ program: owner, code: 77, reason: { name: "Custom", text: "no" } }, transfer);
  expect(unheard).toMatchObject({ name: "Custom", side: "transaction", code: 77, sentence: "The transfer would fail: no." });
});
