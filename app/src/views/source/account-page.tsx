/** Where a figure comes from: everything that is at an address, what it means, and its last transactions. */
import { type Address, type EncodedAccount, isAddress } from "@solana/kit";
import { formatDecimal } from "@scrip/client";
import { useMemo } from "react";
import { Link } from "wouter";
import { valueOf } from "../../chain/reading.ts";
import { Page } from "../../shell/page.tsx";
import { short } from "../../ui/address.tsx";
import { grouped } from "../../ui/amount.tsx";
import { Notice } from "../../ui/controls.tsx";
import { Empty, Fact, Facts, Panel } from "../../ui/panel.tsx";
import { hex } from "../../words/hex.ts";
import { useAccount } from "./account-reading.ts";
import { Fields } from "./fields.tsx";
import { History } from "./history.tsx";
import { type Kind, kindOf, programName } from "./kinds.ts";
import styles from "./fields.module.css";
import { Waiting } from "./waiting.tsx";
import { Whole } from "./whole.tsx";

export default function AccountPage({ address }: { readonly address: string }) {
  return isAddress(address) ? <AccountAt key={address} address={address} /> : <NoAddress text={address} />;
}

function AccountAt({ address }: { readonly address: Address }) {
  const reading = useAccount(address);
  const account = valueOf(reading);
  const kind = useMemo(() => (account ? readKind(account) : undefined), [account]);
  const gone = reading.status === "known" && account === undefined;
  return (
    <Page title={kind?.name ?? "Account"} lead={kind?.about}>
      <Panel title="The account" reading={reading}>
        <Facts>
          <Fact name="Address">
            <Whole text={address} what="address" />
          </Fact>
          {gone ? null : (
            <>
              <Fact name="Owner" hint="The program that alone can change it">
                {account ? <Link href={`/account/${account.programAddress}`}>{programName(account.programAddress) ?? short(account.programAddress)}</Link> : <Waiting on={reading} width={18} />}
              </Fact>
              <Fact name="Balance" hint={account ? `${grouped(account.lamports.toString())} lamports` : undefined}>
                {account ? `${formatDecimal(account.lamports, 9)} SOL` : <Waiting on={reading} width={12} />}
              </Fact>
              <Fact name="Size">{account ? `${grouped(account.space.toString())} bytes` : <Waiting on={reading} width={9} />}</Fact>
              <Fact name="Read" hint="Your clock">
                {reading.status === "known" ? new Date(reading.readAt).toLocaleTimeString() : <Waiting on={reading} width={10} />}
              </Fact>
            </>
          )}
        </Facts>
        {gone ? (
          <div className={styles.after}>
          <Empty title="There is nothing at this address">
            An account may have been closed, or never opened. An address without money and without data is not kept on chain. What
            was here is in its transactions below.
          </Empty>
          </div>
        ) : null}
      </Panel>
      {account && kind?.data ? (
        <Panel title="What it says" reading={reading}>
          <Fields of={kind.data} type={kind.type} program={account.programAddress} />
        </Panel>
      ) : null}
      <History of={address} />
      {account && account.data.length > 0 ? (
        <Panel title="Raw bytes">
          <details className={styles.fold}>
            <summary>{grouped(account.data.length.toString())} bytes, hexadecimal</summary>
            <div className={styles.block} tabIndex={0} role="region" aria-label="Bytes in hexadecimal">
              <code className={styles.hex}>{hex(account.data)}</code>
            </div>
          </details>
        </Panel>
      ) : null}
    </Page>
  );
}

/** An account of an older or newer layout than this page knows is shown as bytes. */
function readKind(account: EncodedAccount): Kind {
  try {
    return kindOf(account);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { name: "Account", about: `Its layout is not the one that this page knows (${why}): only its bytes are shown.`, type: "" };
  }
}

function NoAddress({ text }: { readonly text: string }) {
  return (
    <Page title="Account">
      <Notice tone="warn" title="This is no address">
        <span className={styles.whole}>{text}</span> is not what addresses on Solana look like: 32 to 44 letters and digits. Part of it may
        have been lost when it was copied. <Link href="/">All shares</Link>
      </Notice>
    </Page>
  );
}
