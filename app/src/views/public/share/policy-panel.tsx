/** Who may hold a share, in words. */
import { type Reading, valueOf } from "../../../chain/reading.ts";
import type { Share } from "../../../chain/share.ts";
import { Figure } from "../../../ui/figure.tsx";
import { Fact, Facts, Panel } from "../../../ui/panel.tsx";
import { rulesOf } from "../../../words/policy.ts";
import styles from "./share.module.css";

const NAMES = ["Admission", "Countries of residence", "Investor classes", "May move", "Most in one account", "Most in one transfer"];

export function PolicyPanel({ of }: { readonly of: Reading<Share> }) {
  const share = valueOf(of);
  const rules = share ? rulesOf(share.policy.data) : NAMES.map((name) => ({ name, words: "" }));
  return (
    <Panel title="Who may hold it" about="Checked by the transfer hook on every transfer.">
      <div className={styles.rules}>
        <Facts>
          {rules.map(({ name, words }) => (
            <Fact key={name} name={name}>
              <Figure of={of} from={({ policy }) => policy.address} width={28}>
                {() => words}
              </Figure>
            </Fact>
          ))}
        </Facts>
      </div>
    </Panel>
  );
}
