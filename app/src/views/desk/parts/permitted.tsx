/** Acts are offered to those whom the chain lets do them; everybody else reads which permission is missing. */
import type { ReactNode } from "react";
import { useNow } from "../../../chain/clock.ts";
import { type Duties, may, mayRegister, useDuties } from "../../../chain/duties.ts";
import { valueOf } from "../../../chain/reading.ts";
import styles from "./parts.module.css";

export interface Need {
  /** Of the issuer's staff, or of a registrar. */
  readonly of: "staff" | "registrar";
  /** The bit. */
  readonly permission: number;
  /** As the issuer's documents call it. */
  readonly name: string;
}

/** Whether the connected wallet has it; `undefined` until that is known. */
function usePermission(need: Need): boolean | undefined {
  const check = usePermissions();
  return check?.(need);
}

/** The same for several; `undefined` until it is known. */
export function usePermissions(): ((need: Need) => boolean) | undefined {
  const duties = valueOf(useDuties());
  const now = useNow();
  return duties && now !== undefined ? (need) => has(duties, need, now) : undefined;
}

function has(duties: Duties, { of, permission }: Need, now: bigint): boolean {
  return of === "staff" ? may(duties, permission, now) : mayRegister(duties, permission, now);
}

interface PermittedProps {
  readonly need: Need;
  /** "To mint". */
  readonly to: string;
  readonly children: ReactNode;
}

export function Permitted({ need, to, children }: PermittedProps) {
  const permitted = usePermission(need);
  if (permitted === undefined) {
    return null;
  }
  return permitted ? children : <Missing need={need} to={to} />;
}

export function Missing({ need: { of, name }, to }: Omit<PermittedProps, "children">) {
  const whose = of === "staff" ? "a role with" : "a registrar’s appointment with";
  return (
    <p className={styles.missing}>
      {to}, connect a wallet that has {whose} the permission “{name}”. The one that is connected does not have it.
    </p>
  );
}
