/** The primary market's desk: new shares for a holder, and shares that holders give back. */
import { Permission, multiplierInForce } from "@scrip/client";
import { useState } from "react";
import { useNow } from "../../../chain/clock.ts";
import { useShares } from "../../../chain/share.ts";
import { Skeleton } from "../../../ui/figure.tsx";
import { Empty, Panel } from "../../../ui/panel.tsx";
import parts from "../parts/parts.module.css";
import { type Need, Permitted } from "../parts/permitted.tsx";
import { ShareChoice } from "../parts/share-choice.tsx";
import { type Unit, readAmount } from "./amount.ts";
import { Headroom } from "./headroom.tsx";
import { MintForm } from "./mint-form.tsx";
import { Redemptions } from "./redemptions.tsx";

const TO_MINT: Need = { of: "staff", permission: Permission.Mint, name: "mint" };

export default function Mint() {
  const shares = useShares();
  const now = useNow();
  const [mint, setMint] = useState("");
  const [text, setText] = useState("");
  const [unit, setUnit] = useState<Unit>("shares");
  if (shares.status !== "known" || now === undefined) {
    return (
      <Panel title="Mint shares" reading={shares}>
        <Skeleton width={40} />
      </Panel>
    );
  }
  const share = shares.value.find((candidate) => candidate.mint === mint) ?? shares.value[0];
  if (!share) {
    return (
      <Panel title="Mint shares" reading={shares}>
        <Empty title="No shares yet">Once a share has been created, as with “scrip asset create”, it can be minted here.</Empty>
      </Panel>
    );
  }
  const multiplier = multiplierInForce(share.asset.data, now);
  const typed = { text, unit, onText: setText, onUnit: setUnit };
  return (
    <>
      <Panel title="Mint shares" reading={shares} about="New shares for a wallet on the register. What stands behind them, and how much you may mint, is below.">
        <div className={parts.fields}>
          <ShareChoice shares={shares.value} mint={share.mint} onChoose={setMint} />
        </div>
        <Permitted need={TO_MINT} to="To mint">
          <MintForm key={share.mint} share={share} multiplier={multiplier} {...typed} />
        </Permitted>
      </Panel>
      <Headroom share={{ ...shares, value: share }} multiplier={multiplier} planned={plannedOf(text, unit, multiplier)} />
      <Redemptions share={share} multiplier={multiplier} />
    </>
  );
}

function plannedOf(text: string, unit: Unit, multiplier: bigint): bigint | undefined {
  try {
    return readAmount(text, unit, multiplier).raw;
  } catch {
    return undefined;
  }
}
