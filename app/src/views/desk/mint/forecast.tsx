/** What the program would say to what is typed in, asked of the node while the person still looks at it. */
import { type Forecast as Answer, type PlannedMint, useForecast } from "../../../chain/minting.ts";
import type { Reading } from "../../../chain/reading.ts";
import { explainFailure } from "../../../explain.ts";
import { Notice } from "../../../ui/controls.tsx";

interface ForecastProps {
  readonly plan: PlannedMint | undefined;
  readonly proposing: boolean;
}

export function Forecast({ plan, proposing }: ForecastProps) {
  const forecast = useForecast(plan, proposing);
  return plan ? <Word of={forecast} /> : <Notice>Fill in everything, and the program is asked whether it would do it.</Notice>;
}

function Word({ of: forecast }: { readonly of: Reading<Answer> }) {
  if (forecast.status === "loading") {
    return <Notice>Asking the program…</Notice>;
  }
  if (forecast.status === "failed") {
    return <Notice tone="warn" title="The program could not be asked">{forecast.error.message}</Notice>;
  }
  if (forecast.value.refusal) {
    const { title, detail, code } = explainFailure(forecast.value.refusal, "before");
    return (
      <Notice tone="bad" title={title}>
        {detail} {code === undefined ? null : `(code ${code})`}
      </Notice>
    );
  }
  return <Notice tone="good">The program would accept this now.</Notice>;
}
