/** What every view needs: the configuration and the node. */
import { createContext, useContext } from "react";
import type { Node } from "./chain/rpc.ts";
import type { ConsoleConfig } from "./config.ts";

export interface Console {
  readonly config: ConsoleConfig;
  readonly node: Node;
}

export const ConsoleContext = createContext<Console | undefined>(undefined);

export function useConsole(): Console {
  const console = useContext(ConsoleContext);
  if (!console) {
    throw new Error("useConsole is called outside of ConsoleContext");
  }
  return console;
}
