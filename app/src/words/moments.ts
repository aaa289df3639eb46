/** Moments of the chain, unix seconds, as texts: told without doubt, and as inputs of the browser have them. */

/** "2026-12-01 14:30:00 UTC" */
export function utc(at: bigint): string {
  return `${new Date(Number(at) * 1000).toISOString().slice(0, 19).replace("T", " ")} UTC`;
}

/** In the reader's zone. */
export function localTime(at: bigint): string {
  return new Date(Number(at) * 1000).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
}

/** The same moment in the reader's zone and in UTC. */
export function momentInWords(at: bigint): string {
  return `${localTime(at)} (${utc(at)})`;
}

/** What an input for a time has, in the reader's zone; `undefined` for nothing and for what is no time. */
export function toMoment(text: string): bigint | undefined {
  const milliseconds = text === "" ? Number.NaN : new Date(text).getTime();
  return Number.isNaN(milliseconds) ? undefined : BigInt(Math.floor(milliseconds / 1000));
}
