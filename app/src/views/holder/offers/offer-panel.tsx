/** One tender offer: its price and how much of it is taken, and this wallet's part in it. */
import { ActionState, TOKEN_2022, isInForce, type issuer, multiplierInForce, openAssociatedToken, sharesOf, withdrawTender } from "@scrip/client";
import type { Account, Address } from "@solana/kit";
import { useAct } from "../../../act.ts";
import type { ActionOf } from "../../../chain/elections.ts";
import type { Tokens } from "../../../chain/payment-tokens.ts";
import type { Reading } from "../../../chain/reading.ts";
import { addressesOf } from "../../../chain/share.ts";
import { ActStatus } from "../../../ui/act-status.tsx";
import { Raw, Shares } from "../../../ui/amount.tsx";
import { Badge, Button } from "../../../ui/controls.tsx";
import { Figure } from "../../../ui/figure.tsx";
import { Fact, Facts, Panel } from "../../../ui/panel.tsx";
import { Time } from "../../../ui/time.tsx";
import styles from "../holder.module.css";
import { MoneyOf } from "../money.tsx";
import { TenderForm } from "./tender-form.tsx";

interface OfferPanelProps {
  readonly wallet: Address;
  readonly of: Reading<unknown>;
  readonly value: ActionOf<"Offer">;
  readonly tender?: Account<issuer.Tender>;
  readonly tokens: Reading<Tokens>;
  readonly now: bigint;
}

export function OfferPanel({ wallet, of, value, tender, tokens, now }: OfferPanelProps) {
  const { share, action, terms } = value;
  const { dates, state, tendered } = action.data;
  const act = useAct();
  const open = state === ActionState.Scheduled && now < dates.effectiveAt;
  const figure = (show: React.ReactNode, from: Address = action.address) => (
    <Figure of={of} from={from}>
      {() => show}
    </Figure>
  );
  const amount = (raw: bigint, from?: Address) => (
    <span className={styles.stack}>
      {figure(<Shares base={sharesOf(raw, multiplierInForce(share.asset.data, now), "down")} />, from)}
      <span>
        <Raw amount={raw} />
      </span>
    </span>
  );
  const takeBack = () =>
    act.run(async (signer) =>
      tender
        ? [
            await openAssociatedToken(signer, tender.data.owner, { mint: share.mint, program: TOKEN_2022 }),
            await withdrawTender(signer, addressesOf(share), tender),
          ]
        : [],
    );
  const back = tender && mayTakeBack(action.data, tender.data, now);
  return (
    <>
      <Panel title={`Offer for ${share.symbol}`} reading={of} tools={<Badge tone={open ? "good" : "plain"}>{open ? "open" : "over"}</Badge>}>
        <Facts>
          <Fact name="Price for one share">
            <MoneyOf of={of} from={action.address} tokens={tokens} mint={terms.paymentMint} amount={terms.price} />
          </Fact>
          <Fact name="Bought at most" hint="If more is tendered, of each tender the same part is bought.">
            {amount(terms.maxRaw)}
          </Fact>
          <Fact name="Tendered so far">{amount(tendered)}</Fact>
          <Fact name="Tender before">{figure(<Time at={dates.effectiveAt} />)}</Fact>
          {tender ? <Fact name="Your tender, in escrow">{amount(tender.data.amount, tender.address)}</Fact> : null}
        </Facts>
        {tender ? (
          <div className={`${styles.press} ${styles.after}`}>
            <Button disabled={!back || act.busy} onClick={takeBack}>
              Take back your tender
            </Button>
            <span className={styles.minor}>
              {back ? "All of it comes back to your account." : <>The offer is being settled; if yours is not, you take it back from <Time at={tender.data.reclaimAt} /> on.</>}
            </span>
          </div>
        ) : null}
        <div className={styles.status}>
          <ActStatus act={act} done="What you tendered is back in your account." />
        </div>
      </Panel>
      {open && !tender ? <TenderForm wallet={wallet} value={value} /> : null}
    </>
  );
}

/** Until the offer takes effect, when it is off, and when it was not settled in time. The program says the same. */
function mayTakeBack(action: issuer.CorporateAction, { reclaimAt }: issuer.Tender, now: bigint): boolean {
  return !isInForce(action, now) || action.state !== ActionState.Scheduled || now >= reclaimAt;
}
