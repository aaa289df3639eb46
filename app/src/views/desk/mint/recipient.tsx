/** Who is to get the shares: whether the wallet is on the register, and whether its token account is open. */
import { shareAccount } from "@scrip/client";
import type { Address } from "@solana/kit";
import { accountsAt } from "../../../chain/accounts.ts";
import { useReading } from "../../../chain/reading.ts";
import { useRecord } from "../../../chain/register.ts";
import type { Share } from "../../../chain/share.ts";
import { Figure } from "../../../ui/figure.tsx";
import { Fact, Facts } from "../../../ui/panel.tsx";
import { StandingBadge } from "../holders/standing.tsx";

export function Recipient({ share, wallet }: { readonly share: Share; readonly wallet: Address }) {
  const record = useRecord(share.policy.data.registry, wallet);
  const account = useReading(["share-account", share.mint, wallet], async (node) => {
    const address = await shareAccount(wallet, share.mint);
    const { slot, value } = await accountsAt(node, [address]);
    return { slot, value: { address, open: value[0] !== undefined } };
  });
  return (
    <Facts>
      <Fact name="On the register">
        <Figure of={record} from={({ address }) => address}>
          {({ record: found }) => <StandingBadge of={found?.data} />}
        </Figure>
      </Fact>
      <Fact name="Token account">
        <Figure of={account} from={({ address }) => address} width={16}>
          {({ open }) => (open ? "open" : "is opened in the same transaction")}
        </Figure>
      </Fact>
    </Facts>
  );
}
