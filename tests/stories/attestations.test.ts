/** Who has been checked elsewhere brings the attestation, and needs no registrar of ours. */
import { HolderStatus, InvestorClass, importAttestation, importRevocation, transferHook } from "@scrip/client";
import { type KeyPairSigner, generateKeyPairSigner } from "@solana/kit";
import { beforeAll, expect, test } from "vitest";
import { type Attester, attest, revokeAttestation, writeCredential } from "../harness/attestation-service.ts";
import { SINGAPORE, YEAR } from "../harness/market.ts";
import { fetchRecord, newHolder, setStatus } from "../harness/register.ts";
import { APPLE, ONE_SHARE, type Share, createShare, mintShares, openAccount, transfer } from "../harness/share.ts";
import { beginStory, expectRefusal } from "../harness/story.ts";

const NUMBER = 1;
const FACTS = { jurisdiction: SINGAPORE, investorClasses: InvestorClass.Professional, identity: new Uint8Array(16).fill(9) };

const story = beginStory();
let share: Share;
let alice: KeyPairSigner;
let attester: Attester;
let wallet: KeyPairSigner;

beforeAll(async () => {
  const { chain, payer, admin: authority, registry } = story.market;
  share = await createShare(story.market, APPLE);
  alice = await newHolder(story.market);
  wallet = await chain.newWallet();
  await Promise.all([openAccount(share, alice.address), openAccount(share, wallet.address)]);
  await mintShares(share, alice.address, 100n * ONE_SHARE);
  const [credential, schema, signer] = await Promise.all([1, 2, 3].map(async () => (await generateKeyPairSigner()).address));
  attester = { credential: credential!, schema: schema!, signer: signer! };
  await writeCredential(story.validator.rpcUrl, attester);
  const trusted = { authority, payer, registry, number: NUMBER, credential: attester.credential, schema: attester.schema };
  await chain.send(payer, [await transferHook.getTrustCredentialInstructionAsync(trusted)]);
});

const bringAttestation = async () => {
  const { chain, registry } = story.market;
  const address = wallet.address;
  return chain.send(wallet, [await importAttestation({ payer: wallet, registry, number: NUMBER, ...attester, wallet: address })]);
};

const bringRevocation = async () => {
  const { chain, payer, registry } = story.market;
  return chain.send(payer, [await importRevocation(chain.rpc, registry, wallet.address)]);
};

const send = () => transfer(share, alice.address, wallet.address, ONE_SHARE, alice);

test("an attestation becomes a record, on the initiative of its holder", async () => {
  await expectRefusal(send(), 6300, "DestinationMissing");
  await expectRefusal(bringAttestation(), 6560, "AttestationMalformed");
  const expiry = (await story.chain.now()) + YEAR;
  await attest(story.validator.rpcUrl, attester, wallet.address, FACTS, expiry);
  const { events } = await bringAttestation();
  expect(events).toMatchObject([{ name: "AttestationImported", data: { wallet: wallet.address, signer: attester.signer, renewed: false } }]);
  expect(await fetchRecord(story.market, wallet.address)).toMatchObject({ ...FACTS, origin: NUMBER, kycExpiresAt: expiry });
  await send();
});

test("once it is revoked, anybody ends the record's check, and a new attestation renews it", async () => {
  await expectRefusal(bringRevocation(), 6565, "AttestationLive");
  await revokeAttestation(story.validator.rpcUrl, attester, wallet.address);
  const { events } = await bringRevocation();
  expect(events).toMatchObject([{ name: "RevocationImported", data: { wallet: wallet.address } }]);
  await expectRefusal(send(), 6306, "DestinationExpired");
  await attest(story.validator.rpcUrl, attester, wallet.address, FACTS, (await story.chain.now()) + YEAR);
  expect((await bringAttestation()).events).toMatchObject([{ name: "AttestationImported", data: { renewed: true } }]);
  await send();
});

test("a renewal lifts no suspension, and distrust ends the check as well", async () => {
  const { chain, payer, admin: authority, registry } = story.market;
  await setStatus(story.market, wallet.address, HolderStatus.Suspended);
  await bringAttestation();
  await expectRefusal(send(), 6304, "DestinationSuspended");
  await setStatus(story.market, wallet.address, HolderStatus.Active);
  const [trustedCredential] = await transferHook.findTrustedCredentialPda({ registry, number: NUMBER });
  const distrust = { authority, rentReceiver: payer.address, registry, trustedCredential };
  await chain.send(payer, [await transferHook.getDistrustCredentialInstructionAsync(distrust)]);
  await bringRevocation();
  await expectRefusal(send(), 6306, "DestinationExpired");
});
