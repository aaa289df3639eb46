/** The page of refusals: why a transfer does not go through, whom that concerns, and what to do about it. */
import { remedyOf } from "../../src/remedies.ts";
import type { Program } from "./idl.ts";
import { cell, heading, table } from "./text.ts";

const INTRODUCTION = `The hook fails with the code and logs the sentence; \`check_transfer\` returns the code; the issuer program fails with the
same code where a mint or a redemption meets the same reason. A code never gets another meaning. 6000 to 6099 concern the
accounts of the call, 6100 to 6199 the policy, 6200 to 6299 the sender, 6300 to 6399 the recipient.`;

/** Whether an error of the hook's IDL is a refusal of a transfer. */
export function isRefusal(code: number): boolean {
  return code >= 6000 && code < 6400;
}

export function refusalsPage(programs: readonly Program[]): string {
  const refusals = programs.flatMap(({ errors }) => errors).filter(({ code }) => isRefusal(code));
  const rows = refusals.map(({ code, name, msg }) => {
    const [sentence = msg, remedy = remedyOf(name)] = msg.split("; ");
    if (!remedy) {
      throw new Error(`${name} (${code}) does not say what to do: add it to src/remedies.ts, and to reasons.rs of the Rust client`);
    }
    return [`${code}`, `\`${name}\``, side(name), cell(sentence), cell(remedy)];
  });
  return `${heading("Why a transfer is refused", INTRODUCTION)}\n${table(["code", "name", "concerns", "sentence", "what to do"], rows)}`;
}

function side(name: string): string {
  return name.startsWith("Source") ? "sender" : name.startsWith("Destination") ? "recipient" : "asset";
}
