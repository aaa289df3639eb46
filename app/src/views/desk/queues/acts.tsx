/**
 * One act at a time for a whole section of the desk, and where it was begun: what becomes of it is told there, also if
 * the entry has moved to another list since, or above all lists if it is gone.
 */
import { type ReactNode, createContext, useContext, useEffect, useMemo, useRef, useState } from "react";
import { type Act, useAct } from "../../../act.ts";
import { ActStatus } from "../../../ui/act-status.tsx";
import type { Offer } from "./offers.ts";
import styles from "./queues.module.css";

interface Acts {
  readonly act: Act;
  /** The entry at which it was begun. */
  readonly at?: string;
  readonly done?: ReactNode;
  run(at: string, offer: Offer): void;
}

const ActsContext = createContext<Acts | undefined>(undefined);

export function ActsProvider({ children }: { readonly children: ReactNode }) {
  const act = useAct();
  const [begun, setBegun] = useState<{ at: string; done: ReactNode }>();
  const acts = useMemo(
    (): Acts => ({
      act,
      ...begun,
      run: (at, { done, instructions }) => {
        setBegun({ at, done });
        void act.run(instructions);
      },
    }),
    [act, begun],
  );
  return <ActsContext value={acts}>{children}</ActsContext>;
}

export function useActs(): Acts {
  const acts = useContext(ActsContext);
  if (!acts) {
    throw new Error("useActs is called outside of ActsProvider");
  }
  return acts;
}

/** What becomes of the act that was begun at this entry. */
export function Outcome({ at }: { readonly at: string }) {
  const acts = useActs();
  return acts.at === at ? <Told acts={acts} /> : null;
}

/** The same, if its entry is in no list any more. */
export function OutcomeOfGone({ present }: { readonly present: readonly string[] }) {
  const acts = useActs();
  return acts.at === undefined || present.includes(acts.at) ? null : (
    <div className={styles.gone}>
      <Told acts={acts} />
    </div>
  );
}

function Told({ acts: { act, done } }: { readonly acts: Acts }) {
  const place = useRef<HTMLDivElement>(null);
  const { step } = act.state;
  useEffect(() => {
    // The button that had the focus may be gone with its entry: who uses a keyboard goes on from here.
    if (step === "done" && document.activeElement === document.body) {
      place.current?.focus({ preventScroll: true });
    }
  });
  return step === "idle" ? null : (
    <div ref={place} tabIndex={-1} className={styles.outcome}>
      <ActStatus act={act} done={done} />
    </div>
  );
}
