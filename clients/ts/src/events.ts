/** Decodes the events of the Scrip programs from a confirmed transaction. */
import { type Address, type ReadonlyUint8Array, containsBytes, getBase58Encoder, getBase64Encoder } from "@solana/kit";
import { SCRIP_ISSUER_PROGRAM_ADDRESS } from "./generated/issuer/index.ts";
import { SCRIP_ISSUER_EVENTS, type ScripIssuerEvent } from "./generated/issuer/events.ts";
import { SCRIP_TRANSFER_HOOK_PROGRAM_ADDRESS } from "./generated/transferHook/index.ts";
import { SCRIP_TRANSFER_HOOK_EVENTS, type ScripTransferHookEvent } from "./generated/transferHook/events.ts";

export type ScripEvent = ScripIssuerEvent | ScripTransferHookEvent;

/** An instruction that a program called, with its data in base 58 as RPC nodes give it. */
export interface InnerInstruction {
  readonly program: Address;
  readonly data: string;
}

interface EventDecoder {
  readonly name: string;
  readonly discriminator: ReadonlyUint8Array;
  readonly decoder: { decode(bytes: ReadonlyUint8Array): unknown };
}

const DECODERS: Readonly<Record<Address, readonly EventDecoder[]>> = {
  [SCRIP_ISSUER_PROGRAM_ADDRESS]: SCRIP_ISSUER_EVENTS,
  [SCRIP_TRANSFER_HOOK_PROGRAM_ADDRESS]: SCRIP_TRANSFER_HOOK_EVENTS,
};

/** Anchor's `emit_cpi!` calls the program itself with this tag before the event: sha256("anchor:event"), first 8. */
const EVENT_INSTRUCTION_TAG = new Uint8Array([0xe4, 0x45, 0xa5, 0x2e, 0x51, 0xcb, 0x9a, 0x1d]);

/**
 * Returns the events of a transaction in the order in which they were emitted, those that were logged before those
 * that were emitted by a self-call.
 *
 * @example
 * ```ts
 * const logs = ["Program 4Rj7vQrSToJvhx9AHAVzyJb3zAbcz9TV8hBG9it9aoTG invoke [1]"];
 * const inner = [{ program: issuer.SCRIP_ISSUER_PROGRAM_ADDRESS, data: "3Bxs4h24hBtQy9rw" }]; // base 58
 * for (const event of decodeEvents(logs, inner)) {
 *   if (event.name === "SharesMinted") {
 *     console.log(event.data); // of this event's own type
 *   }
 * }
 * ```
 */
export function decodeEvents(logs: readonly string[], innerInstructions: readonly InnerInstruction[]): ScripEvent[] {
  const logged = loggedData(logs).map(({ program, data }) => decode(program, getBase64Encoder().encode(data)));
  const called = innerInstructions.map(({ program, data }) => {
    const bytes = program in DECODERS ? getBase58Encoder().encode(data) : new Uint8Array();
    return containsBytes(bytes, EVENT_INSTRUCTION_TAG, 0)
      ? decode(program, bytes.slice(EVENT_INSTRUCTION_TAG.length))
      : undefined;
  });
  return [...logged, ...called].filter((event) => event !== undefined);
}

/** Follows the call stack, because any program may log bytes that look like an event of ours. */
function loggedData(logs: readonly string[]): InnerInstruction[] {
  const stack: Address[] = [];
  const found: InnerInstruction[] = [];
  for (const line of logs) {
    const [, invoked] = /^Program (\w+) invoke \[\d+\]$/.exec(line) ?? [];
    const program = stack.at(-1);
    if (invoked) {
      stack.push(invoked as Address);
    } else if (/^Program \w+ (?:success$|failed: )/.test(line)) {
      stack.pop();
    } else if (line.startsWith("Program data: ") && program) {
      found.push({ program, data: line.slice("Program data: ".length) });
    }
  }
  return found;
}

function decode(program: Address, bytes: ReadonlyUint8Array): ScripEvent | undefined {
  const event = DECODERS[program]?.find(({ discriminator }) => containsBytes(bytes, discriminator, 0));
  return event && ({ name: event.name, data: event.decoder.decode(bytes.slice(event.discriminator.length)) } as ScripEvent);
}
