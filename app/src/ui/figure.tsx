/** A figure and where it comes from: it links to the account or event, and says when it could not be loaded or is old. */
import type { Address } from "@solana/kit";
import type { ReactNode } from "react";
import { Link } from "wouter";
import type { Reading } from "../chain/reading.ts";
import styles from "./figure.module.css";

interface FigureProps<T> {
  readonly of: Reading<T>;
  /** The account that holds it; a function where that is part of what is read. */
  readonly from: Address | ((value: T) => Address);
  /** Characters that the figure will take about, so that nothing jumps when it is there. Default 8. */
  readonly width?: number;
  readonly children: (value: T) => ReactNode;
}

export function Figure<T>({ of, from, width, children }: FigureProps<T>) {
  if (of.status !== "known") {
    return <Loaded of={of} width={width} />;
  }
  const source = typeof from === "function" ? from(of.value) : from;
  const when = new Date(of.readAt).toLocaleTimeString();
  const old = of.stale ? ", and could not be read again since" : "";
  return (
    <Link
      href={`/account/${source}`}
      className={of.stale ? `${styles.figure} ${styles.stale}` : styles.figure}
      title={`From account ${source}, slot ${of.slot}, read at ${when}${old}`}
    >
      {children(of.value)}
    </Link>
  );
}

interface LoadedProps<T> extends Pick<FigureProps<T>, "of" | "width"> {
  readonly children?: (value: T) => ReactNode;
}

/** The same for what is a link itself, as an address is. */
export function Loaded<T>({ of, width, children }: LoadedProps<T>) {
  if (of.status === "loading") {
    return <Skeleton width={width} />;
  }
  if (of.status === "failed") {
    return (
      <span className={styles.failed} title={of.error.message}>
        not loaded
      </span>
    );
  }
  return children?.(of.value);
}

/** Where a figure will be. */
export function Skeleton({ width = 8 }: { readonly width?: number }) {
  return (
    <span className={styles.skeleton} style={{ width: `${width}ch` }} role="status">
      <span className="visually-hidden">loading</span>
    </span>
  );
}
