/** The sections of a view, in a row; on a phone it is pushed sideways until the open one is seen. */
import { useEffect, useRef } from "react";
import { Link } from "wouter";
import styles from "./section-nav.module.css";

interface SectionNavProps {
  readonly label: string;
  readonly sections: readonly (readonly [href: string, name: string, ...unknown[]])[];
  /** The address of the open one. */
  readonly here: string | undefined;
}

export function SectionNav({ label, sections, here }: SectionNavProps) {
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    const open = row.current?.querySelector<HTMLElement>("[aria-current]");
    if (open && row.current) {
      // Not scrollIntoView, which would move the page as well.
      row.current.scrollLeft = open.offsetLeft - (row.current.clientWidth - open.offsetWidth) / 2;
    }
  }, [here]);
  return (
    <nav ref={row} className={styles.sections} aria-label={label}>
      {sections.map(([href, name]) => (
        <Link key={href} href={href} aria-current={href === here ? "page" : undefined}>
          {name}
        </Link>
      ))}
    </nav>
  );
}
