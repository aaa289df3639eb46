/** The life of one share: created, issued, held, refused, halted, changed by a real corporate action, redeemed. */
import { type GrindProgress, HaltReason, HolderStatus } from "@scrip/client";
import type { KeyPairSigner } from "@solana/kit";
import { fetchMint } from "@solana-program/token-2022";
import { announce, approve, reinvestment, schedule, split } from "../tests/harness/actions.ts";
import type { TokenBalance } from "../tests/harness/chain.ts";
import { fetchAsset, halt, pause, resume, unpause } from "../tests/harness/desk.ts";
import type { Market } from "../tests/harness/market.ts";
import { setStatus } from "../tests/harness/register.ts";
import { ONE_SHARE, type Share, createShare, mintShares, openAccount, redeemShares, tokenAccountOf, transfer } from "../tests/harness/share.ts";
import type { Validator } from "../tests/harness/validator.ts";
import { type RealAction, fromScaled, notBefore, toScaled } from "./actions.ts";
import { type Cast, SHARES, type SharesSymbol } from "./cast.ts";
import { showReserves, tradeWithIssuer } from "./primary.ts";
import { type Stage, clock, raw } from "./stage.ts";

export interface Life {
  readonly symbol: string;
  readonly share: Share;
  readonly action: RealAction;
  /** Exact, 18 decimals. */
  readonly multiplier: bigint;
  readonly supply: TokenBalance;
}

const ISSUED = 100n * ONE_SHARE;
const SENT = 40n * ONE_SHARE;
const REDEEMED = 15n * ONE_SHARE;

/** Token-2022's own error for anything that moves while a mint is paused. */
const MINT_PAUSED = 0x43;

export async function live(stage: Stage, validator: Validator, market: Market, cast: Cast, real: RealAction): Promise<Life> {
  const { chain } = market;
  const symbol = real.symbol as SharesSymbol;
  const { name, isin } = SHARES[symbol];
  const action = notBefore(real, await chain.now());
  stage.title(`${symbol}  ${name}`);
  const multiplier = toScaled(real.previousMultiplier);
  const share = await createShare(market, { name, symbol, isin, multiplier, key: { onProgress: (key) => showKey(stage, key) } });
  stage.did("admin", "create_asset", `creates mint, policy and asset; multiplier ${real.previousMultiplier}`, share.created);
  stage.did("admin", "add_minter, change_setting", "says how much the minter may mint of it", share.appointed);
  await showReserves(stage, share, cast, ISSUED);
  await issue(stage, share, symbol, cast);
  await refuse(stage, share, symbol, cast);
  await change(stage, validator, share, symbol, cast, action);
  if (symbol === "NVDAx") {
    await tradeWithIssuer(stage, share, cast);
  } else {
    const redeeming = redeemShares(share, cast.bob, REDEEMED);
    await stage.does("redeemer and Bob", "redeem_shares", `burn ${raw(REDEEMED)} against a payment`, redeeming);
  }
  await showBalances(stage, share, cast);
  const { data } = await fetchAsset(share);
  const { supply } = (await fetchMint(chain.rpc, share.mint, { commitment: "confirmed" })).data;
  const shares = await chain.uiAmount(share.mint, supply);
  return { symbol, share, action, multiplier: data.nextMultiplier, supply: { raw: supply, ui: shares } };
}

/** A transfer costs 1,500 compute units more for each bump below 255. */
function showKey(stage: Stage, { tries, bump }: GrindProgress): void {
  stage.note(`mint key ${tries}: its validation account has bump ${bump}${bump === 255 ? ", as cheap as can be" : ""}`);
}

async function issue(stage: Stage, share: Share, symbol: string, cast: Cast): Promise<void> {
  const { alice, bob, stranger, custodian } = cast;
  await Promise.all([alice, bob, stranger].map(({ address }) => openAccount(share, address)));
  const mint = (amount: bigint) => mintShares(share, alice.address, amount, [custodian.address]);
  await stage.does("minter", "mint_shares", `mints ${raw(ISSUED)} of ${symbol} to Alice`, mint(ISSUED));
  await stage.refuses("minter", "mint_shares", "tries to mint one unit more than the reserves cover", 7090, mint(1n));
  await stage.does("Alice", "transfer", `sends ${raw(SENT)} to Bob`, send(share, alice, bob, SENT));
}

