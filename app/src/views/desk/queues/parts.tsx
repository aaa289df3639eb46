/** Parts of the entries: values as they are and as they will be, people, moments, hashes. */
import { type Address, isAddress } from "@solana/kit";
import { type ReactNode, useId } from "react";
import { AddressText } from "../../../ui/address.tsx";
import { Time } from "../../../ui/time.tsx";
import { utc } from "../../../words/moments.ts";
import { useWallet } from "../../../wallet/context.tsx";
import type { ChangedValue } from "./change-words.ts";
import styles from "./queues.module.css";

interface EntryProps {
  readonly title: string;
  /** Badges behind the title. */
  readonly badges?: ReactNode;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

export function Entry({ title, badges, aside, children }: EntryProps) {
  const id = useId();
  return (
    <article className={styles.item} aria-labelledby={id}>
      <header>
        <h3 id={id}>{title}</h3>
        {badges}
        {aside ? <span className={styles.aside}>{aside}</span> : null}
      </header>
      {children}
    </article>
  );
}

/** Each value by its name: as it stands, and as it is to be. */
export function Values({ of }: { readonly of: readonly ChangedValue[] }) {
  return (
    <dl className={styles.values}>
      {of.map(({ name, from, to }) => (
        <div key={name} className={styles.value}>
          <dt>{name}</dt>
          <dd>
            {from === to ? (
              <>
                <Value text={to} /> <span className={styles.same}>(stays)</span>
              </>
            ) : (
              <>
                {from === undefined ? null : (
                  <span className={styles.from}>
                    <Value text={from} />
                  </span>
                )}
                <span className={styles.to}>
                  {from === undefined ? null : <Becomes />}
                  <Value text={to} />
                </span>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Becomes() {
  return (
    <span className={styles.arrow}>
      <span aria-hidden="true">→</span>
      <span className="visually-hidden">becomes</span>
    </span>
  );
}

function Value({ text }: { readonly text: string }) {
  if (/^[0-9a-f]{64}$/.test(text)) {
    return <span className={styles.hash}>{text}</span>;
  }
  return isAddress(text) ? <AddressText of={text} /> : text;
}

/** A member of staff; who is connected is called "you" as well. */
export function Person({ of }: { readonly of: Address }) {
  const you = useWallet().connected?.address === of;
  return (
    <>
      <AddressText of={of} />
      {you ? " (you)" : null}
    </>
  );
}

/** A moment in the reader's zone, with UTC below or behind it: what is signed for has to be without doubt. */
export function When({ at, inline }: { readonly at: bigint; readonly inline?: boolean }) {
  return (
    <span className={styles.when}>
      <Time at={at} /> <span className={inline ? `${styles.utc} ${styles.inline}` : styles.utc}>{inline ? `(${utc(at)})` : utc(at)}</span>
    </span>
  );
}
