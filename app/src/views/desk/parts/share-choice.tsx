/** Which of the issuer's shares something is about. */
import type { Share } from "../../../chain/share.ts";
import { Choice } from "../../../ui/controls.tsx";

interface ShareChoiceProps {
  readonly shares: readonly Share[];
  readonly mint: string;
  readonly onChoose: (mint: string) => void;
}

export function ShareChoice({ shares, mint, onChoose }: ShareChoiceProps) {
  return (
    <Choice label="Share" value={mint} onChange={(event) => onChoose(event.target.value)}>
      {shares.map(({ mint: address, symbol, name }) => (
        <option key={address} value={address}>
          {symbol} · {name}
        </option>
      ))}
    </Choice>
  );
}
