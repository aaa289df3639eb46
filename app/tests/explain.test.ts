/** Errors in words: what happened, what has not, what to do, and never that it is safe when it is not. */
import { TransactionExpiredError, TransactionFailedError, TransactionTimeoutError, issuer, transferHook } from "@scrip/client";
import type { Signature } from "@solana/kit";
import { expect, test } from "vitest";
import { OutageError, outageOf } from "../src/chain/outage.ts";
import { explain, explainFailure, explainSent, explainWallet } from "../src/explain.ts";

const SIGNATURE = "1".repeat(64) as Signature;
const HOOK = transferHook.SCRIP_TRANSFER_HOOK_PROGRAM_ADDRESS;

test("before signing an outage says that nothing was signed; after, that nothing may be repeated", () => {
  const outage = new OutageError("cannot be reached");
  expect(explain(outage)).toEqual({
    title: "The node does not answer",
    detail: "It cannot be reached. Nothing was signed or sent. Try again when the page shows fresh figures.",
  });
  const sent = explainSent(new Error("transaction is confirmed but its node did not return it"), SIGNATURE);
  expect(sent.detail).not.toMatch(/nothing was (signed|sent)|safe/i);
  expect(sent).toMatchObject({ signature: SIGNATURE, title: "The outcome could not be read" });
});

test("only what has expired is safe to try again", () => {
  expect(explainSent(new TransactionExpiredError(SIGNATURE, ""), SIGNATURE).detail).toContain("safe to try again");
  const doubtful = explainSent(new TransactionTimeoutError(SIGNATURE, 1, ""), SIGNATURE);
  expect(doubtful.detail).toContain("may still be included");
  expect(doubtful.detail).not.toContain("safe");
  expect(doubtful.signature).toBe(SIGNATURE);
});

test("a refusal has its reason, its remedy, its code and its cost", () => {
  const failure = { code: 6300, program: HOOK, reason: { name: "RecipientNotRegistered", text: "The recipient is not on the register; ask." } };
  expect(explainFailure(failure, "before")).toMatchObject({ title: "This would be refused", code: 6300, detail: expect.stringMatching(/^The recipient is not on the register; ask\. .*Nothing was signed or sent\.$/) });
  const after = explain(new TransactionFailedError(SIGNATURE, failure, {}, [], 0n));
  expect(after).toMatchObject({ title: "This was refused", signature: SIGNATURE });
  expect(after.detail).toMatch(/Nothing has changed on chain but the network's fee\.$/);
});

test("who has no money for the fee is told so", () => {
  expect(explainFailure({ builtin: "AccountNotFound" }, "before").detail).toContain("no SOL to pay the network's fee");
  expect(explainFailure({ code: 3, program: issuer.SCRIP_ISSUER_PROGRAM_ADDRESS }, "before").detail).toContain("code 3 of");
});

test("a wallet's own trouble is named as the wallet's", () => {
  expect(explainWallet(new Error("device is locked"), "Ledger")).toEqual({
    title: "Ledger did not sign",
    detail: "Nothing was sent. It says: Device is locked. Unlock it, look whether the right account is chosen there, and try again.",
  });
  expect(explainWallet(undefined, "Ledger").detail).not.toContain("undefined");
});

test.each([
  [new TypeError("Failed to fetch"), false, "cannot be reached"],
  [new DOMException("", "AbortError"), true, "took too long"],
  [new SyntaxError("Unexpected token <"), false, "answered with something else than a Solana node does"],
])("%s is an outage", (error, late, what) => {
  expect(outageOf(error, late)).toMatchObject({ what, message: `the node ${what}`, cause: error });
});
