/** What is below every view: whose account all is read from, by which node, at what time of the chain; and the theme. */
import { useState } from "react";
import { useNow } from "../chain/clock.ts";
import { useHealth } from "../chain/health.ts";
import { useConsole } from "../context.ts";
import { AddressText } from "../ui/address.tsx";
import { Time } from "../ui/time.tsx";
import styles from "./shell.module.css";
import { type Theme, chooseTheme, chosenTheme } from "./theme.ts";

export function Foot() {
  const { config } = useConsole();
  const [theme, setTheme] = useState(chosenTheme);
  const now = useNow(60n);
  const { failure } = useHealth();
  return (
    <footer className={styles.foot}>
      <div>
        <span>
          Issuer <AddressText of={config.issuer} name={undefined} />
        </span>
        <span>Read from {new URL(config.rpcUrl).host}</span>
        <span>{now === undefined ? "Time of the chain not known yet" : <>Time of the chain <Time at={now} />{failure === undefined ? "" : ", by your own clock since the node is gone"}</>}</span>
        <label className={styles.right}>
          Theme
          <select
            value={theme}
            onChange={({ target }) => {
              chooseTheme(target.value as Theme);
              setTheme(target.value as Theme);
            }}
          >
            <option value="system">as the system</option>
            <option value="light">light</option>
            <option value="dark">dark</option>
          </select>
        </label>
      </div>
    </footer>
  );
}
