/** The one step between a trading button and the chain: what it does, what has to be chosen, and the button that does it. */
import { HaltReason } from "@scrip/client";
import { useState } from "react";
import { useAct } from "../../../act.ts";
import { useNow } from "../../../chain/clock.ts";
import type { Share } from "../../../chain/share.ts";
import { Choice } from "../../../ui/controls.tsx";
import { toMoment } from "../../../words/moments.ts";
import { HALT_REASONS } from "../../../words/standing.ts";
import { ActForm } from "../parts/act-form.tsx";
import { MomentField } from "../parts/moment-field.tsx";
import { type TradingAct, instructionOf } from "./acts.ts";

interface Wording {
  readonly title: string;
  readonly about: string;
  readonly done: string;
  readonly look?: "danger";
}

const WORDINGS: Readonly<Record<TradingAct, Wording>> = {
  halt: {
    title: "Halt",
    about: "Transfers between holders are refused from the next block on. Redemption goes on, and shares can still be issued.",
    done: "Trading is halted.",
    look: "danger",
  },
  resume: { title: "Resume", about: "Ends the halt: holders can trade again, if nothing else stops it.", done: "The halt is over." },
  pause: {
    title: "Pause",
    about: "Nothing of this share moves any more: no transfer, no issue, no redemption, no claim in shares. A halt stops trading alone.",
    done: "The share is paused.",
    look: "danger",
  },
  unpause: { title: "Unpause", about: "Ends the pause of Token-2022. A halt, if there is one, stays.", done: "The share is unpaused." },
  blackout: {
    title: "Set blackout of",
    about: "A window in which holders cannot trade and nothing is issued, as around a record date. It replaces the one that is set.",
    done: "The blackout is set.",
  },
  clear: { title: "Clear blackout of", about: "Takes the window away, also while it lasts.", done: "There is no blackout any more." },
};

export function TradingForm({ share, chosen, onClose }: { readonly share: Share; readonly chosen: TradingAct; readonly onClose: () => void }) {
  const act = useAct();
  const now = useNow();
  const [reason, setReason] = useState<number>(HaltReason.NewsPending);
  const [from, setFrom] = useState("");
  const [until, setUntil] = useState("");
  const { title, about, done, look } = WORDINGS[chosen];
  const window = chosen === "blackout";
  const choices = { reason, until: toMoment(until) ?? 0n, from: toMoment(from) ?? 0n };
  const past = until !== "" && now !== undefined && choices.until <= now ? "That is over already on the chain’s clock: pick a later moment" : undefined;
  const backwards = window && until !== "" && from !== "" && choices.until <= choices.from ? "It ends before it begins" : undefined;
  const complete = !past && !backwards && (!window || (from !== "" && until !== ""));
  return (
    <ActForm
      title={`${title} ${share.symbol}`}
      about={about}
      submit={`${title} ${share.symbol} now`}
      look={look}
      act={act}
      ready={complete}
      done={done}
      onClose={onClose}
      onSubmit={() => void act.run(async (signer) => [await instructionOf(chosen, share, signer, choices)])}
    >
      {chosen === "halt" ? (
        <Choice label="Reason" value={reason} onChange={(event) => setReason(Number(event.target.value))} hint="Everybody can read it on chain">
          {HALT_REASONS.map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </Choice>
      ) : null}
      {window ? <MomentField label="First moment" value={from} onChange={setFrom} hint="In your time zone" required /> : null}
      {chosen === "halt" || window ? (
        <MomentField
          label={window ? "Ends" : "Ends by itself (optional)"}
          value={until}
          onChange={setUntil}
          hint={window ? "In your time zone" : "Empty: until it is resumed"}
          problem={past ?? backwards}
          required={window}
        />
      ) : null}
    </ActForm>
  );
}
