/** Dividends of which each holder chooses cash or shares: what there is to choose, until when, and what was chosen. */
import { ActionState } from "@scrip/client";
import type { Address } from "@solana/kit";
import { useNow } from "../../../chain/clock.ts";
import { useActionsOf, useElections } from "../../../chain/elections.ts";
import { useTokens } from "../../../chain/payment-tokens.ts";
import { usePositions } from "../../../chain/positions.ts";
import { derive, valueOf } from "../../../chain/reading.ts";
import { together } from "../../../chain/together.ts";
import { Skeleton } from "../../../ui/figure.tsx";
import { Empty, Panel } from "../../../ui/panel.tsx";
import { ElectionPanel } from "./election-panel.tsx";

export default function Elections({ wallet }: { readonly wallet: Address }) {
  const reading = together(useActionsOf("Choice"), useElections(wallet));
  const now = useNow();
  const [actions, elections] = valueOf(reading) ?? [];
  const open = actions?.filter(({ action }) => action.data.state !== ActionState.Settled && action.data.state !== ActionState.Cancelled);
  const tokens = useTokens((open ?? []).map(({ terms }) => terms.paymentMint));
  const positions = usePositions(wallet);
  if (open && open.length > 0 && now !== undefined) {
    return open.map((one) => {
      const { address } = one.action;
      const held = derive(positions, (all) => all.filter(({ share }) => share.mint === one.share.mint).reduce((sum, { raw }) => sum + raw, 0n));
      return (
        <ElectionPanel
          key={address}
          of={derive(reading, () => one)}
          value={one}
          election={elections?.get(address)}
          held={valueOf(held)}
          tokens={tokens}
          now={now}
        />
      );
    });
  }
  return (
    <Panel title="Elections" about="Some dividends let you choose: cash, or shares bought for you with it." reading={reading}>
      {open ? (
        <Empty title="There is nothing to choose at the moment">
          When a dividend with a choice is announced for a share of this issuer, you choose here until its deadline. Whoever does not choose gets what
          the announcement says.
        </Empty>
      ) : (
        <p>
          <Skeleton width={32} />
        </p>
      )}
    </Panel>
  );
}
