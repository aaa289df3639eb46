/** Which way a change goes: at once, after a wait, or after a checker. The program itself says so, by simulation. */
import { type Failure, FourEyes, changeSetting, issuer } from "@scrip/client";
import type { Account, Address } from "@solana/kit";
import { type ToForesee, useForeseen } from "../../../../chain/foreseen.ts";
import { type Reading, derive } from "../../../../chain/reading.ts";
import type { Setting } from "../../../../chain/settings.ts";
import { causeOf } from "../../../../explain.ts";

export type Way =
  | { readonly way: "at once" }
  /** Seconds; and whether a checker has to approve it as well. */
  | { readonly way: "queue"; readonly wait: bigint; readonly checked: boolean }
  | { readonly way: "refused"; readonly why: string };

interface Planned {
  readonly change?: Setting;
  readonly mint?: Address;
  readonly of: Account<issuer.Issuer>;
}

/** What a question about a way has to carry, and does not depend on. */
const ANY_REFERENCE = new Uint8Array(32).fill(1);
/** What loosens in these takes a checker, whatever the issuer has set. */
const ALWAYS_CHECKED: readonly string[] = ["FourEyes", "MintFourEyes"];

/** Undefined while there is no change to ask about. */
export function useWay({ change, mint, of }: Planned): Reading<Way | undefined> {
  const foreseen = useForeseen(change ? [atOnce(change, of.address, mint)] : []);
  return derive(foreseen, (answers) => {
    const [answer] = [...answers.values()];
    return change && answers.size > 0 ? wayOf(answer, change, of.data) : undefined;
  });
}

function atOnce(change: Setting, issuerAddress: Address, mint?: Address): ToForesee {
  const key = JSON.stringify([change, mint], (_, value: unknown) => (typeof value === "bigint" ? value.toString() : value));
  return {
    key,
    instructions: async (admin) => [
      await changeSetting({ admin, payer: admin, issuer: issuerAddress, mint, change, reference: ANY_REFERENCE }),
    ],
  };
}

function wayOf(refusal: Failure | undefined, { __kind }: Setting, { timelock, fourEyes }: issuer.Issuer): Way {
  switch (refusal?.code) {
    case issuer.SCRIP_ISSUER_ERROR__CHANGE_MUST_WAIT: {
      // That it must wait says that it loosens.
      const checked = (fourEyes & FourEyes.Loosening) !== 0 || ALWAYS_CHECKED.includes(__kind);
      return { way: "queue", wait: BigInt(timelock), checked };
    }
    case issuer.SCRIP_ISSUER_ERROR__CHANGE_NEEDS_CHECKER:
      return { way: "queue", wait: 0n, checked: true };
    default:
      return refusal ? { way: "refused", why: causeOf(refusal) } : { way: "at once" };
  }
}
