/** The one connection of the page: to the configured node. */
import { type Rpc, type SolanaRpcApi, createDefaultRpcTransport, createSolanaRpcFromTransport } from "@solana/kit";
import { answered, failed } from "./health.ts";

/** Milliseconds after which a question counts as not answered. */
const PATIENCE = 20_000;

export type Node = Rpc<SolanaRpcApi>;

export function connect(url: string): Node {
  const transport = createDefaultRpcTransport({ url: new URL(url).href });
  const watched: typeof transport = async (request) => {
    const patience = AbortSignal.timeout(PATIENCE);
    const signal = request.signal ? AbortSignal.any([request.signal, patience]) : patience;
    try {
      const answer = await transport({ ...request, signal });
      answered();
      return answer as never;
    } catch (error) {
      if (!request.signal?.aborted) {
        failed(reason(error));
      }
      throw error;
    }
  };
  return createSolanaRpcFromTransport(watched) as Node;
}

function reason(error: unknown): string {
  const context = (error as { context?: { statusCode?: number } }).context;
  if (context?.statusCode === 429) {
    return "it limits how often it may be asked";
  }
  if (context?.statusCode) {
    return `it answered ${context.statusCode}`;
  }
  return error instanceof DOMException && error.name === "TimeoutError" ? "it took too long" : "it cannot be reached";
}
