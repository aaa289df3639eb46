/** The deadline as an input of the browser has it: a time in the reader's zone, to the minute. */

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
  const time = new Date(text).getTime();
  if (Number.isNaN(time)) {
    return { problem: "Choose a day and a time" };
  }
  const at = BigInt(Math.floor(time / 1000));
  if (at <= now + window) {
    return { problem: `The issuer must be left its time: choose ${said(now + window)} or later` };
  }
  return at > now + MOST ? { problem: `Choose ${said(now + MOST)} or earlier` } : { at };
}

function said(at: bigint): string {
  return new Date(Number(at) * 1000).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
}
