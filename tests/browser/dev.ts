/**
 * A console to look at while working on it: `npx tsx --conditions=source tests/browser/dev.ts` starts a validator with a
 * small market and serves the localnet build, with the market's people as wallets. Ends with Ctrl-C.
 */
import { generateKeyPairSigner } from "@solana/kit";
import { serveConsole } from "../../app/server/serve.ts";
import { announce, approve, scheduleAction, split } from "../harness/actions.ts";
import { airdrop } from "../harness/airdrop.ts";
import { DOLLAR, TOKEN, accept, fund, newCash } from "../harness/cash.ts";
import { connect } from "../harness/chain.ts";
import { attest, approveCustodian, enforceReserves } from "../harness/custody.ts";
import { halt } from "../harness/desk.ts";
import { change } from "../harness/governance.ts";
import { localWallet } from "../harness/local-wallets.ts";
import { SINGAPORE, openMarket } from "../harness/market.ts";
import { onboard } from "../harness/register.ts";
import { ONE_SHARE, createShare, mintShares, openAccount } from "../harness/share.ts";
import { startValidator } from "../harness/validator.ts";

const HOUR = 3_600n;
const DAY = 24n * HOUR;
const validator = await startValidator();
const chain = connect(validator.rpcUrl);
const market = await openMarket(chain);
const [alice, bob, stranger, custodian] = await Promise.all([0, 1, 2, 3].map(() => generateKeyPairSigner(true)));
if (!alice || !bob || !stranger || !custodian) {
  throw new Error("no keys");
}
const { staff } = market;
const people = { Alice: alice, Bob: bob, Stranger: stranger, Admin: market.admin, Registrar: market.registrar, Custodian: custodian };
const named = { ...people, Minter: staff.minter, Redeemer: staff.redeemer, Surveillance: staff.surveillance, Supervisor: staff.marketSupervisor };
const cast = { ...named, Security: staff.security, Director: staff.director, "Corporate actions": staff.corporateActions, Checker: staff.checker };
await Promise.all(Object.values(cast).map(({ address }) => airdrop(chain.rpc, address, 10_000_000_000n)));
await onboard(market, alice.address);
await onboard(market, bob.address, { jurisdiction: SINGAPORE, kycExpiresAt: (await chain.now()) + 20n * DAY });
await approveCustodian(market, custodian.address);
const apple = await createShare(market, { name: "Apple xStock", symbol: "AAPLx", isin: "US0378331005", multiplier: 1_003_456_075_896_837_600n });
const nvidia = await createShare(market, { name: "NVIDIA xStock", symbol: "NVDAx", isin: "US67066G1040" });
await createShare(market, { name: "Tesla xStock", symbol: "TSLAx", isin: "US88160R1014" });
const cash = await newCash(market, TOKEN);
await fund(market, cash, alice.address, 100_000n * DOLLAR);
for (const share of [apple, nvidia]) {
  await Promise.all([alice, bob].map(({ address }) => openAccount(share, address)));
  await enforceReserves(share, { maxAge: Number(DAY) });
  await attest(share, custodian, 1_500n * ONE_SHARE);
  await mintShares(share, alice.address, 1_000n * ONE_SHARE + 12_345n, [custodian.address]);
  await accept(share, cash);
}
await scheduleAction(apple, split([4n, 1n], (await chain.now()) + 2n * HOUR));
await validator.timeTravel((await chain.now()) + 3n * HOUR);
await scheduleAction(apple, split([3n, 1n], (await chain.now()) + 20n * DAY));
const waiting = await announce(nvidia, split([10n, 1n], (await chain.now()) + 9n * DAY));
await approve(nvidia, waiting.action);
await attest(nvidia, custodian, 1_400n * ONE_SHARE);
await halt(nvidia, 1, (await chain.now()) + DAY);
await change(market, { __kind: "Timelock", seconds: 60 });
const wallets = await Promise.all(Object.entries(cast).map(([name, key]) => localWallet(name, key)));
const config = { name: "Example Issuer", cluster: "localnet", rpcUrl: validator.rpcUrl, issuer: market.issuer, reader: market.payer.address, refreshSeconds: 2, wallets } as const;
const { url } = await serveConsole({ build: "localnet", config, port: Number(process.argv[2] ?? 0) });
console.log(`console ${url}\nrpc ${validator.rpcUrl}\nmints ${apple.mint} ${nvidia.mint}`);
setInterval(() => undefined, 60_000);
