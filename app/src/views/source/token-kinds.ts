/** Mints and token accounts of both token programs, told by their length and by the byte behind the base layout. */
import { getMintDecoder, getTokenDecoder } from "@solana-program/token-2022";
import type { Address, ReadonlyUint8Array } from "@solana/kit";
import type { Kind } from "./kinds.ts";
import type { TypeNotes } from "./notes.ts";

const TOKEN_PROGRAMS: readonly string[] = ["TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA", "TokenzQdBNbLqP5VEhdkAS6EPFLC1PHnBqCXEpPxuEb"];
const MINT_LENGTH = 82;
const ACCOUNT_LENGTH = 165;
const IS_MINT = 1;
const IS_ACCOUNT = 2;

export function tokenKindOf(owner: Address, data: ReadonlyUint8Array): Kind | undefined {
  if (!TOKEN_PROGRAMS.includes(owner)) {
    return undefined;
  }
  // With extensions, mints are filled up to the length of accounts, and the next byte says which it is.
  if (data.length === MINT_LENGTH || data[ACCOUNT_LENGTH] === IS_MINT) {
    const about = "A token: how many there are, who may mint and freeze, and what its extensions do.";
    return { name: "Mint", about, type: "Mint", data: getMintDecoder().decode(data) };
  }
  if (data.length === ACCOUNT_LENGTH || data[ACCOUNT_LENGTH] === IS_ACCOUNT) {
    const about = "How many units of one token one owner has.";
    return { name: "Token account", about, type: "Token account", data: getTokenDecoder().decode(data) };
  }
  return undefined;
}

/** Token programs have no documentation that comes with their client. */
const NOTES: Readonly<Record<string, TypeNotes["fields"]>> = {
  Mint: {
    mintAuthority: ["May mint."],
    supply: ["Units that exist, before any multiplier.", "raw"],
    decimals: ["Decimals of what people are shown."],
    isInitialized: ["Whether the mint may be used."],
    freezeAuthority: ["May freeze and thaw token accounts."],
    extensions: ["What this token has beyond a plain one."],
  },
  "Token account": {
    mint: ["The token."],
    owner: ["Whose units these are."],
    amount: ["Units held, before any multiplier.", "raw"],
    delegate: ["May move units for the owner."],
    state: ["Frozen accounts neither send nor receive."],
    isNative: ["For wrapped SOL alone: lamports kept back for rent."],
    delegatedAmount: ["What the delegate may still move.", "raw"],
    closeAuthority: ["May close the account; none: its owner."],
    extensions: ["What this account has beyond a plain one."],
  },
  ScaledUiAmountConfig: {
    authority: ["May set the multiplier."],
    multiplier: ["Shares per raw unit before the time below, as a 64-bit float: wallets show it. The exact one is in the asset."],
    newMultiplierEffectiveTimestamp: ["From when on the new multiplier holds.", "time"],
    newMultiplier: ["Shares per raw unit from that time on, as a 64-bit float."],
  },
  PausableConfig: { authority: ["May pause."], paused: ["While paused, nothing is minted, burnt or moved."] },
  PermanentDelegate: { delegate: ["May move or burn units of every account."] },
  TransferHook: { authority: ["May change the program."], programId: ["Judges every transfer."] },
  MetadataPointer: { authority: ["May change the pointer."], metadataAddress: ["Where name and symbol are."] },
  DefaultAccountState: { state: ["In which new token accounts begin."] },
};

export function tokenNotes(type: string): TypeNotes["fields"] {
  return NOTES[type] ?? {};
}
