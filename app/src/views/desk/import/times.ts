/** Times in a file of holders: a day, RFC 3339, or unix seconds, as `scrip holder import` reads them. */
import { CellError } from "./cells.ts";

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const RFC_3339 = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/i;
const LARGEST = 2n ** 63n - 1n;

/** Unix seconds; a day is its first second in UTC. */
export function readTime(text: string): bigint {
  const unix = /^-?\d{1,19}$/.test(text) ? BigInt(text) : undefined;
  if (unix !== undefined && unix <= LARGEST) {
    return unix;
  }
  const [, year, month, day] = DAY.exec(text) ?? RFC_3339.exec(text) ?? [];
  // JavaScript would take the 30th of February for a day in March.
  const exists = year !== undefined && new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).toISOString().startsWith(`${year}-${month}-${day}`);
  const milliseconds = exists ? Date.parse(text.replace(" ", "T").toUpperCase()) : Number.NaN;
  if (Number.isNaN(milliseconds)) {
    throw new CellError(`“${text}” is no time: write 2027-06-30 (its first second in UTC), 2027-06-30T17:00:00+02:00, or unix seconds`);
  }
  return BigInt(Math.floor(milliseconds / 1000));
}

/** Until when a check is valid, which has to be later than `now`. */
export function readExpiry(text: string, now: bigint): bigint {
  const end = readTime(text);
  if (end <= now) {
    throw new CellError(`“${text}” is over, as on the chain it is ${shownTime(now)}: renew the check, or leave the line out`);
  }
  return end;
}

/** From when on the holder may send; nothing is always, and is 0. */
export function readLock(text: string): bigint {
  if (text === "") {
    return 0n;
  }
  const time = readTime(text);
  if (time < 0n) {
    throw new CellError(`“${text}” is before 1970: leave it empty for no lock`);
  }
  return time;
}

/** The last second that JavaScript has a date for. */
const LAST_DATE = 8_640_000_000_000n;

/** In UTC, and to be read again by `readTime`; nothing for 0. */
export function shownTime(unix: bigint): string {
  if (unix === 0n) {
    return "";
  }
  return unix > LAST_DATE ? unix.toString() : new Date(Number(unix) * 1000).toISOString().replace(".000", "");
}