/** Every share is refused its transfers for another reason. */
async function refuse(stage: Stage, share: Share, symbol: SharesSymbol, { alice, bob, stranger }: Cast): Promise<void> {
  const { market } = share;
  const sendToBob = () => send(share, alice, bob, ONE_SHARE);
  const toStranger = send(share, alice, stranger, ONE_SHARE);
  await stage.refuses("Alice", "transfer", "tries to send to a wallet that nobody has checked", 6300, toStranger);
  if (symbol === "CRWDx") {
    const suspending = setStatus(market, alice.address, HolderStatus.Suspended);
    await stage.does("registrar", "set_holder_status", "suspends Alice", suspending);
    await stage.refuses("Alice", "transfer", "tries to send to Bob", 6204, sendToBob());
    const reinstating = setStatus(market, alice.address, HolderStatus.Active);
    await stage.does("registrar", "set_holder_status", "reinstates Alice", reinstating);
  }
  if (symbol === "AAPLx") {
    await stage.does("security", "pause", "pauses the mint", pause(share));
    await stage.refuses("Alice", "transfer", "tries to send to Bob", MINT_PAUSED, sendToBob());
    await stage.does("director", "unpause", "ends the pause", unpause(share));
  }
  await stage.does("surveillance", "halt", "halts trading: news is pending", halt(share, HaltReason.NewsPending));
  await stage.refuses("Alice", "transfer", "tries to send to Bob", 6100, sendToBob());
  await stage.does("market supervisor", "resume", "resumes trading", resume(share));
  await stage.does("Alice", "transfer", `sends ${raw(ONE_SHARE)} to Bob`, sendToBob());
}

/** The real corporate action, announced and effective at its real times. */
async function change(
  stage: Stage,
  validator: Validator,
  share: Share,
  symbol: SharesSymbol,
  cast: Cast,
  action: RealAction,
): Promise<void> {
  const { kind, ratio, announcedAt, effectiveAt } = action;
  await validator.timeTravel(announcedAt);
  const later = action.weeksLater > 0n ? `, ${action.weeksLater} weeks ago` : "";
  stage.note(`the clock is moved to ${clock(announcedAt)}, when this was announced on mainnet${later}`);
  const what = kind === "SPLF" ? `a ${ratio[0]}-for-${ratio[1]} split (SPLF)` : `a reinvested dividend (DVCA) of ${growth(ratio)}`;
  const announced = await announce(share, kind === "SPLF" ? split(ratio, effectiveAt) : reinvestment(ratio, effectiveAt));
  stage.did("corporate actions", "announce_action", `announces ${what}`, announced);
  const alone = schedule(share, announced.action);
  await stage.refuses("corporate actions", "schedule_action", "tries to make it binding alone", 7158, alone);
  await stage.does("checker", "approve_action", "approves it", approve(share, announced.action));
  const scheduling = schedule(share, announced.action);
  await stage.does("corporate actions", "schedule_action", "makes it binding: the mint has the change from now on", scheduling);
  await showBalances(stage, share, cast);
  await validator.timeTravel(effectiveAt);
  stage.note(`the clock is moved to ${clock(effectiveAt)}, and nobody has to do anything`);
  await showBalances(stage, share, cast);
  const { data } = await fetchAsset(share);
  const recorded = Number(action.newMultiplier);
  const image = Number(fromScaled(data.nextMultiplier));
  stage.note(`multiplier ${fromScaled(data.nextMultiplier)}, its f64 ${image}; recorded on mainnet ${recorded}`);
  if (Math.abs(image - recorded) > Number.EPSILON * recorded) {
    throw new Error(`the multiplier of ${symbol} is ${image}, but mainnet recorded ${recorded}`);
  }
}

function send(share: Share, from: KeyPairSigner, to: KeyPairSigner, amount: bigint) {
  return transfer(share, from.address, to.address, amount, from);
}

async function showBalances(stage: Stage, share: Share, { alice, bob }: Cast): Promise<void> {
  for (const [name, { address }] of [["Alice", alice], ["Bob", bob]] as const) {
    const balance = await share.market.chain.tokenBalance(await tokenAccountOf(share, address));
    stage.note(`${name.padEnd(6)}${raw(balance.raw).padStart(20)}  =  ${balance.ui} shares`);
  }
}

function growth([numerator, denominator]: readonly [bigint, bigint]): string {
  return `${((Number(numerator - denominator) / Number(denominator)) * 100).toFixed(4)} %`;
}
