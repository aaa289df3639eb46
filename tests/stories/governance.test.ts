/** What loosens waits where everybody sees it, and what is large needs a second pair of eyes. */
import { FourEyes, NO_ADDRESS, ReserveMode, UNLIMITED, issueAccounts, issuer, prepareChange } from "@scrip/client";
import { type KeyPairSigner, generateKeyPairSigner } from "@solana/kit";
import { beforeAll, expect, test } from "vitest";
import { fetchAsset } from "../harness/desk.ts";
import { approve, cancel, change, execute, propose } from "../harness/governance.ts";
import { roleOf } from "../harness/market.ts";
import { newHolder, recordOf } from "../harness/register.ts";
import { APPLE, ONE_SHARE, REFERENCE, type Share, createShare, mintShares, openAccount, tokenAccountOf } from "../harness/share.ts";
import { beginStory, expectRefusal } from "../harness/story.ts";

const DAY = 86_400;
const OLD_CAP = 100n * ONE_SHARE;
const NEW_CAP = 200n * ONE_SHARE;

const story = beginStory();
let share: Share;
let alice: KeyPairSigner;
let anybody: KeyPairSigner;

beforeAll(async () => {
  share = await createShare(story.market, { ...APPLE, supplyCap: OLD_CAP });
  alice = await newHolder(story.market);
  await openAccount(share, alice.address);
  anybody = await generateKeyPairSigner();
  await change(story.market, { __kind: "Timelock", seconds: DAY });
});

const raise = { __kind: "SupplyCap", raw: NEW_CAP } as const;
const supplyCap = async () => (await fetchAsset(share)).data.supplyCap;

test("raising the supply cap waits a day in the open, and then anybody carries it out", async () => {
  const { market, chain, validator } = story;
  await expectRefusal(change(market, raise, share.mint), 7103, "ChangeMustWait");
  const { pendingChange, receipt } = await propose(market, raise, share.mint);
  const old = { __kind: "SupplyCap", raw: OLD_CAP };
  expect(receipt.events).toMatchObject([{ name: "ChangeProposed", data: { asset: share.asset, pendingChange, old, new: raise } }]);

  // Everybody sees what will be, and from when.
  const { data } = await issuer.fetchPendingChange(chain.rpc, pendingChange, { commitment: "confirmed" });
  expect(data).toMatchObject({ asset: share.asset, maker: market.admin.address, checker: NO_ADDRESS, change: raise });
  expect(data.executableAt - data.proposedAt).toBe(BigInt(DAY));
  await expectRefusal(execute(market, anybody, pendingChange, share.mint), 7105, "ChangeNotDue");
  await expectRefusal(mintShares(share, alice.address, OLD_CAP + 1n), 7041, "OverSupplyCap");

  await validator.timeTravel(data.executableAt);
  const executed = await execute(market, anybody, pendingChange, share.mint);
  expect(executed.events).toMatchObject([{ name: "SettingChanged", data: { actor: anybody.address, pendingChange, old, new: raise } }]);
  expect(await supplyCap()).toBe(NEW_CAP);
  await mintShares(share, alice.address, OLD_CAP + 1n);
});

test("what tightens is done at once, and the client finds out by asking", async () => {
  const { market, chain } = story;
  const { admin, payer, issuer: issuerAddress } = market;
  const ask = (raw: bigint) =>
    prepareChange(chain.rpc, {
      admin,
      payer,
      issuer: issuerAddress,
      mint: share.mint,
      change: { __kind: "SupplyCap", raw },
      reference: REFERENCE,
    });
  expect((await ask(NEW_CAP + 1n)).pendingChange).toBeDefined();
  const lower = await ask(NEW_CAP - 1n);
  expect(lower.pendingChange).toBeUndefined();
  await chain.send(payer, [lower.instruction]);
  expect(await supplyCap()).toBe(NEW_CAP - 1n);
});

test("a change is taken back, and then nobody can carry it out", async () => {
  const { market } = story;
  const { pendingChange } = await propose(market, { __kind: "Timelock", seconds: 0 });
  await expectRefusal(cancel(market, anybody, pendingChange), 7000, "NotAdmin");
  const { events } = await cancel(market, market.admin, pendingChange);
  expect(events).toMatchObject([{ name: "ChangeCancelled", data: { cancelled: { __kind: "Timelock", seconds: 0 } } }]);
  await expect(execute(market, anybody, pendingChange)).rejects.toThrow();
});

