/** In the place of what is not there yet: where it will be, or that it could not be loaded. */
import type { Reading } from "../../chain/reading.ts";
import { Skeleton } from "../../ui/figure.tsx";
import styles from "./fields.module.css";

export function Waiting({ on, width }: { readonly on: Reading<unknown>; readonly width: number }) {
  return on.status === "failed" ? <span className={styles.missing}>not loaded</span> : <Skeleton width={width} />;
}
