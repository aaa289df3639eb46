/** Putting a whole file of holders on the register: opened, checked, forecast, and sent some transactions at a time. */
import { useEffect } from "react";
import { useDuties } from "../../../chain/duties.ts";
import { valueOf } from "../../../chain/reading.ts";
import { Button, Notice } from "../../../ui/controls.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { useWallet } from "../../../wallet/context.tsx";
import { Permitted } from "../parts/permitted.tsx";
import { Faults } from "./faults.tsx";
import styles from "./import.module.css";
import { OpenFile } from "./open-file.tsx";
import { TO_ONBOARD } from "./permission.ts";
import { Preview } from "./preview.tsx";
import { Progress } from "./progress.tsx";
import { type Plan, useImport } from "./use-import.ts";

export default function ImportPage() {
  const { state, check, start, pause, reset } = useImport();
  const registry = valueOf(useDuties())?.issuer.data.registry;
  const signer = useWallet().connected?.signer;
  const under = state.step === "running" && state.progress.outcome === undefined;
  useWarningBeforeLeaving(under);
  const begin = (plan: Plan) => {
    if (signer && registry) {
      void start(plan, signer, registry);
    }
  };
  return (
    <Panel
      title="Import holders from a file"
      about="The whole file is checked before anything is sent. An import can be paused, and survives a closed page: open the same file again, and what is on the register is skipped."
      tools={state.step === "ready" || state.step === "faulty" || state.step === "failed" ? <Button onClick={reset}>Open another file</Button> : null}
    >
      <Permitted need={TO_ONBOARD} to="To put holders on the register">
        {state.step === "idle" || state.step === "checking" ? (
          <OpenFile
            busy={state.step === "checking"}
            onCheck={(file, rules) => {
              if (signer && registry) {
                void check(file, rules, signer, registry);
              }
            }}
          />
        ) : null}
        {state.step === "faulty" ? <Faults faults={state.faults} /> : null}
        {state.step === "failed" ? (
          <div className={styles.stack}>
            <Notice live tone="bad" title={state.problem.title}>
              {state.problem.detail}
            </Notice>
          </div>
        ) : null}
        {state.step === "ready" ? <Preview plan={state.plan} onStart={() => begin(state.plan)} /> : null}
        {state.step === "running" ? (
          <Progress progress={state.progress} onPause={pause} onContinue={() => begin(state.progress.plan)} onAnother={reset} />
        ) : null}
      </Permitted>
    </Panel>
  );
}

/** Nothing would be lost, but the import would stop. */
function useWarningBeforeLeaving(under: boolean): void {
  useEffect(() => {
    if (!under) {
      return;
    }
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [under]);
}
