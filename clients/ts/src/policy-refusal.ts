/** The values of a policy that a refusal speaks of: until when, how much. */
import type { Policy } from "./generated/transferHook/accounts/index.ts";

interface Judged {
  readonly policy: Policy;
  /** Raw units. */
  readonly amount: bigint;
}

const VALUES: Readonly<Record<number, (judged: Judged) => string>> = {
  6100: ({ policy }) => (policy.haltedUntil > 0n ? ` (halted until ${instant(policy.haltedUntil)})` : ""),
  6101: ({ policy }) => ` (until ${instant(policy.blackoutUntil)})`,
  6102: ({ policy }) => ` (locked until ${instant(policy.lockedUntil)})`,
  6120: ({ policy, amount }) => ` (${amount} raw units of at most ${policy.maxTransfer})`,
  6320: ({ policy }) => ` (at most ${policy.maxBalance} raw units)`,
};

/** To put after the sentence of a code; empty where the policy has no value for it. */
export function policysWords(code: number, judged: Judged): string {
  return VALUES[code]?.(judged) ?? "";
}

/** The last second that JavaScript has a date for. */
const LAST_DATE = 8_640_000_000_000n;

function instant(unixSeconds: bigint): string {
  return unixSeconds > LAST_DATE ? "the end of time" : new Date(Number(unixSeconds) * 1_000).toISOString();
}
