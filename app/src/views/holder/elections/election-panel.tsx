/** One dividend with a choice. */
import type { issuer } from "@scrip/client";
import type { Account } from "@solana/kit";
import { useAct } from "../../../act.ts";
import type { ActionOf } from "../../../chain/elections.ts";
import type { Tokens } from "../../../chain/payment-tokens.ts";
import type { Reading } from "../../../chain/reading.ts";
import { ActStatus } from "../../../ui/act-status.tsx";
import { percent } from "../../../ui/amount.tsx";
import { Badge } from "../../../ui/controls.tsx";
import { Figure } from "../../../ui/figure.tsx";
import { Fact, Facts, Panel } from "../../../ui/panel.tsx";
import { Time } from "../../../ui/time.tsx";
import styles from "../holder.module.css";
import { MoneyOf } from "../money.tsx";
import { choiceInWords } from "../../../words/action-terms.ts";
import { ChoiceForm } from "./choice-form.tsx";

export interface ElectionPanelProps {
  readonly of: Reading<unknown>;
  readonly value: ActionOf<"Choice">;
  /** What the wallet has chosen. */
  readonly election?: Account<issuer.HolderElection>;
  /** Raw units in the wallet now, if that is known. */
  readonly held?: bigint;
  readonly tokens: Reading<Tokens>;
  readonly now: bigint;
}

export function ElectionPanel(props: ElectionPanelProps) {
  const { of, value, tokens, now } = props;
  const act = useAct();
  const { share, action, terms } = value;
  const { dates } = action.data;
  const choosing = now < dates.electBy;
  const figure = (show: React.ReactNode) => (
    <Figure of={of} from={action.address}>
      {() => show}
    </Figure>
  );
  const money = (amount: bigint) => <MoneyOf of={of} from={action.address} tokens={tokens} mint={terms.paymentMint} amount={amount} />;
  return (
    <Panel
      title={`${share.symbol}: cash or shares?`}
      about="You choose for all that you hold at the record date. Until the deadline you can choose again, or withdraw your choice."
      reading={of}
      tools={<Badge tone={choosing ? "good" : "plain"}>{choosing ? "choose now" : "choice is over"}</Badge>}
    >
      <Facts>
        <Fact name="Dividend for one share" hint={`${percent(terms.withholdingBps)} of it are withheld for tax`}>
          {money(terms.gross)}
        </Fact>
        <Fact name="Price for one share" hint="At which the rest buys shares">
          {money(terms.price)}
        </Fact>
        <Fact name="Choose before" hint={<Time at={dates.electBy} relative />}>
          {figure(<Time at={dates.electBy} />)}
        </Fact>
        <Fact name="Record date" hint="Who holds then is entitled">
          {figure(<Time at={dates.recordAt} />)}
        </Fact>
        <Fact name="Paid from">{figure(<Time at={dates.payableAt} />)}</Fact>
        <Fact name="Without a choice">{figure(<strong>{choiceInWords(terms.default)}</strong>)}</Fact>
      </Facts>
      <ChoiceForm {...props} choosing={choosing} act={act} />
      <div className={styles.status}>
        <ActStatus act={act} done="Your choice is on chain, as shown above." />
      </div>
    </Panel>
  );
}
