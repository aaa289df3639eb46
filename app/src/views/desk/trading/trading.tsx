/** The market's desk: every share with how its trading stands, and what stops and starts it. */
import { useState } from "react";
import { useShares } from "../../../chain/share.ts";
import { Field } from "../../../ui/controls.tsx";
import { Skeleton } from "../../../ui/figure.tsx";
import { Empty, Panel } from "../../../ui/panel.tsx";
import parts from "../parts/parts.module.css";
import { type Need, usePermissions } from "../parts/permitted.tsx";
import { OFFERS } from "./acts.ts";
import { ShareRow } from "./share-row.tsx";
import styles from "./trading.module.css";

export default function Trading() {
  const shares = useShares();
  const permitted = usePermissions();
  const [wanted, setWanted] = useState("");
  const found = shares.status === "known" ? shares.value.filter((share) => matches(share, wanted)) : [];
  return (
    <Panel
      title="Trading of each share"
      reading={shares}
      about="A halt stops trading between holders and nothing else. A pause is Token-2022's own: while it lasts, nothing moves at all, not even a redemption. A blackout is a window set beforehand."
    >
      {permitted ? <NotOffered permitted={permitted} /> : null}
      <div className={styles.search}>
        <Field label="Find a share" type="search" placeholder="Symbol or name" value={wanted} onChange={(event) => setWanted(event.target.value)} />
      </div>
      {shares.status === "loading" || !permitted ? <Skeleton width={40} /> : null}
      {shares.status === "known" && permitted ? (
        <ul>
          {found.map((share) => (
            <ShareRow key={share.mint} share={{ ...shares, value: share }} permitted={permitted} />
          ))}
        </ul>
      ) : null}
      {shares.status === "known" && found.length === 0 ? <Nothing wanted={wanted} /> : null}
    </Panel>
  );
}

function matches({ symbol, name }: { readonly symbol: string; readonly name: string }, wanted: string): boolean {
  return `${symbol} ${name}`.toLowerCase().includes(wanted.trim().toLowerCase());
}

/** Which acts have no button, and what would be needed for them. */
function NotOffered({ permitted }: { readonly permitted: (need: Need) => boolean }) {
  const missing = [...new Set(OFFERS.filter(({ need }) => !permitted(need)).map(({ need }) => need.name))];
  return missing.length === 0 ? null : (
    <p className={parts.missing}>
      This wallet’s role does not have the permission{missing.length > 1 ? "s" : ""} {missing.map((name) => `“${name}”`).join(", ")}: what takes{" "}
      {missing.length > 1 ? "those" : "that"} is not offered here.
    </p>
  );
}

function Nothing({ wanted }: { readonly wanted: string }) {
  return wanted === "" ? (
    <Empty title="No shares yet">Once a share has been created, as with “scrip asset create”, it appears here and can be halted.</Empty>
  ) : (
    <Empty title={`No share matches “${wanted}”`}>Search by its symbol or by a part of its name.</Empty>
  );
}
