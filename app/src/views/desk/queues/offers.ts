/** What the connected wallet can do about something that waits, and if it cannot, why not. */
import type { Instruction, TransactionSigner } from "@solana/kit";
import type { Foreseen } from "../../../chain/foreseen.ts";
import { causeOf } from "../../../explain.ts";

export interface Offer {
  /** What the button says. */
  readonly name: string;
  readonly look?: "primary" | "plain" | "danger";
  /** The entry waits for this. */
  readonly wanted?: boolean;
  /** Why it cannot be done now by this wallet; a sentence. Empty: it cannot, and that is nothing to tell. */
  readonly no?: string;
  /** Whether the node has to be asked if it would be done: it depends on more than roles. */
  readonly ask?: boolean;
  readonly done: string;
  readonly instructions: (signer: TransactionSigner) => Promise<readonly Instruction[]>;
}

/** Something that waits, whatever it is. */
export interface Task {
  /** The address of its account. */
  readonly key: string;
  readonly offers: readonly Offer[];
  /** Whether it waits for who is connected, where that does not follow from the offers. */
  readonly mine?: boolean;
}

export function foreseenKey({ key }: Task, { name }: Offer): string {
  return `${key} ${name}`;
}

/** What the node has to be asked about. */
export function toForesee(tasks: readonly Task[]) {
  return tasks.flatMap((task) =>
    task.offers
      .filter(({ ask, no }) => ask && no === undefined)
      .map((offer) => ({ key: foreseenKey(task, offer), instructions: offer.instructions })),
  );
}

/** The offers with what the node says of them. */
export function judged<T extends Task>(task: T, foreseen: Foreseen): T {
  const offers = task.offers.map((offer) => {
    const key = foreseenKey(task, offer);
    const refusal = foreseen.get(key);
    // Not asked yet: it is not shown as possible before it is known to be.
    const unknown = offer.ask && offer.no === undefined && !foreseen.has(key);
    return unknown ? { ...offer, no: "" } : refusal ? { ...offer, no: causeOf(refusal) } : offer;
  });
  return { ...task, offers };
}

/** Whether it waits for who is connected. */
export function isMine({ offers, mine }: Task): boolean {
  return mine ?? offers.some(({ wanted, no }) => wanted && no === undefined);
}
