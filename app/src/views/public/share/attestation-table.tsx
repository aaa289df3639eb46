/** The latest attestation of every custodian that the issuer approves. */
import type { Known } from "../../../chain/reading.ts";
import type { Attestation } from "../../../chain/reserves.ts";
import type { Share } from "../../../chain/share.ts";
import { AddressText } from "../../../ui/address.tsx";
import { Shares } from "../../../ui/amount.tsx";
import { Badge } from "../../../ui/controls.tsx";
import { Figure } from "../../../ui/figure.tsx";
import { Table } from "../../../ui/table.tsx";
import { Time } from "../../../ui/time.tsx";
import { Hex } from "../hex.tsx";
import styles from "../public.module.css";

interface AttestationTableProps {
  readonly of: Known<Share>;
  readonly now: bigint | undefined;
  readonly isOld: (asOf: bigint) => boolean;
  /** Those from before the last change of the multiplier. */
  readonly outdated: readonly Attestation[];
}

export function AttestationTable({ of, now, isOld, outdated }: AttestationTableProps) {
  const standing = (one: Attestation) =>
    outdated.includes(one) ? (
      <Badge tone="warn" title="Counted before the multiplier last changed: its shares are others than today’s">
        not comparable
      </Badge>
    ) : isOld(one.data.asOf) ? (
      <Badge tone="warn" title="Older than the share’s rule accepts">
        stale
      </Badge>
    ) : (
      <Badge tone="good">fresh</Badge>
    );
  return (
    <Table
      caption="Attestations of custodians"
      rows={of.value.attestations}
      keyOf={({ address }) => address}
      columns={[
        { name: "Custodian", cell: ({ data }) => <AddressText of={data.custodian} /> },
        { name: "Standing", cell: (one) => (now === undefined ? null : standing(one)) },
        {
          name: "Counted",
          cell: ({ data }) => (
            <div>
              <Time at={data.asOf} />
              <span className={styles.second}>
                signed <Time at={data.attestedAt} />
              </span>
            </div>
          ),
        },
        { name: "Statement, SHA-256", cell: ({ data }) => <Hex bytes={data.documentHash} /> },
        { name: "Shares held", figure: true, cell: ({ address, data }) => <Figure of={of} from={address}>{() => <Shares base={data.shares} />}</Figure> },
      ]}
    />
  );
}
