/**
 * `make demo`: the life of three real shares on a local validator, with their real corporate actions at their real
 * times, and a dividend in cash. With `--keep` the validator and a console go on running until Ctrl-C.
 */
import { parseArgs } from "node:util";
import { connect } from "../tests/harness/chain.ts";
import { openMarket } from "../tests/harness/market.ts";
import { type Validator, startValidator } from "../tests/harness/validator.ts";
import { readRealActions } from "./actions.ts";
import { SHARES, assemble } from "./cast.ts";
import { type Played, openConsole } from "./console.ts";
import { DIVIDEND_OF, payDividend } from "./dividend.ts";
import { type Life, live } from "./life.ts";
import { Stage, clock } from "./stage.ts";
import { showCosts, showShares } from "./summary.ts";

const HOUR = 3_600n;
const KEEP_PORT = 8899;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { keep: { type: "boolean", default: false } } });
  const actions = readRealActions(Object.keys(SHARES));
  const start = (actions[0]?.announcedAt ?? 0n) - HOUR;
  const validator = await startBefore(Number(start), values.keep ? KEEP_PORT : undefined);
  try {
    const stage = new Stage();
    const played = await perform(stage, validator, actions);
    if (values.keep) {
      await keepRunning(stage, validator, played);
    }
  } finally {
    await validator.stop();
  }
}

async function perform(stage: Stage, validator: Validator, actions: ReturnType<typeof readRealActions>): Promise<Played> {
  const chain = connect(validator.rpcUrl);
  stage.title(`${validator.description}, ${clock(await chain.now())}`);
  const market = await openMarket(chain);
  for (const [instruction, signer, receipt] of market.opening) {
    stage.did(signer, instruction.split(" ")[0] ?? instruction, instruction, receipt);
  }
  const cast = await assemble(stage, market);
  const lives: Life[] = [];
  for (const action of actions) {
    lives.push(await live(stage, validator, market, cast, action));
  }
  const paid = lives.find(({ symbol }) => symbol === DIVIDEND_OF);
  if (paid) {
    await payDividend(stage, validator, paid.share, paid.symbol, cast);
  }
  stage.title("Summary");
  showShares(lives);
  showCosts(stage.steps);
  const refused = stage.steps.filter((step) => step.refused).length;
  console.log(`${stage.steps.length} transactions, of which ${refused} were to be refused and were, each for its reason`);
  return { market, cast, lives };
}

/** A clock in the past needs libfaketime; without it the actions are moved to the coming weeks. */
async function startBefore(startTime: number, rpcPort: number | undefined): Promise<Validator> {
  try {
    return await startValidator({ startTime, rpcPort });
  } catch (error) {
    const validator = await startValidator({ rpcPort });
    console.log(`${error instanceof Error ? error.message : error}; the actions are moved to the coming weeks instead`);
    return validator;
  }
}

/** The address of the console is the last line. */
async function keepRunning(stage: Stage, validator: Validator, played: Played): Promise<void> {
  const page = await openConsole(stage, validator, played);
  console.log("\nThe validator goes on running. Press Ctrl-C to stop it.");
  console.log(`  RPC        ${validator.rpcUrl}`);
  console.log(`  WebSocket  ${validator.wsUrl}`);
  for (const { symbol, share } of played.lives) {
    console.log(`  ${symbol.padEnd(9)}  mint ${share.mint}, asset ${share.asset}`);
  }
  console.log(`  from the Solana CLI: solana account ${played.lives[0]?.share.mint} --url ${validator.rpcUrl}`);
  console.log(`\nThe console, with everybody of the demo to act as: ${page.url}`);
  const alive = setInterval(() => undefined, 60_000);
  await new Promise<void>((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });
  clearInterval(alive);
  await page.close();
}

main().catch((error: unknown) => {
  console.error(`demo: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
