/** A registry changes hands in two steps, so that it cannot be handed to a key that nobody has. */
import { NO_ADDRESS, RegistrarPermission, type Receipt, transferHook } from "@scrip/client";
import { type Address, type KeyPairSigner, generateKeyPairSigner } from "@solana/kit";
import { beforeAll, expect, test } from "vitest";
import { YEAR } from "../harness/market.ts";
import { beginStory, expectRefusal } from "../harness/story.ts";

const story = beginStory();
let successor: KeyPairSigner;

beforeAll(async () => {
  successor = await generateKeyPairSigner();
});

async function propose(signer: KeyPairSigner, proposed: Address): Promise<Receipt> {
  const { chain, payer, registry } = story.market;
  return chain.send(payer, [await transferHook.getProposeRegistryAuthorityInstructionAsync({ signer, registry, proposed })]);
}

async function accept(signer: KeyPairSigner): Promise<Receipt> {
  const { chain, payer, registry } = story.market;
  return chain.send(payer, [await transferHook.getAcceptRegistryAuthorityInstructionAsync({ signer, registry })]);
}

async function appoint(authority: KeyPairSigner): Promise<Receipt> {
  const { chain, payer, registry } = story.market;
  const { address: officer } = await generateKeyPairSigner();
  const expiresAt = (await chain.now()) + YEAR;
  const permissions = RegistrarPermission.Onboard;
  const args = { authority, payer, registry, officer, permissions, expiresAt };
  return chain.send(payer, [await transferHook.getGrantRegistrarInstructionAsync(args)]);
}

test("a proposal can be taken back, and only the proposed one accepts", async () => {
  const { admin } = story.market;
  await propose(admin, successor.address);
  await expectRefusal(accept(admin), 6510, "NotPendingAuthority");
  const { events } = await propose(admin, NO_ADDRESS);
  expect(events).toMatchObject([{ data: { oldPending: successor.address, newPending: NO_ADDRESS } }]);
  await expectRefusal(accept(successor), 6510, "NotPendingAuthority");
  await expectRefusal(propose(successor, successor.address), 6500, "NotRegistryAuthority");
});

test("the old authority remains until the new one accepts, and no longer", async () => {
  const { admin, registry } = story.market;
  const proposed = await propose(admin, successor.address);
  expect(proposed.events).toMatchObject([{ name: "RegistryAuthorityProposed", data: { newPending: successor.address } }]);
  await appoint(admin);
  const accepted = await accept(successor);
  expect(accepted.events).toEqual([
    { name: "RegistryAuthorityAccepted", data: { registry, oldAuthority: admin.address, newAuthority: successor.address } },
  ]);
  await appoint(successor);
  await expectRefusal(appoint(admin), 6500, "NotRegistryAuthority");
});
