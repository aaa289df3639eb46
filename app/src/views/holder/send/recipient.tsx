/** Who receives: whether the address is a wallet, and whether an account has to be opened there, at whose cost. */
import { TOKEN_2022, formatDecimal, shareAccount } from "@scrip/client";
import { type Address, address } from "@solana/kit";
import { accountsAt } from "../../../chain/accounts.ts";
import { type Reading, useReading } from "../../../chain/reading.ts";

interface Recipient {
  readonly wallet: Address;
  /** A token account or a mint: what is sent to a wallet at that address would be lost. */
  readonly isToken: boolean;
  /** Lamports that opening the account locks; 0: it is open. */
  readonly rent: bigint;
}

const TOKEN = address("TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA");
const LAMPORT_DECIMALS = 9;

/** `space`: bytes of an account of this share. Loading while no wallet is named. */
export function useRecipient(mint: Address, wallet: Address | undefined, space: bigint): Reading<Recipient> {
  return useReading(
    ["recipient", mint, wallet, space.toString()],
    async (node) => {
      if (!wallet) {
        throw new Error("no recipient is named");
      }
      const [{ slot, value }, rent] = await Promise.all([
        accountsAt(node, [wallet, await shareAccount(wallet, mint)]),
        node.getMinimumBalanceForRentExemption(space).send(),
      ]);
      const [itself, account] = value;
      const isToken = itself?.programAddress === TOKEN || itself?.programAddress === TOKEN_2022;
      return { slot, value: { wallet, isToken, rent: account ? 0n : rent } };
    },
    { enabled: wallet !== undefined },
  );
}

/** Whether it is known that the named address can be sent to. */
export function isWallet(recipient: Reading<Recipient>, wanted: Address): boolean {
  return recipient.status === "known" && recipient.value.wallet === wanted && !recipient.value.isToken;
}

/** What opening an account costs, if that is needed. */
export function Opening({ of, wanted }: { readonly of: Reading<Recipient>; readonly wanted: string }) {
  if (of.status === "failed") {
    return "Whether the recipient has an account of this share is not known: the node does not answer.";
  }
  if (of.status === "loading" || of.value.wallet !== wanted) {
    return "The wallet, not one of its token accounts";
  }
  return of.value.rent === 0n
    ? "The recipient has an account of this share."
    : `The recipient has no account of this share yet. Sending opens it: ${formatDecimal(of.value.rent, LAMPORT_DECIMALS)} SOL of yours are locked in it, and belong to the recipient from then on.`;
}
