/** The beginning of every story: a validator of its own for the file, and a market on it. */
import { TransactionFailedError } from "@scrip/client";
import { afterAll, beforeAll, expect } from "vitest";
import { type Chain, connect } from "./chain.ts";
import { type Market, openMarket } from "./market.ts";
import { type Validator, type ValidatorOptions, startValidator } from "./validator.ts";

export interface Story {
  validator: Validator;
  chain: Chain;
  market: Market;
}

/** Starts before all tests of the file; what it returns is filled by then. */
export function beginStory(options: ValidatorOptions = {}): Story {
  const story = {} as Story;
  beforeAll(async () => {
    story.validator = await startValidator(options);
    story.chain = connect(story.validator.rpcUrl);
    story.market = await openMarket(story.chain);
  });
  afterAll(() => story.validator?.stop());
  return story;
}

/** Expects that a program refuses, with this code under this name, and returns the error. */
export async function expectRefusal(sending: Promise<unknown>, code: number, name: string): Promise<TransactionFailedError> {
  const error = await sending.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(TransactionFailedError);
  const failed = error as TransactionFailedError;
  expect(failed.failure.code, failed.message).toBe(code);
  expect(failed.failure.reason?.name, failed.message).toBe(name);
  expect(failed.failure.reason?.text.length, failed.message).toBeGreaterThan(10);
  return failed;
}
