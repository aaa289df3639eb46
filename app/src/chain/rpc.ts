/** The one connection of the page: to the configured node. */
import { type Rpc, type SolanaRpcApi, createDefaultRpcTransport, createSolanaRpcFromTransport } from "@solana/kit";
import { answered, failed } from "./health.ts";
import { outageOf, requireAnswer } from "./outage.ts";

/** Milliseconds after which a question counts as not answered. */
export const PATIENCE = 12_000;

export type Node = Rpc<SolanaRpcApi>;

/** Whatever keeps the node from answering is thrown as an `OutageError`; what it answers, good or bad, is not. */
export function connect(url: string): Node {
  // Asks once: who asks again is the reading or the act, which know whether that makes sense.
  const transport = createDefaultRpcTransport({ url: new URL(url).href });
  const watched: typeof transport = async <T>(request: Parameters<typeof transport>[0]): Promise<T> => {
    const asked = Date.now();
    const patience = AbortSignal.timeout(PATIENCE);
    const signal = request.signal ? AbortSignal.any([request.signal, patience]) : patience;
    try {
      const answer = await transport<T>({ ...request, signal });
      requireAnswer(answer);
      answered();
      return answer;
    } catch (error) {
      if (request.signal?.aborted) {
        throw error;
      }
      const outage = outageOf(error, patience.aborted);
      failed(outage.what, asked);
      throw outage;
    }
  };
  return createSolanaRpcFromTransport(watched) as Node;
}
