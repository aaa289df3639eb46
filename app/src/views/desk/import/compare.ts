/** The rows of a file against the register, as the chain has it: the chain is the only memory that an import needs. */
import { HolderKind, transferHook } from "@scrip/client";
import type { Address } from "@solana/kit";
import { accountsAt } from "../../../chain/accounts.ts";
import type { Node } from "../../../chain/rpc.ts";
import { countryCode } from "../../../words/countries.ts";
import { hex } from "../../../words/hex.ts";
import { shownClasses } from "./cells.ts";
import type { Fault, Row } from "./holder-file.ts";
import { shownTime } from "./times.ts";

export interface Different {
  readonly row: Row;
  /** "country is CH, not LI". */
  readonly how: string;
}

export interface Compared {
  /** Not on the register. */
  readonly absent: readonly Row[];
  /** On it with other facts; an import leaves them as they are. */
  readonly different: readonly Different[];
  /** On it as the file has them. */
  readonly same: readonly Row[];
  /** What cannot be imported. */
  readonly faults: readonly Fault[];
}

export async function compare(node: Node, registry: Address, rows: readonly Row[]): Promise<Compared> {
  const addresses = await Promise.all(rows.map(async ({ wallet }) => (await transferHook.findHolderPda({ registry, wallet }))[0]));
  const { value } = await accountsAt(node, addresses);
  const compared = { absent: [] as Row[], different: [] as Different[], same: [] as Row[], faults: [] as Fault[] };
  rows.forEach((row, index) => {
    const account = value[index];
    // Anybody can send lamports to the address of a record that is not there.
    if (account?.programAddress !== transferHook.SCRIP_TRANSFER_HOOK_PROGRAM_ADDRESS) {
      compared.absent.push(row);
      return;
    }
    const { data } = transferHook.decodeHolder(account);
    const how = differences(data, row.details);
    if (data.kind === HolderKind.Venue) {
      compared.faults.push({ line: row.line, column: "wallet", message: `“${row.wallet}” is on the register as a venue, which has no holder: leave it out` });
    } else if (how.length > 0) {
      compared.different.push({ row, how: how.join(", ") });
    } else {
      compared.same.push(row);
    }
  });
  return compared;
}

const SYSTEM_PROGRAM = "11111111111111111111111111111111";

/** Wallets that are accounts of programs: a token account, a mint, a program. */
export async function notWallets(node: Node, rows: readonly Row[]): Promise<readonly Fault[]> {
  const { value } = await accountsAt(node, rows.map(({ wallet }) => wallet));
  return rows.flatMap(({ line, wallet }, index): Fault[] => {
    const program = value[index]?.programAddress ?? SYSTEM_PROGRAM;
    const message = `“${wallet}” is an account of program ${program}, not a wallet: write the wallet that owns it, or add it as a venue`;
    return program === SYSTEM_PROGRAM ? [] : [{ line, column: "wallet", message }];
  });
}

function differences(is: transferHook.HolderDetails, wanted: transferHook.HolderDetailsArgs): readonly string[] {
  const facts: readonly (readonly [string, string, string])[] = [
    ["country", countryCode(is.jurisdiction), countryCode(wanted.jurisdiction)],
    ["classes", shownClasses(is.investorClasses), shownClasses(wanted.investorClasses)],
    ["kyc_expires", shownTime(is.kycExpiresAt), shownTime(BigInt(wanted.kycExpiresAt))],
    ["locked_until", shownTime(is.lockedUntil), shownTime(BigInt(wanted.lockedUntil))],
    ["identity", hex(is.identity), hex(wanted.identity)],
  ];
  return facts.filter(([, have, want]) => have !== want).map(([fact, have, want]) => `${fact} is ${have || "nothing"}, not ${want || "nothing"}`);
}
