/** Records of the register: one wallet's, or all of them. */
import { TOKEN_2022, transferHook } from "@scrip/client";
import { type Account, type Address, type Base64EncodedBytes, type EncodedAccount, getBase64Encoder, lamports } from "@solana/kit";
import { type Token, decodeToken } from "@solana-program/token-2022";
import { useQuery } from "@tanstack/react-query";
import { useConsole } from "../context.ts";
import { accountsAt, accountsOf } from "./accounts.ts";
import { type Reading, useReading } from "./reading.ts";

export interface RecordOf {
  readonly wallet: Address;
  /** Where the record is, or would be. */
  readonly address: Address;
  readonly record?: Account<transferHook.Holder>;
}

/** The record of a wallet in a registry. Loading while either is not known. */
export function useRecord(registry: Address | undefined, wallet: Address | undefined): Reading<RecordOf> {
  return useReading(
    ["record", registry, wallet],
    async (node) => {
      if (!registry || !wallet) {
        throw new Error("no wallet is named");
      }
      const [address] = await transferHook.findHolderPda({ registry, wallet });
      const { slot, value } = await accountsAt(node, [address]);
      const found = value[0];
      // Anybody can send lamports to the address of a record that is not there.
      const there = found?.programAddress === transferHook.SCRIP_TRANSFER_HOOK_PROGRAM_ADDRESS;
      return { slot, value: { wallet, address, record: there ? transferHook.decodeHolder(found) : undefined } };
    },
    { enabled: registry !== undefined && wallet !== undefined },
  );
}

/** Where a record's registry lies in its data. */
const REGISTRY_OFFSET = 64;

export interface RegisterList {
  /** Nothing before it is asked for. */
  readonly reading?: Reading<readonly Account<transferHook.Holder>[]>;
  readonly loading: boolean;
  /** Asks the node for every record: once, as a register may have a hundred thousand. */
  load(): void;
}

/** All records of a registry, whose check ends first before the others. Not read again by itself. */
export function useRegisterList(registry: Address): RegisterList {
  const { node } = useConsole();
  const { data, error, dataUpdatedAt, isFetching, refetch } = useQuery({
    queryKey: ["register", registry],
    enabled: false,
    gcTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const { slot, value } = await accountsOf(
        node,
        transferHook.SCRIP_TRANSFER_HOOK_PROGRAM_ADDRESS,
        transferHook.HOLDER_DISCRIMINATOR,
        (account) => account,
        [{ offset: REGISTRY_OFFSET, address: registry }],
      );
      return { slot, value: (await decodeAll(value)).sort((one, other) => Number(one.data.kycExpiresAt - other.data.kycExpiresAt)) };
    },
  });
  const load = () => void refetch();
  if (data) {
    return { reading: { status: "known", ...data, readAt: dataUpdatedAt, stale: error ?? undefined }, loading: isFetching, load };
  }
  return { reading: error ? { status: "failed", error, retry: load } : undefined, loading: isFetching, load };
}

/** Records decoded before the page may draw and listen again. */
const AT_ONCE = 1_000;

async function decodeAll(accounts: readonly EncodedAccount[]): Promise<Account<transferHook.Holder>[]> {
  const records: Account<transferHook.Holder>[] = [];
  for (let start = 0; start < accounts.length; start += AT_ONCE) {
    records.push(...accounts.slice(start, start + AT_ONCE).map((account) => transferHook.decodeHolder(account)));
    await new Promise((resolve) => setTimeout(resolve));
  }
  return records;
}

/** What a wallet holds of any Token-2022 token: its accounts, whoever opened them. */
export function usePositions(wallet: Address): Reading<readonly Account<Token>[]> {
  return useReading(["positions", wallet], async (node) => {
    const { context, value } = await node
      .getTokenAccountsByOwner(wallet, { programId: TOKEN_2022 }, { commitment: "confirmed", encoding: "base64" })
      .send();
    const accounts = value.map(({ pubkey, account }) => {
      const data = bytesOf(account.data[0]);
      const { executable, owner: programAddress } = account;
      return decodeToken({ address: pubkey, data, executable, lamports: lamports(account.lamports), programAddress, space: BigInt(data.length) });
    });
    return { slot: context.slot, value: accounts };
  });
}

function bytesOf(text: Base64EncodedBytes): Uint8Array {
  return new Uint8Array(getBase64Encoder().encode(text));
}
