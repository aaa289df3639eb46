/** The node gave no answer: one kind of error, whatever the reason, for these alone are worth asking again. */
import { SOLANA_ERROR__RPC__TRANSPORT_HTTP_ERROR, isSolanaError } from "@solana/kit";

export class OutageError extends Error {
  override readonly name = "OutageError";

  constructor(
    /** What the node did, to follow "the node ". */
    readonly what: string,
    cause?: unknown,
  ) {
    super(`the node ${what}`, { cause });
  }
}

/** `late`: the page itself has stopped waiting. */
export function outageOf(error: unknown, late: boolean): OutageError {
  if (error instanceof OutageError) {
    return error;
  }
  if (late) {
    return new OutageError("took too long", error);
  }
  if (isSolanaError(error, SOLANA_ERROR__RPC__TRANSPORT_HTTP_ERROR)) {
    const { statusCode } = error.context;
    return new OutageError(statusCode === 429 ? "is asked too often and refuses for now (429)" : `answered with HTTP status ${statusCode}`, error);
  }
  return error instanceof SyntaxError ? new OutageError(NO_ANSWER, error) : new OutageError("cannot be reached", error);
}

const NO_ANSWER = "answered with something else than a Solana node does";

/** @throws OutageError for JSON that answers no question. */
export function requireAnswer(answer: unknown): void {
  if (typeof answer !== "object" || answer === null || !("result" in answer || "error" in answer)) {
    throw new OutageError(NO_ANSWER);
  }
}
