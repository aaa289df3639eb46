/** What the registrar does with the records of wallets and venues; each function is one transaction. */
import { type HolderStatus, InvestorClass, type Receipt, transferHook } from "@scrip/client";
import { type Address, type Instruction, type KeyPairSigner, generateKeyPairSigner } from "@solana/kit";
import { type Market, SWITZERLAND, YEAR } from "./market.ts";

/** What a registrar finds out about a person; a Swiss retail investor with a check of one year unless told otherwise. */
export type Facts = Partial<transferHook.HolderDetailsArgs>;

/** In whose name a standing was changed. */
const CASE = new Uint8Array(32).fill(2);

export async function detailsOf(market: Market, facts: Facts = {}): Promise<transferHook.HolderDetailsArgs> {
  return {
    jurisdiction: SWITZERLAND,
    investorClasses: InvestorClass.Retail,
    lockedUntil: 0n,
    identity: new Uint8Array(16).fill(1),
    ...facts,
    kycExpiresAt: facts.kycExpiresAt ?? (await market.chain.now()) + YEAR,
  };
}

export async function recordOf(market: Market, wallet: Address): Promise<Address> {
  const [record] = await transferHook.findHolderPda({ registry: market.registry, wallet });
  return record;
}

export async function fetchRecord(market: Market, wallet: Address): Promise<transferHook.Holder> {
  const record = await recordOf(market, wallet);
  return (await transferHook.fetchHolder(market.chain.rpc, record, { commitment: "confirmed" })).data;
}

/** Puts a wallet on the register. */
export async function onboard(market: Market, wallet: Address, facts: Facts = {}): Promise<Receipt> {
  const details = await detailsOf(market, facts);
  return send(market, transferHook.getOnboardHolderInstructionAsync({ ...newRecord(market), wallet, details }));
}

/** Makes a wallet that is on the register. */
export async function newHolder(market: Market, facts: Facts = {}): Promise<KeyPairSigner> {
  const wallet = await generateKeyPairSigner();
  await onboard(market, wallet.address, facts);
  return wallet;
}

/** Replaces the facts of a record, for example when somebody moves or renews the check. */
export async function updateFacts(market: Market, wallet: Address, facts: Facts): Promise<Receipt> {
  const details = await detailsOf(market, facts);
  const record = await recordToChange(market, wallet);
  return send(market, transferHook.getUpdateHolderInstructionAsync({ ...record, ...details }));
}

/** Suspends, reinstates, revokes or sanctions a record. */
export async function setStatus(market: Market, wallet: Address, status: HolderStatus): Promise<Receipt> {
  const record = await recordToChange(market, wallet);
  return send(market, transferHook.getSetHolderStatusInstructionAsync({ ...record, status, caseReference: CASE }));
}

/** Bars a wallet that has no record. */
export async function barWallet(market: Market, wallet: Address, status: HolderStatus): Promise<Receipt> {
  const standing = { status, caseReference: CASE };
  return send(market, transferHook.getBarWalletInstructionAsync({ ...newRecord(market), wallet, ...standing }));
}

/** Puts a bare address on the register as a venue. */
export async function addVenue(market: Market, venue: Address): Promise<Receipt> {
  return send(market, transferHook.getAddVenueInstructionAsync({ ...newRecord(market), venue }));
}

/** Takes a wallet or venue off the register; `rentReceiver` is who paid for the record. */
export async function closeRecord(market: Market, wallet: Address, rentReceiver: Address): Promise<Receipt> {
  const record = await recordToChange(market, wallet);
  return send(market, transferHook.getCloseHolderInstructionAsync({ ...record, rentReceiver }));
}

function newRecord({ registrar, payer, registry }: Market) {
  return { officer: registrar, payer, registry };
}

async function recordToChange(market: Market, wallet: Address) {
  const { registrar, registry } = market;
  return { officer: registrar, registry, holder: await recordOf(market, wallet) };
}

async function send({ chain, payer }: Market, instruction: Promise<Instruction>): Promise<Receipt> {
  return chain.send(payer, [await instruction]);
}
