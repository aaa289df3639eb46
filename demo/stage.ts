/** What the audience sees: each step in a line, and what is remembered of it for the summary. */
import { styleText } from "node:util";
import { type Receipt, TransactionFailedError } from "@scrip/client";

export interface Step {
  /** The instruction, for example `mint_shares`. */
  readonly instruction: string;
  readonly computeUnits: bigint;
  readonly refused: boolean;
}

export class Stage {
  readonly steps: Step[] = [];

  title(text: string): void {
    console.log(`\n${styleText("bold", text)}`);
  }

  note(text: string): void {
    console.log(styleText("dim", `    ${text}`));
  }

  /** A transaction that must succeed. */
  async does(signer: string, instruction: string, what: string, sending: Promise<Receipt>): Promise<Receipt> {
    const receipt = await sending;
    this.did(signer, instruction, what, receipt);
    return receipt;
  }

  /** The same for one that has been sent already. */
  did(signer: string, instruction: string, what: string, receipt: Receipt): void {
    this.steps.push({ instruction, computeUnits: receipt.computeUnits, refused: false });
    this.#line(styleText("green", "✓"), signer, what, receipt.computeUnits);
  }

  /** A transaction that must be refused, with this code. */
  async refuses(signer: string, instruction: string, what: string, code: number, sending: Promise<Receipt>): Promise<void> {
    const error = await sending.then(
      () => new Error(`${signer} ${what}: this should have been refused with code ${code}, and was not`),
      (reason: unknown) => reason,
    );
    if (!(error instanceof TransactionFailedError) || error.failure.code !== code) {
      throw error;
    }
    this.steps.push({ instruction, computeUnits: error.computeUnits, refused: true });
    this.#line(styleText("red", "✗"), signer, what, error.computeUnits);
    this.note(`  refused: ${code} ${error.failure.reason?.name}. ${error.failure.reason?.text}`);
  }

  #line(mark: string, signer: string, what: string, computeUnits: bigint): void {
    const cost = `${computeUnits.toLocaleString("en")} CU`;
    console.log(`  ${mark} ${signer.padEnd(24)} ${what.padEnd(66)} ${styleText("dim", cost.padStart(11))}`);
  }
}

/** Unix seconds as people read them. */
export function clock(unixSeconds: bigint): string {
  return `${new Date(Number(unixSeconds) * 1000).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

/** Raw units with thin grouping. */
export function raw(amount: bigint): string {
  return `${amount.toLocaleString("en")} raw`;
}
