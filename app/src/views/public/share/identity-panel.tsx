/** Where a share lies on chain, and the documents that it names. */
import type { Reading } from "../../../chain/reading.ts";
import type { Share } from "../../../chain/share.ts";
import { AddressText } from "../../../ui/address.tsx";
import { Figure, Loaded } from "../../../ui/figure.tsx";
import { Fact, Facts, Panel } from "../../../ui/panel.tsx";
import { Hex } from "../hex.tsx";
import { isinOf } from "../listing.ts";
import styles from "./share.module.css";

export function IdentityPanel({ of }: { readonly of: Reading<Share> }) {
  const address = (name: string, at: (share: Share) => string) => (
    <Fact name={name}>
      <Loaded of={of} width={12}>
        {(share) => <AddressText of={at(share)} />}
      </Loaded>
    </Fact>
  );
  return (
    <Panel title="Accounts and documents">
      <div className={styles.identity}>
        <Facts>
          {address("Mint", ({ mint }) => mint)}
          {address("Asset", ({ asset }) => asset.address)}
          {address("Policy", ({ policy }) => policy.address)}
          <Fact name="ISIN" hint="of the share that custodians hold">
            <Figure of={of} from={({ asset }) => asset.address} width={12}>
              {isinOf}
            </Figure>
          </Fact>
          <Fact name="Metadata" hint="opens another site">
            <Loaded of={of} width={20}>
              {({ uri }) => <Uri of={uri} />}
            </Loaded>
          </Fact>
          <Fact name="Terms, SHA-256">
            <Figure of={of} from={({ asset }) => asset.address} width={24}>
              {({ asset }) => <Hex bytes={asset.data.termsHash} />}
            </Figure>
          </Fact>
        </Facts>
      </div>
    </Panel>
  );
}

/** Only the web's own addresses become links: an issuer can write anything there. */
function Uri({ of }: { readonly of: string }) {
  return /^https?:\/\//.test(of) ? (
    <a href={of} target="_blank" rel="noopener noreferrer">
      {of}
    </a>
  ) : (
    <span>{of || "none"}</span>
  );
}
