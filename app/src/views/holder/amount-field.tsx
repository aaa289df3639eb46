/** Which position, and how much of it: typed in shares, with the raw units that it comes to beneath. */
import { formatShares, sharesOf } from "@scrip/client";
import type { Position } from "../../chain/positions.ts";
import { Raw, Shares, grouped } from "../../ui/amount.tsx";
import { Button, Choice, Field } from "../../ui/controls.tsx";
import type { Entry } from "./entry.ts";
import styles from "./holder.module.css";

interface PositionChoiceProps {
  readonly label: string;
  readonly positions: readonly Position[];
  readonly chosen: Position;
  /** 18 decimals. */
  readonly multiplierOf: (position: Position) => bigint;
  readonly onChoose: (account: string) => void;
}

export function PositionChoice({ label, positions, chosen, multiplierOf, onChoose }: PositionChoiceProps) {
  return (
    <Choice label={label} value={chosen.account} onChange={({ target }) => onChoose(target.value)} hint={chosen.share.name}>
      {positions.map((position) => (
        <option key={position.account} value={position.account}>
          {position.share.symbol}, {grouped(formatShares(sharesOf(position.raw, multiplierOf(position), "down")))} shares
          {position.usual ? "" : ` in account ${position.account.slice(0, 4)}…`}
        </option>
      ))}
    </Choice>
  );
}

interface AmountFieldProps {
  readonly text: string;
  readonly entry: Entry;
  readonly position: Position;
  /** 18 decimals. */
  readonly multiplier: bigint;
  readonly onType: (text: string) => void;
}

export function AmountField({ text, entry, position, multiplier, onType }: AmountFieldProps) {
  const { amount, problem } = entry;
  const hint = amount ? (
    <>
      <Raw amount={amount.raw} />
      {amount.exact ? null : (
        <>
          , which is <Shares base={amount.shares} />: rounded down to whole raw units
        </>
      )}
    </>
  ) : (
    "In shares; the raw units appear here"
  );
  return (
    <div className={styles.beside}>
      <Field label="Amount" unit="shares" inputMode="decimal" value={text} problem={problem} hint={hint} onChange={({ target }) => onType(target.value)} />
      <Button aria-label={`All of ${position.share.symbol}`} onClick={() => onType(formatShares(sharesOf(position.raw, multiplier, "down")))}>
        All
      </Button>
    </div>
  );
}
