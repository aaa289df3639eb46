/** One page of the console: its heading, which takes the focus when the page opens, and the title of the window. */
import { type ReactNode, useEffect, useRef } from "react";
import { useLocation } from "wouter";
import { useConsole } from "../context.ts";
import styles from "./page.module.css";

interface PageProps {
  readonly title: string;
  /** Behind the title. */
  readonly aside?: ReactNode;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

/** The address that was shown before: who opens the console starts at its top, not at a heading. */
let shown: string | undefined;

export function Page({ title, aside, lead, children }: PageProps) {
  const { config } = useConsole();
  const heading = useRef<HTMLHeadingElement>(null);
  const [location] = useLocation();
  useEffect(() => {
    document.title = `${title} · ${config.name}`;
  }, [title, config.name]);
  useEffect(() => {
    if (shown !== undefined && shown !== location) {
      window.scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    }
    shown = location;
  }, [location]);
  return (
    <>
      <header className={styles.head}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {aside}
      </header>
      {lead ? <p className={styles.lead}>{lead}</p> : null}
      {children}
    </>
  );
}
