/** Trading on venues: which of them are known, and where a share may go from there. */
import { HolderKind, HolderStatus, Path, issuer, registerVenue, transferHook } from "@scrip/client";
import { type KeyPairSigner, generateKeyPairSigner, getAddressEncoder, getU16Encoder } from "@solana/kit";
import { beforeAll, expect, test } from "vitest";
import { updatePolicy } from "../harness/governance.ts";
import { addVenue, fetchRecord, newHolder, recordOf } from "../harness/register.ts";
import { APPLE, ONE_SHARE, type Share, createShare, mintShares, openAccount, transfer } from "../harness/share.ts";
import { beginStory, expectRefusal } from "../harness/story.ts";

const story = beginStory();
let share: Share;
let alice: KeyPairSigner;
let bob: KeyPairSigner;
let exchange: KeyPairSigner;
let broker: KeyPairSigner;

beforeAll(async () => {
  share = await createShare(story.market, APPLE);
  [alice, bob] = await Promise.all([newHolder(story.market), newHolder(story.market)]);
  [exchange, broker] = await Promise.all([generateKeyPairSigner(), generateKeyPairSigner()]);
  await Promise.all([alice, bob, exchange, broker].map(({ address }) => openAccount(share, address)));
  await mintShares(share, alice.address, 100n * ONE_SHARE);
});

const send = (from: KeyPairSigner, to: KeyPairSigner) => transfer(share, from.address, to.address, ONE_SHARE, from);

test("a bare address becomes a venue by a registrar's hand", async () => {
  await expectRefusal(send(alice, exchange), 6300, "DestinationMissing");
  await addVenue(story.market, broker.address);
  const { events } = await addVenue(story.market, exchange.address);
  expect(events).toMatchObject([{ name: "VenueRegistered", data: { venue: exchange.address } }]);
  await send(alice, exchange);
  await send(exchange, broker);
  await send(broker, bob);
});

test("each path is open or closed by itself", async () => {
  const moves = [
    [Path.WalletToWallet, alice, bob, 6110, "WalletToWallet"],
    [Path.WalletToVenue, alice, exchange, 6111, "WalletToVenue"],
    [Path.VenueToWallet, exchange, alice, 6112, "VenueToWallet"],
    [Path.VenueToVenue, exchange, broker, 6113, "VenueToVenue"],
  ] as const;
  for (let round = 0; round < 3; round += 1) {
    await send(alice, exchange);
  }
  for (const [open] of moves) {
    await updatePolicy(share, { paths: open });
    for (const [path, from, to, code, name] of moves) {
      await (path === open ? send(from, to) : expectRefusal(send(from, to), code, name));
    }
  }
  await updatePolicy(share, {});
});

test("accounts of an approved program are registered by anybody, until it is approved of no longer", async () => {
  const { market, chain } = story;
  const { registrar: officer, payer, registry } = market;
  const program = issuer.SCRIP_ISSUER_PROGRAM_ADDRESS;
  const [venueProgram] = await transferHook.findVenueProgramPda({ registry, program });
  const anybody = await chain.newWallet();
  // A program with accounts of its own that is there anyway: the issuer account stands for a pool.
  const seeds = ["issuer", getAddressEncoder().encode(market.admin.address), getU16Encoder().encode(0)];
  const { venue, instruction } = await registerVenue({ payer: anybody, registry, program, seeds });
  expect(venue).toBe(market.issuer);

  await chain.send(payer, [
    await transferHook.getApproveVenueProgramInstructionAsync({ officer, payer, registry, programToApprove: program }),
  ]);
  await chain.send(anybody, [instruction]);
  expect(await fetchRecord(market, venue)).toMatchObject({ kind: HolderKind.Venue, status: HolderStatus.Active });
  await openAccount(share, venue);
  await transfer(share, alice.address, venue, ONE_SHARE, alice);

  const holder = await recordOf(market, venue);
  const suspend = await transferHook.getSuspendOrphanedVenueInstructionAsync({ registry, holder, programOnceApproved: program });
  await expectRefusal(chain.send(anybody, [suspend]), 6553, "StillApproved");
  await chain.send(payer, [
    await transferHook.getRevokeVenueProgramInstructionAsync({ officer, rentReceiver: payer.address, registry, venueProgram }),
    suspend,
  ]);
  await expectRefusal(transfer(share, alice.address, venue, ONE_SHARE, alice), 6304, "DestinationSuspended");
});
