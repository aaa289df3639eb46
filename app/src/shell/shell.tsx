/** What is around every view: whose console this is, the ways to the views, the wallet, and how the node is. */
import type { ReactNode } from "react";
import { Link, useLocation } from "wouter";
import { useClockReading } from "../chain/clock.ts";
import { useConsole } from "../context.ts";
import { Boundary } from "./boundary.tsx";
import { Connection } from "./connection.tsx";
import { Foot } from "./foot.tsx";
import { Outcomes } from "./outcomes.tsx";
import styles from "./shell.module.css";
import { WalletMenu } from "./wallet-menu.tsx";

const VIEWS = [
  ["/", "Shares"],
  ["/calendar", "Calendar"],
  ["/holder", "Holder"],
  ["/desk", "Issuer desk"],
] as const;

export function Shell({ children }: { readonly children: ReactNode }) {
  const { config } = useConsole();
  const [location] = useLocation();
  useClockReading();
  return (
    <>
      <a className={styles.skip} href="#main" onClick={skip}>
        Skip to the content
      </a>
      <header className={styles.bar}>
        <div className={styles.inner}>
          <Link href="/" className={styles.brand}>
            <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
              <rect width="32" height="32" rx="7" fill="var(--accent)" />
              <path d="M7 21h6v-6h6V9h6" fill="none" stroke="var(--on-accent)" strokeWidth="3" strokeLinecap="square" />
            </svg>
            <span>{config.name}</span>
            {config.cluster === "mainnet" ? null : <span className={styles.cluster}>{config.cluster}</span>}
          </Link>
          <nav className={styles.views} aria-label="Views">
            {VIEWS.map(([href, name]) => (
              <Link key={href} href={href} aria-current={isAt(location, href) ? "page" : undefined}>
                {name}
              </Link>
            ))}
          </nav>
          <WalletMenu />
        </div>
        <Connection />
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        <Boundary at={location}>{children}</Boundary>
      </main>
      <Foot />
      <Outcomes />
    </>
  );
}

function isAt(location: string, href: string): boolean {
  return href === "/" ? location === "/" || location.startsWith("/share/") : location === href || location.startsWith(`${href}/`);
}

/** The page's addresses are behind the hash, so this cannot be one. */
function skip(event: React.MouseEvent): void {
  event.preventDefault();
  document.getElementById("main")?.focus();
}
