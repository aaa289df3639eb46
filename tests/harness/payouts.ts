/** What corporate actions pay: vaults opened, approved and funded, claims paid, and the rest swept. */
import { createHash } from "node:crypto";
import {
  type Distribution,
  type Entitlement,
  type PaidWith,
  type PayoutToEnd,
  type Receipt,
  TOKEN_2022,
  approvePayout,
  claim,
  claimTicket,
  closeClaimPage,
  distribute,
  findPayout,
  fundPayout,
  issuer,
  openAssociatedToken,
  openClaimPage,
  openPayout,
  pageTicket,
  sweepPayout,
  withdrawPayout,
} from "@scrip/client";
import type { Account, Address, Instruction, KeyPairSigner } from "@solana/kit";
import { fetchAction } from "./actions.ts";
import { REFERENCE, type Share } from "./share.ts";

/** Longer than the 30 days that holders have at least. */
const CLAIM_WINDOW = 31n * 86_400n;

/** A payout that is open. */
export interface Paying {
  readonly share: Share;
  readonly action: Address;
  readonly paid: PaidWith;
  readonly payout: Address;
  /** Base units that must be in the vault. */
  readonly total: bigint;
  /** Of a distribution. */
  readonly distribution?: Distribution;
  readonly deadline: bigint;
  readonly opened: Receipt;
}

export interface PayoutPlan {
  readonly paid: PaidWith;
  /** Of a distribution. */
  readonly entitlements?: readonly Entitlement[];
  /** Otherwise. Base units. */
  readonly total?: bigint;
}

/** Opens a payout. A checker still has to approve it, where the issuer or the kind asks for one. */
export async function open(share: Share, action: Address, { paid, entitlements, ...plan }: PayoutPlan): Promise<Paying> {
  const { chain, payer, staff } = share.market;
  const payout = await findPayout(action, paid);
  const distribution = entitlements && (await distribute(payout, entitlements));
  const total = distribution?.total ?? plan.total ?? 0n;
  const { dates } = (await fetchAction(share, action)).data;
  const opensAt = dates.payableAt || dates.effectiveAt;
  const now = await chain.now();
  const deadline = (opensAt > now ? opensAt : now) + CLAIM_WINDOW;
  const tree = distribution && published(distribution);
  const details = { share, action, actor: staff.corporateActions, payer, paid, total, tree, deadline };
  const opened = await chain.send(payer, [await openPayout(details)]);
  return { share, action, paid, payout, total, distribution, deadline, opened };
}

/** Opens a payout, has it approved, and fills the vault from the funder's account. */
export async function openAndFund(share: Share, action: Address, plan: PayoutPlan, funder: KeyPairSigner): Promise<Paying> {
  const paying = await open(share, action, plan);
  if (!(await fetchPayout(paying)).data.approved) {
    await approve(paying);
  }
  await fund(paying, funder);
  return paying;
}

/** The checker builds the tree anew. */
export async function approve({ share, payout, distribution, deadline, ...opened }: Paying): Promise<Receipt> {
  const { chain, payer, staff } = share.market;
  const anew = distribution && (await distribute(payout, distribution.leaves));
  const plan = { total: anew?.total ?? opened.total, tree: anew && published(anew), deadline };
  return chain.send(payer, [await approvePayout({ share, actor: staff.checker, payout, ...plan })]);
}

/** All that is missing. */
export async function fund(paying: Paying, funder: KeyPairSigner): Promise<Receipt> {
  const { chain, payer } = paying.share.market;
  const payout = await fetchPayout(paying);
  return chain.send(payer, [await fundPayout(funder, payout, paying.paid, payout.data.total - payout.data.funded)]);
}

/** Anybody can. */
export async function openPage(paying: Paying, payer: KeyPairSigner, index = 0): Promise<Receipt> {
  return paying.share.market.chain.send(payer, [await openClaimPage(payer, paying.payout, pageTicket(distributionOf(paying), index))]);
}

/** Pays the claim of an owner; `sender` is the owner or anybody, and pays fee and rent. */
export async function payClaim(paying: Paying, owner: Address, sender: KeyPairSigner): Promise<Receipt> {
  const { share, paid } = paying;
  const ticket = claimTicket(distributionOf(paying), owner);
  return share.market.chain.send(sender, await claim({ share, payout: await fetchPayout(paying), paid, ticket, payer: sender }));
}

/** After the deadline, moves what is left to the treasury's account. */
export async function sweep(paying: Paying): Promise<Receipt> {
  return end(paying, await sweepPayout(await toTreasury(paying)));
}

/** Takes a payout back before it opens. */
export async function withdraw(paying: Paying): Promise<Receipt> {
  return end(paying, await withdrawPayout(await toTreasury(paying), REFERENCE));
}

/** The treasury's account is opened first. */
async function end({ share, paid }: Paying, instruction: Instruction): Promise<Receipt> {
  const { chain, payer, admin } = share.market;
  const token = "program" in paid ? paid : { mint: paid.mint, program: TOKEN_2022 };
  return chain.send(payer, [await openAssociatedToken(payer, admin.address, token), instruction]);
}

async function toTreasury(paying: Paying): Promise<PayoutToEnd> {
  const { share, paid } = paying;
  const { admin, staff } = share.market;
  return { share, actor: staff.corporateActions, payout: await fetchPayout(paying), paid, treasury: admin.address };
}

export async function closePage(paying: Paying, index = 0): Promise<Receipt> {
  const { chain, payer } = paying.share.market;
  const [page] = await issuer.findPagePda({ payout: paying.payout, index });
  return chain.send(payer, [closeClaimPage(await issuer.fetchClaimPage(chain.rpc, page, { commitment: "confirmed" }))]);
}

export function fetchPayout({ share, payout }: Paying): Promise<Account<issuer.Payout>> {
  return issuer.fetchPayout(share.market.chain.rpc, payout, { commitment: "confirmed" });
}

export function distributionOf({ distribution, payout }: Paying): Distribution {
  if (!distribution) {
    throw new Error(`payout ${payout} is no distribution`);
  }
  return distribution;
}

function published(distribution: Distribution) {
  return { ...distribution, leaves: distribution.leaves.length, snapshotHash: createHash("sha256").update(leavesFile(distribution)).digest() };
}

/** The file of leaves that an issuer publishes, as `scrip snapshot` writes it. */
export function leavesFile({ leaves }: Pick<Distribution, "leaves">): string {
  const lines = leaves.map(({ index, owner, raw, gross, withheld }) => `${index},${owner},${raw},${gross},${withheld}\n`);
  return `index,owner,raw,gross,withheld\n${lines.join("")}`;
}
