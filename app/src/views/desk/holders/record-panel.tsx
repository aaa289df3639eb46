/** Everything on record about a wallet, what it holds, and what a registrar can do about it. */
import { HolderKind, HolderStatus, RegistrarPermission } from "@scrip/client";
import type { Address } from "@solana/kit";
import { useState } from "react";
import { derive } from "../../../chain/reading.ts";
import { useRecord } from "../../../chain/register.ts";
import { AddressText } from "../../../ui/address.tsx";
import { Button } from "../../../ui/controls.tsx";
import { Skeleton } from "../../../ui/figure.tsx";
import { Empty, Panel } from "../../../ui/panel.tsx";
import { TO_ONBOARD } from "../import/permission.ts";
import { type Need, Permitted } from "../parts/permitted.tsx";
import { FactsForm } from "./facts-form.tsx";
import styles from "./holders.module.css";
import { Positions } from "./positions.tsx";
import { RecordFacts } from "./record-facts.tsx";
import { StandingForm } from "./standing-form.tsx";

const TO_SUSPEND: Need = { of: "registrar", permission: RegistrarPermission.Suspend, name: "suspend" };

const ACTS: readonly (readonly [status: HolderStatus, label: string])[] = [
  [HolderStatus.Active, "Reinstate"],
  [HolderStatus.Suspended, "Suspend"],
  [HolderStatus.Revoked, "Revoke"],
  [HolderStatus.Sanctioned, "Sanction"],
];

interface RecordPanelProps {
  readonly registry: Address;
  readonly wallet: Address;
  readonly onClose: () => void;
}

export function RecordPanel({ registry, wallet, onClose }: RecordPanelProps) {
  const reading = useRecord(registry, wallet);
  const [doing, setDoing] = useState<"facts" | HolderStatus>();
  const end = () => setDoing(undefined);
  const record = reading.status === "known" ? reading.value.record : undefined;
  const target = { registry, wallet, record };
  return (
    <Panel title="Record" reading={reading} tools={<Button onClick={onClose}>Close</Button>}>
      <p className={styles.wallet}>
        <AddressText of={wallet} />
      </p>
      {reading.status === "loading" ? <Skeleton width={40} /> : null}
      {reading.status === "known" && !record ? (
        <Empty title="This wallet is not on the register">A registrar who has checked the person puts it there. Until then it can hold none of the shares that are for listed holders.</Empty>
      ) : null}
      {reading.status === "known" && record ? <RecordFacts reading={derive(reading, () => record)} /> : null}
      {reading.status === "known" && record?.data.kind !== HolderKind.Venue ? (
        <div className={styles.acts}>
          <Permitted need={TO_ONBOARD} to={record ? "To change the facts" : "To put it on the register"}>
            <Button look={record ? "plain" : "primary"} onClick={() => setDoing("facts")}>
              {record ? "Change facts" : "Put on the register"}
            </Button>
          </Permitted>
          {record ? (
            <Permitted need={TO_SUSPEND} to="To change the standing">
              {ACTS.filter(([status]) => status !== record.data.status).map(([status, label]) => (
                <Button key={status} look={status === HolderStatus.Active ? "plain" : "danger"} onClick={() => setDoing(status)}>
                  {label}
                </Button>
              ))}
            </Permitted>
          ) : null}
        </div>
      ) : null}
      {doing === "facts" ? <FactsForm key={doing} {...target} onClose={end} /> : null}
      {typeof doing === "number" && record ? <StandingForm key={doing} {...target} record={record} status={doing} onClose={end} /> : null}
      <Positions wallet={wallet} />
    </Panel>
  );
}
