/** What the register says of a wallet: whether it may hold and transfer shares, and until when. */
import { HolderKind, type transferHook } from "@scrip/client";
import type { Address } from "@solana/kit";
import { useNow } from "../../../chain/clock.ts";
import { useRecord } from "../../../chain/holder.ts";
import { type Reading, derive, valueOf } from "../../../chain/reading.ts";
import { useShares } from "../../../chain/share.ts";
import { Badge } from "../../../ui/controls.tsx";
import { Figure } from "../../../ui/figure.tsx";
import { Empty, Fact, Facts, Panel } from "../../../ui/panel.tsx";
import { Time } from "../../../ui/time.tsx";
import { classesInWords } from "../../../words/classes.ts";
import { countryName } from "../../../words/countries.ts";
import { type Word, checkInWords, statusInWords } from "../../../words/record.ts";
import { Words } from "../badges.tsx";
import { isOpen } from "../words.ts";

export function RecordPanel({ wallet }: { readonly wallet: Address }) {
  const reading = useRecord(wallet);
  const known = valueOf(reading);
  return (
    <Panel
      title="Record on the register"
      about="Registrars of the issuer check who holds. What they found decides whether a transfer goes through; no personal data is on chain."
      reading={reading}
    >
      {known && !known.record ? <NoRecord /> : <Record of={derive(reading, ({ record }) => record?.data)} from={known?.address ?? wallet} />}
    </Panel>
  );
}

function Record({ of, from }: { readonly of: Reading<transferHook.Holder | undefined>; readonly from: Address }) {
  const now = useNow();
  const record = valueOf(of);
  const status = record && statusInWords(record.status);
  const check: Word | undefined = record && now !== undefined ? checkInWords(record.kycExpiresAt, now) : undefined;
  const locked = record !== undefined && now !== undefined && now < record.lockedUntil;
  const isVenue = record?.kind === HolderKind.Venue;
  const figure = (show: (record: transferHook.Holder) => React.ReactNode, width: number) => (
    <Figure of={of} from={from} width={width}>
      {(value) => value && show(value)}
    </Figure>
  );
  return (
    <Facts>
      <Fact name="Standing" hint={status?.meaning}>
        {figure(() => status && <Words of={[status]} />, 8)}
      </Fact>
      <Fact name="Identity check" hint={check?.meaning}>
        {figure(
          ({ kycExpiresAt }) => (
            <>
              {check ? <Badge tone={check.tone}>{check.word}</Badge> : null} until <Time at={kycExpiresAt} />
            </>
          ),
          24,
        )}
      </Fact>
      <Fact name={isVenue ? "Kind" : "Residence"}>{figure(({ jurisdiction }) => (isVenue ? "trading venue" : countryName(jurisdiction)), 12)}</Fact>
      <Fact name="Investor classes">{figure(({ investorClasses }) => classesInWords(investorClasses), 12)}</Fact>
      <Fact name="Lock-up" hint={locked ? "Until then the wallet receives, and sends nothing." : undefined}>
        {figure(({ lockedUntil }) => (locked ? <>until <Time at={lockedUntil} /></> : "none"), 10)}
      </Fact>
    </Facts>
  );
}

/** Whether that matters depends on the share. */
function NoRecord() {
  const shares = valueOf(useShares());
  const symbols = (open: boolean) => (shares ?? []).filter((share) => isOpen(share) === open).map(({ symbol }) => symbol);
  const [closed, open] = [symbols(false), symbols(true)];
  return (
    <Empty title="This wallet is not on the register">
      {closed.length > 0 ? (
        <>
          {listed(closed)} can be held by wallets on the register alone: transfers to or from this one are refused. Ask the issuer’s registrar to be
          onboarded.{" "}
        </>
      ) : null}
      {open.length > 0 ? <>{listed(open)} can be held by anybody whom no registrar has barred, so no record is needed.</> : null}
    </Empty>
  );
}

const SHOWN = 6;

function listed(symbols: readonly string[]): string {
  return symbols.length > SHOWN ? `${symbols.slice(0, SHOWN).join(", ")} and ${symbols.length - SHOWN} more` : symbols.join(", ");
}
