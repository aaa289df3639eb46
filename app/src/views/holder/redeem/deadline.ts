/** The deadline as an input of the browser has it: a time in the reader's zone, to the minute. */
import { localTime, toMoment } from "../../../words/moments.ts";

/** The longest that shares may lie in an escrow. The program holds to it. */
const MOST = 90n * 86_400n;

/** What the input shows for unix seconds, rounded up to the minute. */
export function inputOf(at: bigint): string {
  const date = new Date(Math.ceil(Number(at) / 60) * 60_000);
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

/** Unix seconds, or what is wrong with them. `window`: seconds that the issuer must be left. */
export function deadlineOf(text: string, now: bigint, window: bigint): { readonly at?: bigint; readonly problem?: string } {
  const at = toMoment(text);
  if (at === undefined) {
    return { problem: "Choose a day and a time" };
  }
  if (at <= now + window) {
    return { problem: `The issuer must be left its time: choose ${localTime(now + window)} or later` };
  }
  return at > now + MOST ? { problem: `Choose ${localTime(now + MOST)} or earlier` } : { at };
}
