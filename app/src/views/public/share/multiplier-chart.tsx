/** The step chart of a multiplier, and its table. */
import { type MultiplierChange, formatDecimal } from "@scrip/client";
import { Multiplier } from "../../../ui/amount.tsx";
import { StepChart } from "../../../ui/chart-step.tsx";
import { AddressText } from "../../../ui/address.tsx";
import { Table } from "../../../ui/table.tsx";
import { Time, distance } from "../../../ui/time.tsx";
import { headline } from "../../../words/actions.ts";
import type { History } from "../history.ts";

const DECIMALS = 18;

export default function MultiplierChart({ history: { actions, changes, start }, now }: { readonly history: History; readonly now: bigint }) {
  const cause = ({ effectiveAt, to }: MultiplierChange) =>
    actions.find(({ data }) => data.dates.effectiveAt === effectiveAt && data.newMultiplier === to && data.oldMultiplier !== 0n);
  return (
    <StepChart
      label={sentence(start, changes, now)}
      start={start}
      steps={changes.map(({ effectiveAt, to }) => ({ at: effectiveAt, value: to }))}
      now={now}
      decimals={DECIMALS}
      brief={brief}
      table={
        <Table
          caption="Changes of the multiplier"
          rows={[...changes].reverse()}
          keyOf={({ effectiveAt }) => String(effectiveAt)}
          columns={[
            { name: "From", cell: ({ effectiveAt }) => <Time at={effectiveAt} /> },
            { name: "By", cell: (change) => nameOf(cause(change)) },
            { name: "Standing", cell: ({ effectiveAt }) => (effectiveAt <= now ? "in force" : "scheduled") },
            { name: "Before", figure: true, cell: ({ from }) => <Multiplier value={from} /> },
            { name: "After", figure: true, cell: ({ to }) => <Multiplier value={to} /> },
          ]}
        />
      }
    />
  );
}

function nameOf(action: History["actions"][number] | undefined) {
  return action ? <AddressText of={action.address} name={headline(action.data)} /> : "—";
}

function sentence(start: bigint, changes: readonly MultiplierChange[], now: bigint): string {
  const exact = (value: bigint) => formatDecimal(value, DECIMALS);
  const told = changes.map(({ effectiveAt, to }) => `${effectiveAt <= now ? "" : "scheduled: "}${exact(to)} from ${distance(effectiveAt, now)}`);
  return `Multiplier over time: ${exact(start)} at first; ${told.join("; ")}.`;
}

const PLACES = 4;

/** Cut off after four places, which an ellipsis says. */
export function brief(value: bigint): string {
  const [whole = "", fraction = ""] = formatDecimal(value, DECIMALS).split(".");
  const cut = fraction.length > PLACES ? "…" : "";
  return `×${whole}${fraction ? `.${fraction.slice(0, PLACES)}` : ""}${cut}`;
}
