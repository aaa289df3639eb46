/** Files of holders: what is taken, byte for byte as the command line takes it, and what is wrong with the rest. */
import { InvestorClass, transferHook } from "@scrip/client";
import { address } from "@solana/kit";
import { expect, test } from "vitest";
import { CellError } from "../src/views/desk/import/cells.ts";
import { type Fault, type Row, type Rules, readHolders } from "../src/views/desk/import/holder-file.ts";
import { readIdentity, readSalt } from "../src/views/desk/import/identity.ts";
import { readTime, shownTime } from "../src/views/desk/import/times.ts";
import { hex } from "../src/words/hex.ts";

const WALLET = "5ZWj7a1f8tWkjBESHKgrLmXshuXxqeY9SYcfbshpAqPG";
const OTHER = address("4Rj7vQrSToJvhx9AHAVzyJb3zAbcz9TV8hBG9it9aoTG");
const HEADER = "wallet,country,classes,kyc_expires,locked_until,identity";
const IDENTITY = "00112233445566778899aabbccddeeff";
const NOW = 1_790_000_000n;
const bytes = (text: string) => new TextEncoder().encode(text);

async function read(text: string | Uint8Array, rules: Partial<Rules> = {}) {
  return readHolders(typeof text === "string" ? bytes(text) : text, { now: NOW, allowOffCurve: false, ...rules });
}

async function rowsOf(text: string, rules?: Partial<Rules>): Promise<readonly Row[]> {
  const file = await read(text, rules);
  expect(file).toHaveProperty("rows");
  return (file as { rows: readonly Row[] }).rows;
}

async function faultsOf(text: string | Uint8Array, rules?: Partial<Rules>): Promise<readonly Fault[]> {
  const file = await read(text, rules);
  expect(file).toHaveProperty("faults");
  return (file as { faults: readonly Fault[] }).faults;
}

test("columns may stand in any order, and locked_until may be missing", async () => {
  const [row] = await rowsOf(`identity,wallet,kyc_expires,classes,country\n${IDENTITY},${WALLET},2027-06-30,retail+qualified,CHE\n`);
  expect(row).toEqual({
    line: 2,
    wallet: WALLET,
    details: {
      jurisdiction: 756,
      investorClasses: InvestorClass.Retail | InvestorClass.Qualified,
      kycExpiresAt: 1_814_313_600n,
      lockedUntil: 0n,
      identity: Uint8Array.from([0x00, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, 0x88, 0x99, 0xaa, 0xbb, 0xcc, 0xdd, 0xee, 0xff]),
    },
  });
});

test("a byte order mark, spaces, quotes, empty lines and Windows line ends do no harm, and lines are counted as they stand", async () => {
  const rows = await rowsOf(`\ufeff${HEADER}\r\n\r\n"${WALLET}", 756 ,,1814313600,2027-01-01T00:00:00+01:00,${IDENTITY}\r\n${OTHER},sg,us-person,2027-06-30,,${IDENTITY}\r\n`);
  expect(rows.map(({ line, wallet }) => [line, wallet])).toEqual([[3, WALLET], [4, OTHER]]);
  expect(rows[0]?.details).toMatchObject({ jurisdiction: 756, investorClasses: 0, lockedUntil: 1_798_758_000n });
  expect(rows[1]?.details).toMatchObject({ jurisdiction: 702, investorClasses: InvestorClass.UsPerson });
});

test("every fault is told with its line, its column, what is there and what is allowed", async () => {
  const faults = await faultsOf(
    [HEADER, `nobody,XX,vip,2020-01-01,never,`, `${WALLET},CH,retail,2027-06-30,,customer-1`, `${WALLET},CH,retail`].join("\n"),
  );
  expect(faults.map(({ line, column }) => [line, column])).toEqual([
    [2, "wallet"],
    [2, "country"],
    [2, "classes"],
    [2, "kyc_expires"],
    [2, "locked_until"],
    [2, "identity"],
    [3, "identity"],
    [4, undefined],
  ]);
  const [wallet, country, classes, expiry, lock, empty, unsalted, cells] = faults.map(({ message }) => message);
  expect(wallet).toContain("“nobody” is no address");
  expect(country).toContain("“XX” is no country: write its ISO 3166-1 code, like CH, CHE or 756");
  expect(classes).toContain("“vip” is no investor class: there are us-person, retail, professional, qualified");
  expect(expiry).toContain("“2020-01-01” is over, as on the chain it is 2026-");
  expect(lock).toContain("“never” is no time");
  expect(empty).toContain("it is empty");
  expect(unsalted).toContain("the salt");
  expect(cells).toContain("there are 3 cells, and the header has 6");
});

