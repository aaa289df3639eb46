/** From creation to redemption: onboarded, minted, transferred, redeemed; and what stands in the mint. */
import { isExtension, fetchMint } from "@solana-program/token-2022";
import { type KeyPairSigner, isSome, unwrapOption } from "@solana/kit";
import { transferHook } from "@scrip/client";
import { expect, test } from "vitest";
import { newHolder } from "../harness/register.ts";
import { APPLE, DECIMALS, ONE_SHARE, type Share, createShare, mintShares, openAccount, redeemShares, tokenAccountOf, transfer } from "../harness/share.ts";
import { beginStory, expectRefusal } from "../harness/story.ts";

const story = beginStory();
let share: Share;
let alice: KeyPairSigner;
let bob: KeyPairSigner;

async function supply(): Promise<bigint> {
  return (await fetchMint(story.chain.rpc, share.mint, { commitment: "confirmed" })).data.supply;
}

test("the mint has the extensions of an xStock, and the asset is every authority", async () => {
  share = await createShare(story.market, { ...APPLE, supplyCap: 100n * ONE_SHARE });
  const { data: mint } = await fetchMint(story.chain.rpc, share.mint, { commitment: "confirmed" });
  const { asset } = share;
  expect(mint.decimals).toBe(DECIMALS);
  expect([unwrapOption(mint.mintAuthority), unwrapOption(mint.freezeAuthority)]).toEqual([asset, asset]);
  const extensions = isSome(mint.extensions) ? mint.extensions.value : [];
  expect(extensions.map(({ __kind }) => __kind).sort()).toEqual([
    "ConfidentialTransferMint",
    "DefaultAccountState",
    "MetadataPointer",
    "PausableConfig",
    "PermanentDelegate",
    "ScaledUiAmountConfig",
    "TokenMetadata",
    "TransferHook",
  ]);
  const hook = extensions.find((extension) => isExtension("TransferHook", extension));
  expect(hook).toMatchObject({ authority: asset, programId: transferHook.SCRIP_TRANSFER_HOOK_PROGRAM_ADDRESS });
  const metadata = extensions.find((extension) => isExtension("TokenMetadata", extension));
  expect(metadata).toMatchObject({ name: "Apple xStock", symbol: "AAPLx", mint: share.mint });
  expect(metadata?.additionalMetadata.get("isin")).toBe(APPLE.isin);
  expect(metadata?.additionalMetadata.get("terms_hash")).toBe("03".repeat(32));
});

test("onboarded, minted, transferred: supply and balances agree to the unit", async () => {
  [alice, bob] = await Promise.all([newHolder(story.market), newHolder(story.market)]);
  await Promise.all([openAccount(share, alice.address), openAccount(share, bob.address)]);
  const { events } = await mintShares(share, alice.address, 90n * ONE_SHARE);
  expect(events).toMatchObject([{ name: "SharesMinted", data: { recipient: alice.address, newSupply: 90n * ONE_SHARE } }]);
  await transfer(share, alice.address, bob.address, 40n * ONE_SHARE, alice);
  const accounts = await Promise.all([alice, bob].map(({ address }) => tokenAccountOf(share, address)));
  const held = await Promise.all(accounts.map((account) => story.chain.tokenBalance(account)));
  expect(held.map(({ raw }) => raw)).toEqual([50n * ONE_SHARE, 40n * ONE_SHARE]);
  expect(await supply()).toBe(90n * ONE_SHARE);
});

test("nothing is minted over the cap, and nothing at all for nobody", async () => {
  await expectRefusal(mintShares(share, alice.address, 10n * ONE_SHARE + 1n), 7041, "OverSupplyCap");
  await expectRefusal(mintShares(share, alice.address, 0n), 7040, "ZeroAmount");
  await mintShares(share, alice.address, 10n * ONE_SHARE);
  expect(await supply()).toBe(100n * ONE_SHARE);
});

test("redeemed: burnt with the signatures of holder and redeemer", async () => {
  const { events } = await redeemShares(share, bob, 40n * ONE_SHARE);
  expect(events).toMatchObject([
    { name: "SharesRedeemed", data: { holder: bob.address, amount: 40n * ONE_SHARE, newSupply: 60n * ONE_SHARE } },
  ]);
  expect(await supply()).toBe(60n * ONE_SHARE);
});
