/** The console of the demo's market: one can act as everybody, and something is left for the desk to do. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HaltReason, sharesOf } from "@scrip/client";
import type { KeyPairSigner } from "@solana/kit";
import { requireFresh } from "../app/server/builds.ts";
import { type ServedConsole, serveConsole } from "../app/server/serve.ts";
import { announce, inForce, split } from "../tests/harness/actions.ts";
import { airdrop } from "../tests/harness/airdrop.ts";
import { attest } from "../tests/harness/custody.ts";
import { halt } from "../tests/harness/desk.ts";
import { localWallet } from "../tests/harness/local-wallets.ts";
import type { Market } from "../tests/harness/market.ts";
import { leavesFile } from "../tests/harness/payouts.ts";
import { ONE_SHARE } from "../tests/harness/share.ts";
import type { Validator } from "../tests/harness/validator.ts";
import type { Cast } from "./cast.ts";
import { DIVIDEND_OF, openDividend } from "./dividend.ts";
import type { Life } from "./life.ts";
import type { Stage } from "./stage.ts";

/** What the demo has played, and with whom. */
export interface Played {
  readonly market: Market;
  readonly cast: Cast;
  readonly lives: readonly Life[];
}

const WEEK = 604_800n;
/** For the network's fees. */
const TEN_SOL = 10_000_000_000n;

export async function openConsole(stage: Stage, validator: Validator, { market, cast, lives }: Played): Promise<ServedConsole> {
  requireFresh("localnet");
  const people = everybody(market, cast);
  await Promise.all(people.map(([, { address }]) => airdrop(market.chain.rpc, address, TEN_SOL)));
  const distributions = await leaveDividend(stage, validator, cast, lives);
  await leaveWork(cast, lives);
  const wallets = await Promise.all(people.map(([name, key]) => localWallet(name, key)));
  const { rpcUrl } = validator;
  const shown = { name: "Demo Issuer", cluster: "localnet", reader: market.payer.address, distributions: "distributions/", refreshSeconds: 3 } as const;
  return serveConsole({ build: "localnet", config: { ...shown, rpcUrl, issuer: market.issuer, wallets }, distributions });
}

function everybody({ admin, registrar, staff }: Market, { alice, bob, stranger, custodian, payingAgent }: Cast): readonly (readonly [string, KeyPairSigner])[] {
  return [
    ["Alice, holder", alice],
    ["Bob, holder", bob],
    ["Stranger", stranger],
    ["Corporate actions (maker)", staff.corporateActions],
    ["Checker", staff.checker],
    ["Surveillance (halts)", staff.surveillance],
    ["Market supervisor (resumes)", staff.marketSupervisor],
    ["Minter", staff.minter],
    ["Redeemer", staff.redeemer],
    ["Security (pauses)", staff.security],
    ["Director (unpauses)", staff.director],
    ["Editor (metadata)", staff.editor],
    ["Registrar", registrar],
    ["Admin", admin],
    ["Custodian", custodian],
    ["Paying agent", payingAgent],
  ];
}

/** A dividend that nobody has claimed yet. Returns the folder with the file of claims, as its issuer publishes it. */
async function leaveDividend(stage: Stage, validator: Validator, cast: Cast, lives: readonly Life[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "scrip-demo-"));
  const paying = lives.find(({ symbol }) => symbol === DIVIDEND_OF);
  if (paying) {
    const { payout, distribution } = await openDividend(stage, validator, paying.share, paying.symbol, cast);
    writeFileSync(join(folder, `${payout}.csv`), leavesFile(distribution ?? { leaves: [] }));
  }
  return folder;
}

/** Reserves counted anew but for the first share, a split of which waits for the checker, and a halt for the supervisor. */
async function leaveWork({ custodian }: Cast, [first, ...others]: readonly Life[]): Promise<void> {
  for (const { share, supply } of others) {
    const held = sharesOf(supply.raw, await inForce(share), "up");
    await attest(share, custodian, held + 25n * ONE_SHARE);
  }
  const [second] = others;
  if (first && second) {
    const inAWeek = (await first.share.market.chain.now()) + WEEK;
    await announce(first.share, split([2n, 1n], inAWeek));
    await halt(second.share, HaltReason.NewsPending);
  }
}
