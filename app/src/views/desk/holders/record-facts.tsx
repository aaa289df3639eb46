/** The facts of a record, each from its account. */
import { HolderKind, type transferHook } from "@scrip/client";
import type { Account } from "@solana/kit";
import type { ReactNode } from "react";
import { useNow } from "../../../chain/clock.ts";
import type { Known, Reading } from "../../../chain/reading.ts";
import { Figure } from "../../../ui/figure.tsx";
import { Fact, Facts } from "../../../ui/panel.tsx";
import { Time, distance } from "../../../ui/time.tsx";
import { classesInWords } from "../../../words/classes.ts";
import { countryCode, countryName } from "../../../words/countries.ts";
import { hex } from "../../../words/hex.ts";
import styles from "./holders.module.css";
import { StandingBadge } from "./standing.tsx";

type Holder = Account<transferHook.Holder>;

export function RecordFacts({ reading }: { readonly reading: Reading<Holder> }) {
  const now = useNow(60n);
  if (reading.status !== "known") {
    return null;
  }
  const { kind, kycExpiresAt, lockedUntil } = reading.value.data;
  const wallet = kind === HolderKind.Wallet;
  return (
    <Facts>
      <One name="Standing" of={reading}>{(data) => <StandingBadge of={data} />}</One>
      <One name="Kind" of={reading}>{() => (wallet ? "wallet" : "venue")}</One>
      {wallet ? (
        <>
          <One name="Residence" of={reading}>{({ jurisdiction }) => `${countryName(jurisdiction)} (${countryCode(jurisdiction)})`}</One>
          <One name="Investor classes" of={reading}>{(data) => classesInWords(data.investorClasses)}</One>
          <One name="Check ends" of={reading} hint={now === undefined ? undefined : distance(kycExpiresAt, now)}>{(data) => <Time at={data.kycExpiresAt} />}</One>
          <One name="May send" of={reading}>
            {() => (lockedUntil === 0n ? "always" : <>from <Time at={lockedUntil} /></>)}
          </One>
          <One name="Identity" of={reading} hint="the same for all wallets of one person">
            {(data) => <code className={styles.code}>{hex(data.identity)}</code>}
          </One>
        </>
      ) : null}
      <One name="Facts from" of={reading}>{(data) => (data.origin === 0 ? "a registrar" : wallet ? `credential ${data.origin}` : "its program")}</One>
    </Facts>
  );
}

interface OneProps {
  readonly name: string;
  readonly of: Known<Holder>;
  readonly hint?: string;
  readonly children: (data: transferHook.Holder) => ReactNode;
}

function One({ name, of, hint, children }: OneProps) {
  return (
    <Fact name={name} hint={hint}>
      <Figure of={of} from={({ address }) => address}>
        {({ data }) => children(data)}
      </Figure>
    </Fact>
  );
}
