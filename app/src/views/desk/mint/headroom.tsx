/** What may still be minted, limit by limit, each from the account that sets it: before anybody signs. */
import { ReserveMode, UNLIMITED, issuer, sharesOf } from "@scrip/client";
import type { Account } from "@solana/kit";
import type { ReactNode } from "react";
import { useMinter, useReserves } from "../../../chain/minting.ts";
import { type Known, type Reading, derive } from "../../../chain/reading.ts";
import type { Share } from "../../../chain/share.ts";
import { Raw, Shares, percent } from "../../../ui/amount.tsx";
import { Badge } from "../../../ui/controls.tsx";
import { Figure } from "../../../ui/figure.tsx";
import { Fact, Facts, Panel } from "../../../ui/panel.tsx";
import { Time, duration } from "../../../ui/time.tsx";
import styles from "./mint.module.css";

interface HeadroomProps {
  readonly share: Known<Share>;
  readonly multiplier: bigint;
  /** Raw units that are about to be minted, once they are typed in. */
  readonly planned?: bigint;
}

const MODES: Readonly<Record<number, string>> = {
  [ReserveMode.Off]: "not looked at",
  [ReserveMode.Warn]: "an event warns",
  [ReserveMode.Enforce]: "enforced",
};

export function Headroom({ share: reading, multiplier, planned }: HeadroomProps) {
  const share = reading.value;
  const asset = share.asset.data;
  const minter = useMinter(share);
  const reserves = useReserves(share);
  const left = (raw: bigint) => <Left raw={raw} multiplier={multiplier} planned={planned} />;
  const attested = share.attestations[0]?.address ?? share.asset.address;
  return (
    <Panel title="What may still be minted" reading={reserves} about="Each limit holds by itself; the smallest decides. The program has the last word, and is asked before you sign.">
      <div className={styles.limits}>
        <Facts>
          <Fact name="Supply cap" hint={<>cap <Limit raw={asset.supplyCap} /></>}>
            <Figure of={derive(reading, ({ supply }) => room(asset.supplyCap, supply))} from={share.asset.address} width={14}>
              {left}
            </Figure>
          </Fact>
          <Fact name="Reserves" hint={<ReserveWords of={reserves} asset={share.asset} />}>
            {asset.reserveMode === ReserveMode.Off ? (
              <Figure of={reading} from={share.asset.address}>
                {() => "not looked at"}
              </Figure>
            ) : (
              <Figure of={derive(reserves, ({ headroom }) => headroom)} from={attested} width={14}>
                {left}
              </Figure>
            )}
          </Fact>
          <MinterFacts minter={minter} left={left} />
          <Fact name="Four eyes" hint={asset.fourEyesAbove === UNLIMITED ? "one member of staff is enough" : "a larger mint needs a checker"}>
            <Figure of={reading} from={share.asset.address}>
              {() => (asset.fourEyesAbove === UNLIMITED ? "no mint needs a checker" : <>above <Amount raw={asset.fourEyesAbove} multiplier={multiplier} /></>)}
            </Figure>
          </Fact>
        </Facts>
      </div>
    </Panel>
  );
}

function MinterFacts({ minter, left }: { readonly minter: Reading<Account<issuer.Minter> | undefined>; readonly left: (raw: bigint) => ReactNode }) {
  if (minter.status === "known" && minter.value === undefined) {
    return (
      <Fact name="Minter’s allowance" hint="the admin opens it, and the setting Minter fills it">
        <Badge tone="warn">none for this wallet</Badge>
      </Fact>
    );
  }
  const known = minter as Reading<Account<issuer.Minter>>;
  const from = ({ address }: Account<issuer.Minter>) => address;
  return (
    <>
      <Fact name="Minter’s cap" hint={known.status === "known" ? <>minted so far <Raw amount={known.value.data.minted} /></> : undefined}>
        <Figure of={known} from={from} width={14}>
          {({ data }) => (data.cap === UNLIMITED ? "unlimited" : left(room(data.cap, data.minted)))}
        </Figure>
      </Fact>
      <Fact name="Minter’s bucket" hint={known.status === "known" ? <Bucket of={known.value.data} /> : undefined}>
        <Figure of={known} from={from} width={14}>
          {({ data }) => (data.capacity === UNLIMITED ? "unlimited" : <>holds at most <Raw amount={data.capacity} /></>)}
        </Figure>
      </Fact>
    </>
  );
}

/** How the bucket fills, and what was out of it when it was last drawn on. */
function Bucket({ of: { capacity, period, drawn, updatedAt } }: { readonly of: issuer.Minter }) {
  if (capacity === UNLIMITED) {
    return "no limit over time";
  }
  const out = period === 0 ? 0n : (drawn + BigInt(period) - 1n) / BigInt(period);
  return (
    <>
      fills evenly in {duration(period)}; <Raw amount={out} /> were out of it {updatedAt === 0n ? "" : <Time at={updatedAt} />}
    </>
  );
}

function ReserveWords({ of, asset }: { readonly of: Reading<issuer.ReserveStatus>; readonly asset: Account<issuer.Asset> }) {
  const { haircutBps, minCustodians, reserveMaxAge, reserveMode } = asset.data;
  if (reserveMode === ReserveMode.Off) {
    return "the asset’s reserve rule is off";
  }
  const fresh = of.status === "known" ? `${of.value.custodians} of ${minCustodians} needed` : `${minCustodians} needed`;
  return (
    <>
      {MODES[reserveMode]}; attested {of.status === "known" ? <Shares base={of.value.attested} /> : "…"},{haircutBps === 0 ? "" : ` less a haircut of ${percent(haircutBps)},`} fresh custodians: {fresh}, at most{" "}
      {duration(reserveMaxAge)} old
    </>
  );
}

function room(limit: bigint, used: bigint): bigint {
  return limit > used ? limit - used : 0n;
}

function Limit({ raw }: { readonly raw: bigint }) {
  return raw === UNLIMITED ? "unlimited" : <Raw amount={raw} />;
}

function Left({ raw, multiplier, planned }: { readonly raw: bigint; readonly multiplier: bigint; readonly planned?: bigint }) {
  return (
    <>
      <Amount raw={raw} multiplier={multiplier} />{" "}
      {planned !== undefined && planned > raw ? <Badge tone="bad">too little</Badge> : null}
    </>
  );
}

/** Shares, and the raw units that they are. */
export function Amount({ raw, multiplier }: { readonly raw: bigint; readonly multiplier: bigint }) {
  return (
    <>
      <Shares base={sharesOf(raw, multiplier, "down")} /> <Raw amount={raw} />
    </>
  );
}