test("with four eyes a reserve rule is approved by a checker who is not its maker", async () => {
  const { market } = story;
  const { checker, redeemer } = market.staff;
  await change(market, { __kind: "FourEyes", bits: FourEyes.ReserveRule });
  const rule = { __kind: "ReserveRule", mode: ReserveMode.Warn, maxAge: DAY, minCustodians: 1, haircutBps: 0 } as const;
  await expectRefusal(change(market, rule, share.mint), 7104, "ChangeNeedsChecker");
  const { pendingChange } = await propose(market, rule, share.mint);
  await expectRefusal(execute(market, anybody, pendingChange, share.mint), 7104, "ChangeNeedsChecker");
  await expectRefusal(approve(market, redeemer, pendingChange), 7001, "RoleLacksPermission");
  const approved = await approve(market, checker, pendingChange);
  expect(approved.events).toMatchObject([{ name: "ChangeApproved", data: { actor: checker.address } }]);
  await execute(market, anybody, pendingChange, share.mint);
  expect((await fetchAsset(share)).data.reserveMode).toBe(ReserveMode.Warn);
});

test("a mint above the threshold is proposed by a maker and carried out by a checker", async () => {
  const { market, chain } = story;
  const { minter: maker, checker } = market.staff;
  const { asset, mint } = share;
  await change(market, { __kind: "MintFourEyes", above: ONE_SHARE }, mint);
  await mintShares(share, alice.address, ONE_SHARE);
  await expectRefusal(mintShares(share, alice.address, ONE_SHARE + 1n), 7008, "CheckerMissing");

  const amount = 7n * ONE_SHARE;
  const destination = await tokenAccountOf(share, alice.address);
  const proposal = await issuer.getProposeMintInstructionAsync({
    actor: maker,
    role: await roleOf(market, maker),
    asset,
    payer: market.payer,
    mint,
    destination,
    id: 1n,
    quantity: { __kind: "Raw", amount },
    reference: REFERENCE,
  });
  const proposed = await chain.send(market.payer, [proposal]);
  expect(proposed.events).toMatchObject([{ name: "MintProposed", data: { recipient: alice.address, amount } }]);

  const [mintProposal] = await issuer.findMintProposalPda({ asset, maker: maker.address, id: 1n });
  const carryOut = async (signer: KeyPairSigner) =>
    chain.send(market.payer, [
      await issuer.getMintProposedInstructionAsync({
        ...(await issueAccounts({ share, checker: signer }, maker.address)),
        holder: await recordOf(market, alice.address),
        destination,
        mintProposal,
        rentReceiver: market.payer.address,
      }),
    ]);
  await expectRefusal(carryOut(maker), 7009, "CheckerIsMaker");
  const before = await chain.tokenBalance(destination);
  const { events } = await carryOut(checker);
  const minted = events.find(({ name }) => name === "SharesMinted");
  expect(minted).toMatchObject({ data: { actor: maker.address, checker: checker.address, amount } });
  expect((await chain.tokenBalance(destination)).raw - before.raw).toBe(amount);
});

test("an admin is proposed, waits, and accepts; a proposal of nobody takes it back at once", async () => {
  const { market, chain, validator } = story;
  const successor = await generateKeyPairSigner();
  const handOver = { __kind: "Admin", proposed: successor.address } as const;
  const { pendingChange } = await propose(market, handOver);
  await validator.timeTravel((await chain.now()) + BigInt(DAY));
  await execute(market, anybody, pendingChange);
  const accept = async () =>
    chain.send(market.payer, [await issuer.getAcceptAdminInstructionAsync({ signer: successor, issuer: market.issuer })]);
  await change(market, { __kind: "Admin", proposed: NO_ADDRESS });
  await expectRefusal(accept(), 7003, "NotPendingAdmin");
  const again = await propose(market, handOver);
  await validator.timeTravel((await chain.now()) + BigInt(DAY));
  await execute(market, anybody, again.pendingChange);
  const { events } = await accept();
  expect(events).toMatchObject([{ name: "AdminAccepted" }]);
  await expectRefusal(change(market, { __kind: "MintFourEyes", above: UNLIMITED }, share.mint), 7000, "NotAdmin");
});
