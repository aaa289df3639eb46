/** What would become of a change, told before it is signed. */
import { GRACE } from "../../../../chain/changes.ts";
import type { Reading } from "../../../../chain/reading.ts";
import type { Setting } from "../../../../chain/settings.ts";
import { Notice } from "../../../../ui/controls.tsx";
import { duration } from "../../../../ui/time.tsx";
import { changedValues } from "../change-words.ts";
import { Values, When } from "../parts.tsx";
import styles from "../queues.module.css";
import type { Way } from "./way.ts";

interface WayAheadProps {
  readonly way: Reading<Way | undefined>;
  readonly change: Setting;
  readonly current?: Setting;
  readonly multiplier?: bigint;
  readonly now?: bigint;
}

export function WayAhead({ way, change, current, multiplier, now }: WayAheadProps) {
  return (
    <div className={styles.preview}>
      <Values of={changedValues(change, current, multiplier)} />
      <div aria-live="polite">
        {way.status === "failed" ? (
          <Notice tone="bad">The node could not be asked what would become of it: {way.error.message}</Notice>
        ) : way.status === "loading" || !way.value ? (
          <Notice>Asking the node which way it goes…</Notice>
        ) : (
          <Told way={way.value} now={now} />
        )}
      </div>
    </div>
  );
}

function Told({ way, now }: { readonly way: Way; readonly now?: bigint }) {
  switch (way.way) {
    case "at once":
      return (
        <Notice tone="good" title="It takes effect at once">
          It tightens, or nothing makes it wait.
        </Notice>
      );
    case "refused":
      return (
        <Notice tone="bad" title="It would be refused">
          {way.why}
        </Notice>
      );
    case "queue":
      return (
        <Notice tone="warn" title={way.wait > 0n ? `It loosens, so it waits ${duration(way.wait)}` : "It waits for a checker"}>
          {way.checked ? "Another member of staff, who may check, has to approve it. " : ""}
          {now === undefined ? null : (
            <>
              Signed now, anybody can carry it out{way.checked && way.wait === 0n ? " once it is approved, until " : " from "}
              {way.checked && way.wait === 0n ? null : (
                <>
                  <When at={now + way.wait} inline /> until{" "}
                </>
              )}
              <When at={now + way.wait + GRACE} inline />.
            </>
          )}
        </Notice>
      );
  }
}
