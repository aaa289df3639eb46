/** Changing a setting: a form for the admin, which tells before signing whether the change is made at once or waits. */
import { useState } from "react";
import { useDuties } from "../../../../chain/duties.ts";
import { useShares } from "../../../../chain/share.ts";
import { valueOf } from "../../../../chain/reading.ts";
import { short } from "../../../../ui/address.tsx";
import { Button } from "../../../../ui/controls.tsx";
import { Figure } from "../../../../ui/figure.tsx";
import { Panel } from "../../../../ui/panel.tsx";
import styles from "../queues.module.css";
import { SettingFormView } from "./setting-form-view.tsx";

export function ProposeChange() {
  const [open, setOpen] = useState(false);
  const duties = useDuties();
  const shares = valueOf(useShares());
  const known = valueOf(duties);
  const form = open && known?.admin && shares ? <SettingFormView issuer={known.issuer} shares={shares} /> : null;
  const tools = known?.admin ? (
    <Button aria-expanded={open} onClick={() => setOpen(!open)}>
      {open ? "Close the form" : "Change a setting"}
    </Button>
  ) : null;
  return (
    <Panel title="Settings" tools={tools}>
      {form ?? (
        <p className={styles.note}>
          What gives the issuer more power, or holders less protection, loosens: it waits in the queue above. What tightens is made at once.
          {known?.admin ? null : (
            <>
              {" "}
              Only the admin changes settings:{" "}
              <Figure of={duties} from={({ issuer }) => issuer.address} width={12}>
                {({ issuer }) => <span className={styles.nowrap}>{short(issuer.data.admin)}</span>}
              </Figure>
              .
            </>
          )}
        </p>
      )}
    </Panel>
  );
}
