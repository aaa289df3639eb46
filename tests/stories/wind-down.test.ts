/** A share's documents are kept up to date, and its life ends in order: no more issued, all redeemed, closed. */
import { AssetStatus, HaltReason, issuer } from "@scrip/client";
import { type KeyPairSigner, generateKeyPairSigner, unwrapOption } from "@solana/kit";
import { fetchMint, isExtension } from "@solana-program/token-2022";
import { beforeAll, expect, test } from "vitest";
import { type Cash, DOLLAR, TOKEN_2022, accept, cashOf, fund, newCash } from "../harness/cash.ts";
import { closeAsset, fetchAsset, halt, windDown } from "../harness/desk.ts";
import { change } from "../harness/governance.ts";
import { roleOf } from "../harness/market.ts";
import { cancelOffer, request, settle, subscribe } from "../harness/primary.ts";
import { newHolder } from "../harness/register.ts";
import { APPLE, ONE_SHARE, REFERENCE, type Share, createShare, mintShares, openAccount, transfer } from "../harness/share.ts";
import { beginStory, expectRefusal } from "../harness/story.ts";

const WINDOW = 3_600n;
const PRICE = 200n * DOLLAR;

const story = beginStory();
let share: Share;
let cash: Cash;
let alice: KeyPairSigner;
let bob: KeyPairSigner;
let paymentAuthority: KeyPairSigner;

beforeAll(async () => {
  const { market } = story;
  share = await createShare(market, APPLE);
  cash = await newCash(market, TOKEN_2022);
  await accept(share, cash);
  await change(market, { __kind: "SettlementWindow", seconds: Number(WINDOW) }, share.mint);
  [alice, bob, paymentAuthority] = await Promise.all([newHolder(market), newHolder(market), generateKeyPairSigner()]);
  await Promise.all([openAccount(share, alice.address), openAccount(share, bob.address)]);
  await mintShares(share, alice.address, 10n * ONE_SHARE);
  await fund(market, cash, alice.address, 500n * DOLLAR);
  await fund(market, cash, paymentAuthority.address, 10_000n * DOLLAR);
});

const fetchShareMint = async () => (await fetchMint(story.chain.rpc, share.mint, { commitment: "confirmed" })).data;
const deadline = async () => (await story.chain.now()) + 2n * WINDOW;

async function metadata() {
  const extensions = unwrapOption((await fetchShareMint()).extensions) ?? [];
  return extensions.find((extension) => isExtension("TokenMetadata", extension));
}

async function update(actor: KeyPairSigner, setting: issuer.MetadataChangeArgs) {
  const { market, mint } = share;
  const role = await roleOf(market, actor);
  const accounts = { actor, payer: market.payer, role, mint };
  return market.chain.send(market.payer, [await issuer.getUpdateMetadataInstructionAsync({ ...accounts, change: setting, reference: REFERENCE })]);
}

test("new terms, a new ISIN and a further field stand in the mint, old and new in the events", async () => {
  const { editor, minter } = story.market.staff;
  const uri = "https://example.com/AAPLx-terms-2.pdf";
  const hash = new Uint8Array(32).fill(9);
  const { events } = await update(editor, { __kind: "Terms", uri, hash });
  expect(events).toMatchObject([
    { name: "MetadataUpdated", data: { field: "uri", old: "https://example.com/AAPLx.json", new: uri, newTermsHash: hash } },
  ]);
  await update(editor, { __kind: "Isin", isin: new TextEncoder().encode("US67066G1040") });
  await update(editor, { __kind: "Field", key: "prospectus", value: "https://example.com/prospectus.pdf".padEnd(200, "x") });
  const found = await metadata();
  expect(found).toMatchObject({ uri, name: APPLE.name });
  expect(found?.additionalMetadata.get("terms_hash")).toBe("09".repeat(32));
  expect(found?.additionalMetadata.get("isin")).toBe("US67066G1040");
  expect(found?.additionalMetadata.get("prospectus")).toHaveLength(200);

  await expectRefusal(update(minter, { __kind: "Terms", uri, hash }), 7001, "RoleLacksPermission");
  await expectRefusal(update(editor, { __kind: "Field", key: "isin", value: "none" }), 7140, "MetadataFieldReserved");
  await expectRefusal(update(editor, { __kind: "Isin", isin: new TextEncoder().encode("US67066G1041") }), 7021, "MalformedIsin");
});

test("wound down, nothing more is issued; open subscriptions get their cash back before the deadline", async () => {
  const offer = { id: 1n, amount: 500n * DOLLAR, limitPrice: PRICE, deadline: await deadline() };
  const { subscription } = await subscribe(share, cash, alice, offer);
  await expectRefusal(closeAsset(share), 7141, "NotWindingDown");
  const { events } = await windDown(share);
  const [old, now] = [AssetStatus.Active, AssetStatus.WindingDown];
  expect(events).toMatchObject([{ name: "AssetStatusChanged", data: { old, new: now } }]);

  await expectRefusal(mintShares(share, alice.address, 1n), 7046, "NotActive");
  await expectRefusal(subscribe(share, cash, alice, { ...offer, id: 2n, amount: 1n }), 7046, "NotActive");
  await cancelOffer(share, cash, alice, subscription);
  expect(await cashOf(story.chain, cash, alice.address)).toBe(500n * DOLLAR);
});

test("holders still transfer and redeem, and when nothing is left the share is closed for ever", async () => {
  await transfer(share, alice.address, bob.address, 4n * ONE_SHARE, alice);
  await expectRefusal(closeAsset(share), 7142, "SupplyLeft");
  await halt(share, HaltReason.Operational);
  for (const [owner, amount] of [[alice, 6n * ONE_SHARE], [bob, 4n * ONE_SHARE]] as const) {
    await fund(story.market, cash, owner.address, 1n);
    const { redemption } = await request(share, owner, { id: 1n, amount, deadline: await deadline(), payment: { cash, minPrice: PRICE } });
    await settle(share, cash, redemption, { amount, price: PRICE, paymentAuthority });
  }
  expect(await cashOf(story.chain, cash, bob.address)).toBe(4n * PRICE + 1n);
  expect((await fetchShareMint()).supply).toBe(0n);

  const { events } = await closeAsset(share);
  expect(events).toMatchObject([{ name: "AssetStatusChanged", data: { new: AssetStatus.Closed } }]);
  expect(unwrapOption((await fetchShareMint()).mintAuthority)).toBeNull();
  expect((await fetchAsset(share)).data).toMatchObject({ status: AssetStatus.Closed });
  await expectRefusal(windDown(share), 7046, "NotActive");
});
