/** A freely transferable share: whoever nobody has barred may hold it. */
import { ALL_PATHS, AdmissionMode, HolderStatus, Path } from "@scrip/client";
import { type KeyPairSigner, generateKeyPairSigner } from "@solana/kit";
import { beforeAll, expect, test } from "vitest";
import { updatePolicy } from "../harness/governance.ts";
import { UNITED_STATES } from "../harness/market.ts";
import { barWallet, newHolder, setStatus, updateFacts } from "../harness/register.ts";
import { APPLE, ONE_SHARE, type Share, createShare, mintShares, openAccount, tokenAccountOf, transfer } from "../harness/share.ts";
import { beginStory, expectRefusal } from "../harness/story.ts";

const POLICY = { admission: AdmissionMode.Open, countries: { deny: [UNITED_STATES] } };

const story = beginStory();
let share: Share;
let alice: KeyPairSigner;

beforeAll(async () => {
  share = await createShare(story.market, { ...APPLE, policy: POLICY });
  alice = await newHolder(story.market);
  await openAccount(share, alice.address);
  await mintShares(share, alice.address, 100n * ONE_SHARE);
});

async function newStranger(): Promise<KeyPairSigner> {
  const stranger = await generateKeyPairSigner();
  await openAccount(share, stranger.address);
  return stranger;
}

const send = (from: KeyPairSigner, to: KeyPairSigner) => transfer(share, from.address, to.address, ONE_SHARE, from);

test("strangers receive, hold and pass on", async () => {
  const [stranger, other] = [await newStranger(), await newStranger()];
  await send(alice, stranger);
  await send(stranger, other);
  await send(other, alice);
  await send(alice, other);
  expect((await story.chain.tokenBalance(await tokenAccountOf(share, other.address))).raw).toBe(ONE_SHARE);
});

test("a stranger who is barred can neither receive nor send, until reinstated in two steps and checked", async () => {
  const stranger = await newStranger();
  await send(alice, stranger);
  const { events } = await barWallet(story.market, stranger.address, HolderStatus.Sanctioned);
  expect(events).toMatchObject([{ name: "HolderStatusChanged", data: { oldStatus: 0, newStatus: HolderStatus.Sanctioned } }]);
  await expectRefusal(send(alice, stranger), 6308, "DestinationSanctioned");
  await expectRefusal(send(stranger, alice), 6208, "SourceSanctioned");
  await expectRefusal(setStatus(story.market, stranger.address, HolderStatus.Active), 6507, "StatusChangeRefused");
  await setStatus(story.market, stranger.address, HolderStatus.Suspended);
  await expectRefusal(send(alice, stranger), 6304, "DestinationSuspended");
  // The record says nothing else, so its wallet stays barred until a registrar has found out more.
  await setStatus(story.market, stranger.address, HolderStatus.Active);
  await expectRefusal(send(alice, stranger), 6306, "DestinationExpired");
  await updateFacts(story.market, stranger.address, {});
  await send(alice, stranger);
});

test("facts count for those of whom they are known", async () => {
  const american = await newHolder(story.market, { jurisdiction: UNITED_STATES });
  await openAccount(share, american.address);
  await expectRefusal(send(alice, american), 6307, "DestinationJurisdiction");
  await send(alice, await newStranger());
});

test("the issuer mints to the register alone", async () => {
  const stranger = await newStranger();
  await expectRefusal(mintShares(share, stranger.address, ONE_SHARE), 6300, "DestinationMissing");
});

test("paths to strangers are closed one by one, and an allowlist has none", async () => {
  const [stranger, other] = [await newStranger(), await newStranger()];
  const { events } = await updatePolicy(share, { ...POLICY, paths: ALL_PATHS & ~Path.UnknownToUnknown });
  expect(events).toMatchObject([
    { name: "PolicyUpdated", data: { old: { paths: 511 }, new: { paths: 255 } } },
    { name: "SettingChanged", data: { asset: share.asset, new: { __kind: "PolicyTerms", terms: { paths: 255 } } } },
  ]);
  await send(alice, stranger);
  await expectRefusal(send(stranger, other), 6200, "SourceMissing");
  await expectRefusal(updatePolicy(share, { paths: ALL_PATHS }), 7100, "UnsoundSetting");
  await updatePolicy(share, {});
  await expectRefusal(send(alice, stranger), 6300, "DestinationMissing");
  await expectRefusal(send(stranger, alice), 6200, "SourceMissing");
});