test("a wallet stands in a file once, and vaults are taken when they are allowed", async () => {
  const line = (wallet: string) => `${wallet},CH,retail,2027-06-30,,${IDENTITY}`;
  const [fault] = await faultsOf([HEADER, line(WALLET), line(OTHER), line(WALLET)].join("\n"));
  expect(fault).toMatchObject({ line: 4, column: "wallet" });
  expect(fault?.message).toContain("is in line 2 already");
  const [derived] = await transferHook.findRegistryPda({ creator: OTHER, index: 0 });
  const vault = `${HEADER}\n${line(derived)}`;
  const [offCurve] = await faultsOf(vault);
  expect(offCurve?.message).toContain("is no key but an account of a program");
  expect(await rowsOf(vault, { allowOffCurve: true })).toHaveLength(1);
});

test("a header is told what is wrong with it", async () => {
  const messages = async (text: string) => (await faultsOf(text)).map(({ line, message }) => `${line}: ${message}`);
  expect(await messages("wallet,country,classes,kyc,identity,identity")).toEqual([
    "1: “kyc” is no column: there are wallet,country,classes,kyc_expires,locked_until,identity, separated by commas",
    "1: “identity” is there twice: leave one out",
    "1: the column kyc_expires is missing: the header is wallet,country,classes,kyc_expires,locked_until,identity",
  ]);
  expect(await messages(HEADER)).toEqual(["1: there are no holders below the header"]);
});

test("what is not UTF-8, or not closed, is told with its line", async () => {
  const latin = Uint8Array.from([...bytes(`${HEADER}\n${WALLET},CH,retail,2027-06-30,,Z`), 0xfc, ...bytes("rich\n")]);
  expect(await faultsOf(latin)).toEqual([{ line: 2, message: "it is not UTF-8: save the file as UTF-8 (in a spreadsheet: CSV UTF-8)" }]);
  const [open] = await faultsOf(`${HEADER}\n"${WALLET},CH,retail,2027-06-30,,${IDENTITY}\n`);
  expect(open?.message).toMatch(/quote/i);
});

test("an identity is the first half of an HMAC-SHA-256 of the text, with the salt without white space at its end", async () => {
  // RFC 4231, test case 2, has too short a key for a salt; this is its case 6: 131 bytes of 0xaa.
  const salt = await readSalt(Uint8Array.from([...new Array<number>(131).fill(0xaa), 0x20, 0x0d, 0x0a]), "identity.salt");
  const identity = await readIdentity("Test Using Larger Than Block-Size Key - Hash Key First", salt);
  expect(hex(identity)).toBe("60e431591ee0b67f0d8a26aacbf5b77f");
  expect(hex(await readIdentity(`0x${IDENTITY.toUpperCase()}`, undefined))).toBe(IDENTITY);
  await expect(readIdentity("0".repeat(32), salt)).rejects.toThrow("all zeros");
  await expect(readSalt(bytes("too short      \n\n\n\n\n\n"), "identity.salt")).rejects.toThrow("identity.salt has 9 bytes, and a salt has 16 or more");
});

test("times are days, RFC 3339 or unix seconds, and are shown so that they are read again", () => {
  expect(readTime("2026-12-01T09:30:00-05:00")).toBe(1_796_135_400n);
  expect(readTime("1796135400")).toBe(1_796_135_400n);
  expect(readTime("2026-12-01T14:30:00.9Z")).toBe(1_796_135_400n);
  expect(readTime("2028-02-29")).toBe(1_835_395_200n);
  expect(readTime(shownTime(1_796_135_400n))).toBe(1_796_135_400n);
  expect(readTime(shownTime(2n ** 62n))).toBe(2n ** 62n);
  for (const text of ["2027-02-29", "2027-13-01", "2027-06-30T10:00:00", "30.06.2027", "+2h", "tomorrow", "", "2027-06-30T24:61:00Z"]) {
    expect(() => readTime(text), text).toThrow(CellError);
  }
});
