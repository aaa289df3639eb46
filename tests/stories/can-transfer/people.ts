/** Who holds, receives and signs in the random cases: wallets with and without records, venues, and their accounts. */
import { shareAccount } from "@scrip/client";
import { type Address, type Instruction, type KeyPairSigner, fetchEncodedAccount, generateKeyPairSigner } from "@solana/kit";
import {
  TOKEN_2022_PROGRAM_ADDRESS,
  getEnableMemoTransfersInstruction,
  getInitializeAccount3Instruction,
  getReallocateInstruction,
  getSetAuthorityInstruction,
  AuthorityType,
  ExtensionType,
} from "@solana-program/token-2022";
import { getCreateAccountInstruction } from "@solana-program/system";
import type { Market } from "../../harness/market.ts";
import { addVenue, closeRecord, onboard } from "../../harness/register.ts";
import { ONE_SHARE, type Share, mintShares, openAccount } from "../../harness/share.ts";

export interface People {
  /** On the register. Their standing and their facts change from round to round. */
  readonly holders: readonly KeyPairSigner[];
  /** Had a record when shares were minted to them, and have none now. */
  readonly strangers: readonly KeyPairSigner[];
  readonly venues: readonly KeyPairSigner[];
  /** On the register, and their accounts take nothing without a memo. */
  readonly secretary: KeyPairSigner;
  /** On the register; opens no account by itself. */
  readonly newcomers: readonly KeyPairSigner[];
  /** Moves other people's shares as far as they have approved of it. */
  readonly delegate: KeyPairSigner;
  /** Has too little for the rent of an account, though enough for fees. */
  readonly pauper: KeyPairSigner;
  /** Has no SOL at all. */
  readonly beggar: KeyPairSigner;
  /** Further token accounts, not at their owner's own address; the last of each share was given away. */
  readonly sideAccounts: ReadonlyMap<Share, readonly SideAccount[]>;
}

export interface SideAccount {
  readonly account: Address;
  readonly owner: KeyPairSigner;
}

const keys = (count: number) => Promise.all(Array.from({ length: count }, () => generateKeyPairSigner()));

export async function gather(market: Market, shares: readonly Share[]): Promise<People> {
  const [holders, strangers, venues, newcomers] = await Promise.all([keys(12), keys(3), keys(3), keys(60)]);
  const [[secretary], [delegate], [beggar], pauper] = await Promise.all([keys(1), keys(1), keys(1), market.chain.newWallet(1_200_000n)]);
  if (!secretary || !delegate || !beggar) {
    throw new Error("no keys were made");
  }
  const wallets = [...holders, ...strangers, secretary];
  await Promise.all([...wallets, ...newcomers].map(({ address }) => onboard(market, address)));
  await Promise.all(venues.map(({ address }) => addVenue(market, address)));
  for (const share of shares) {
    await Promise.all([...wallets, ...venues].map(({ address }) => openAccount(share, address)));
    await Promise.all([...wallets, ...venues].map(({ address }) => mintShares(share, address, 1_000n * ONE_SHARE)));
    await market.chain.send(market.payer, [...(await askForMemos(market, share, secretary))]);
  }
  await Promise.all(strangers.map(({ address }) => closeRecord(market, address, market.payer.address)));
  const sideAccounts = new Map<Share, SideAccount[]>();
  for (const share of shares) {
    const [first, second] = [holders[0] as KeyPairSigner, holders[1] as KeyPairSigner];
    const own = [await openAside(share, first), await openAside(share, second, first)];
    sideAccounts.set(share, own);
  }
  return { holders, strangers, venues, secretary, newcomers, delegate, pauper, beggar, sideAccounts };
}

async function askForMemos(market: Market, share: Share, owner: KeyPairSigner): Promise<readonly Instruction[]> {
  const token = await shareAccount(owner.address, share.mint);
  const newExtensionTypes = [ExtensionType.MemoTransfer];
  return [
    getReallocateInstruction({ token, payer: market.payer, owner, newExtensionTypes }),
    getEnableMemoTransfersInstruction({ token, owner }),
  ];
}

/** Bytes that an account at its wallet's own address has for never changing hands. */
const IMMUTABLE_OWNER = 4n;

/** A further account, given to somebody else if one is named. */
async function openAside({ market, mint }: Share, opener: KeyPairSigner, owner = opener): Promise<SideAccount> {
  const { chain, payer } = market;
  const usual = await fetchEncodedAccount(chain.rpc, await shareAccount(opener.address, mint), { commitment: "confirmed" });
  const space = BigInt(usual.exists ? usual.data.length : 0) - IMMUTABLE_OWNER;
  const account = await generateKeyPairSigner();
  const lamports = await chain.rpc.getMinimumBalanceForRentExemption(space).send();
  const give = { owned: account.address, owner: opener, authorityType: AuthorityType.AccountOwner, newAuthority: owner.address };
  await chain.send(payer, [
    getCreateAccountInstruction({ payer, newAccount: account, lamports, space, programAddress: TOKEN_2022_PROGRAM_ADDRESS }),
    getInitializeAccount3Instruction({ account: account.address, mint, owner: opener.address }, { programAddress: TOKEN_2022_PROGRAM_ADDRESS }),
    ...(owner === opener ? [] : [getSetAuthorityInstruction(give, { programAddress: TOKEN_2022_PROGRAM_ADDRESS })]),
  ]);
  return { account: account.address, owner };
}
