/** Nothing is minted that custodians do not attest: neither beyond their count, nor on an old one, nor past a split. */
import { ReserveMode } from "@scrip/client";
import { type Address, type KeyPairSigner, generateKeyPairSigner } from "@solana/kit";
import { beforeAll, expect, test } from "vitest";
import { attest, enforceReserves, newCustodian, statusOf } from "../harness/custody.ts";
import { scheduleAction, split } from "../harness/actions.ts";
import { change } from "../harness/governance.ts";
import { newHolder } from "../harness/register.ts";
import { APPLE, ONE_SHARE, type Share, createShare, mintShares, openAccount } from "../harness/share.ts";
import { beginStory, expectRefusal } from "../harness/story.ts";

const DAY = 86_400n;

const story = beginStory();
let share: Share;
let alice: KeyPairSigner;
let vault: KeyPairSigner;
let bank: KeyPairSigner;
let both: Address[];

beforeAll(async () => {
  share = await createShare(story.market, APPLE);
  alice = await newHolder(story.market);
  await openAccount(share, alice.address);
  vault = await newCustodian(story.market);
  bank = await newCustodian(story.market);
  both = [vault.address, bank.address];
});

const mint = (amount: bigint, custodians = both) => mintShares(share, alice.address, amount, custodians);

async function attestBoth(vaultShares: bigint, bankShares: bigint) {
  await attest(share, vault, vaultShares * ONE_SHARE, { others: [bank.address] });
  return attest(share, bank, bankShares * ONE_SHARE, { others: [vault.address] });
}

test("two custodians attest, one percent is taken off, and the status says how much may be minted", async () => {
  await enforceReserves(share, { maxAge: Number(DAY), minCustodians: 2, haircutBps: 100 });
  const first = await attest(share, vault, 60n * ONE_SHARE);
  expect(first.events).toMatchObject([
    { name: "ReserveShortfall", data: { asset: share.asset } },
    { name: "ReservesAttested", data: { custodian: vault.address, oldShares: 0n, newShares: 60n * ONE_SHARE, supply: 0n } },
  ]);
  const second = await attest(share, bank, 40n * ONE_SHARE, { others: [vault.address] });
  expect(second.events.map(({ name }) => name)).toEqual(["ReservesAttested"]);
  expect(await statusOf(share, both)).toEqual({
    met: true,
    mode: ReserveMode.Enforce,
    custodians: 2,
    supply: 0n,
    needed: 0n,
    attested: 100n * ONE_SHARE,
    counted: 99n * ONE_SHARE,
    headroom: 99n * ONE_SHARE,
  });
});

test("minting goes to the last unit and not beyond, and the refusal says both numbers", async () => {
  await mint(99n * ONE_SHARE);
  expect(await statusOf(share, both)).toMatchObject({ met: true, needed: 99n * ONE_SHARE, headroom: 0n });
  const refused = await expectRefusal(mint(1n), 7090, "ReservesMissing");
  expect(refused.message).toContain("The attested reserves do not cover the supply; attest more, or mint less");
  expect(refused.logs).toContain("Program log: shares needed 9900000001, counted 9900000000");
});

test("a custodian that is left out or comes twice does not count", async () => {
  await expectRefusal(mint(1n, [vault.address]), 7090, "ReservesMissing");
  await expectRefusal(mint(1n, []), 7090, "ReservesMissing");
  await expectRefusal(mint(1n, [vault.address, vault.address]), 7096, "CustodiansOutOfOrder");
  expect(await statusOf(share, [bank.address])).toMatchObject({ met: false, custodians: 1, headroom: 0n });
});

test("attestations are stale a day after the count, until they are renewed", async () => {
  await attestBoth(100n, 40n);
  await mint(ONE_SHARE);
  await story.validator.timeTravel((await story.chain.now()) + DAY + 10n);
  await expectRefusal(mint(1n), 7090, "ReservesMissing");
  expect(await statusOf(share, both)).toMatchObject({ met: false, custodians: 0, attested: 0n, counted: 0n, headroom: 0n });
  await attestBoth(100n, 40n);
  await mint(ONE_SHARE);
});

test("a split makes every attestation stale, and only a count after it is taken", async () => {
  const before = await story.chain.now();
  const effectiveAt = before + 7_200n;
  await scheduleAction(share, split([2n, 1n], effectiveAt));
  await attest(share, vault, 100n * ONE_SHARE, { actionsSeen: 0, others: [bank.address] });
  await mint(ONE_SHARE);
  await story.validator.timeTravel(effectiveAt);
  await expectRefusal(mint(1n), 7090, "ReservesMissing");
  await expectRefusal(attest(share, vault, 200n * ONE_SHARE, { actionsSeen: 0 }), 7094, "ActionsNotSeen");
  const tooEarly = { actionsSeen: 1, asOf: effectiveAt - 1n };
  await expectRefusal(attest(share, vault, 200n * ONE_SHARE, tooEarly), 7094, "ActionsNotSeen");

  // 102 shares before the split are 204 after it; 140 are not enough, and it is the truth.
  const short = await attestBoth(100n, 40n);
  expect(short.events).toMatchObject([{ name: "ReserveShortfall" }, { name: "ReservesAttested" }]);
  expect(await statusOf(share, both)).toMatchObject({ met: false, custodians: 2, needed: 204n * ONE_SHARE, headroom: 0n });
  await expectRefusal(mint(1n), 7090, "ReservesMissing");
  await attestBoth(200n, 80n);
  // 277.2 shares count, which are 138.6 of the units from before the split.
  expect(await statusOf(share, both)).toMatchObject({ met: true, headroom: 3_660_000_000n });
  await mint(3_660_000_000n);
  await expectRefusal(mint(1n), 7090, "ReservesMissing");
});

test("who is not approved does not attest, and what was attested before counts no longer", async () => {
  await attestBoth(1_000n, 1_000n);
  const { market } = story;
  await change(market, { __kind: "Custodian", key: bank.address, approved: false });
  await expectRefusal(mint(1n), 7090, "ReservesMissing");
  await expectRefusal(attest(share, bank, ONE_SHARE), 7091, "CustodianNotApproved");
  const stranger = await generateKeyPairSigner();
  await expectRefusal(attest(share, stranger, ONE_SHARE), 3012, "AccountNotInitialized");
});
