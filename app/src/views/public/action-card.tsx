/** One corporate action: what it is, what it brings, where it stands, and on opening it everything that its account holds. */
import { NO_ADDRESS, formatDecimal } from "@scrip/client";
import type { ReactNode } from "react";
import { type Action, paymentMint, stageOf } from "../../chain/calendar.ts";
import { type Known, type Reading, derive } from "../../chain/reading.ts";
import { AddressText } from "../../ui/address.tsx";
import { Figure } from "../../ui/figure.tsx";
import { Fact, Facts } from "../../ui/panel.tsx";
import { StageBadge } from "../../ui/stage-badge.tsx";
import { Time } from "../../ui/time.tsx";
import styles from "./action-card.module.css";
import { type Mints, termsInWords } from "../../words/action-terms.ts";
import { datesOf, headline, kindInWords } from "../../words/actions.ts";
import { Hex } from "./hex.tsx";

interface ActionCardProps {
  readonly action: Action;
  /** What it was read with. */
  readonly of: Known<unknown>;
  readonly mints: Reading<Mints>;
  /** Unix seconds on the chain's clock. */
  readonly now: bigint;
  /** Whose it is, where actions of many shares are together. */
  readonly share?: ReactNode;
}

export function ActionCard({ action, of, mints, now, share }: ActionCardProps) {
  const { data, address } = action;
  const reading: Known<Action> = { ...of, value: action };
  const kind = kindInWords(data.kind);
  return (
    <article className={styles.card}>
      <div className={styles.when}>
        <Figure of={reading} from={address}>{() => <Time at={data.dates.effectiveAt} />}</Figure>
        <span className={styles.small}>
          <Time at={data.dates.effectiveAt} relative />
        </span>
      </div>
      <div className={styles.what}>
        <h3>
          {share}
          <Figure of={reading} from={address}>{() => headline(data)}</Figure>
          <abbr className={styles.code} title={`${kind.name}, by its ISO 15022 code`}>
            {kind.code}
          </abbr>
        </h3>
        <p className={styles.terms}>
          {data.terms.__kind === "Ratio" || data.terms.__kind === "Reinvestment" || data.terms.__kind === "Name" ? (
            termsInWords(data.terms, UNNAMED)
          ) : (
            <Figure of={derive(mints, (known) => termsInWords(data.terms, known))} from={address} width={24}>
              {(words) => words}
            </Figure>
          )}
        </p>
        <details className={styles.details}>
          <summary>Dates, people, document</summary>
          <Everything action={action} />
        </details>
      </div>
      <StageBadge of={stageOf(data, now)} />
    </article>
  );
}

const UNNAMED: Mints = { symbol: () => undefined, decimals: () => undefined };

function Everything({ action: { data, address } }: { readonly action: Action }) {
  const paidIn = paymentMint(data.terms);
  return (
    <Facts>
      {datesOf(data.dates).map(([name, at]) => (
        <Fact key={name} name={name}>
          <Time at={at} />
        </Fact>
      ))}
      <Fact name={data.amendments === 0 ? "Announced" : `Amended (${data.amendments} times), last`}>
        <Time at={data.announcedAt} />
      </Fact>
      {data.scheduledAt === 0n ? null : (
        <Fact name="Scheduled">
          <Time at={data.scheduledAt} />
        </Fact>
      )}
      {data.settledAt === 0n ? null : (
        <Fact name="Settled">
          <Time at={data.settledAt} />
        </Fact>
      )}
      {data.oldMultiplier === 0n || data.oldMultiplier === data.newMultiplier ? null : (
        <Fact name="Multiplier before and after">
          <span data-wide>
            {formatDecimal(data.oldMultiplier, 18)} → {formatDecimal(data.newMultiplier, 18)}
          </span>
        </Fact>
      )}
      {paidIn ? (
        <Fact name="Paid in token">
          <AddressText of={paidIn} />
        </Fact>
      ) : null}
      <Fact name="Maker">
        <AddressText of={data.maker} />
      </Fact>
      <Fact name="Checker">{data.checker === NO_ADDRESS ? <span className={styles.small}>nobody yet, or none is asked for</span> : <AddressText of={data.checker} />}</Fact>
      <Fact name="Account">
        <AddressText of={address} />
      </Fact>
      <Fact name="Document, SHA-256">
        <Hex bytes={data.documentHash} />
      </Fact>
      {data.reason.every((byte) => byte === 0) ? null : (
        <Fact name="Reason of the last change">
          <Hex bytes={data.reason} />
        </Fact>
      )}
    </Facts>
  );
}
