/** A market that has an account of every type that the programs know, each made as it is made by people. */
import { ActionKind, Election, MULTIPLIER_ONE, cashDue, elect, issuer, tenderShares, transferHook } from "@scrip/client";
import { type Address, type KeyPairSigner, generateKeyPairSigner } from "@solana/kit";
import { type Action, scheduleAction } from "../harness/actions.ts";
import { type Attester, writeCredential } from "../harness/attestation-service.ts";
import { type Cash, DOLLAR, TOKEN, accept, fund, newCash } from "../harness/cash.ts";
import { approveCustodian, attest } from "../harness/custody.ts";
import { change, propose } from "../harness/governance.ts";
import { YEAR, roleOf } from "../harness/market.ts";
import { openAndFund, openPage, payClaim } from "../harness/payouts.ts";
import { request, subscribe } from "../harness/primary.ts";
import { onboard } from "../harness/register.ts";
import { APPLE, ONE_SHARE, REFERENCE, type Share, createShare, mintShares, openAccount, tokenAccountOf } from "../harness/share.ts";
import type { Story } from "../harness/story.ts";

const HOUR = 3_600n;
const DAY = 24n * HOUR;
/** Raw units of the only holder. */
const HELD = 100n * ONE_SHARE + 7n;
const GROSS = DOLLAR / 4n;
const TAX_BPS = 1_500;

export interface Scene {
  readonly share: Share;
  readonly cash: Cash;
  readonly alice: KeyPairSigner;
}

export async function everyAccount({ validator, chain, market }: Story): Promise<Scene> {
  const { payer, admin, registrar, registry, staff } = market;
  const share = await createShare(market, APPLE);
  const { mint } = share;
  const cash = await newCash(market, TOKEN);
  await accept(share, cash);
  await change(market, { __kind: "SettlementWindow", seconds: Number(HOUR) }, mint);
  const [alice, company, custodian] = await Promise.all([chain.newWallet(), generateKeyPairSigner(), generateKeyPairSigner()]);
  const kycExpiresAt = (await chain.now()) + 9n * YEAR;
  await onboard(market, alice.address, { kycExpiresAt });
  await openAccount(share, alice.address);
  await mintShares(share, alice.address, HELD);
  await Promise.all([alice, company].map(({ address }) => fund(market, cash, address, 10_000n * DOLLAR)));
  await approveCustodian(market, custodian.address);
  await attest(share, custodian, 150n * ONE_SHARE);

  const { address } = await generateKeyPairSigner();
  const attester: Attester = { credential: address, schema: admin.address, signer: admin.address };
  await writeCredential(validator.rpcUrl, attester);
  const trusted = { authority: admin, payer, registry, number: 1, credential: attester.credential, schema: attester.schema };
  const venue = { officer: registrar, payer, registry, programToApprove: TOKEN };
  await chain.send(payer, [
    await transferHook.getTrustCredentialInstructionAsync(trusted),
    await transferHook.getApproveVenueProgramInstructionAsync(venue),
  ]);

  const scheduled = async (kind: ActionKind, terms: Action["terms"], after: bigint) => {
    const effectiveAt = (await chain.now()) + after;
    const dates = { recordAt: effectiveAt - HOUR, effectiveAt, payableAt: effectiveAt };
    const election = kind === ActionKind.DRIP ? { electBy: effectiveAt - 2n * HOUR } : {};
    const offered = kind === ActionKind.TEND ? { effectiveAt } : { ...dates, ...election };
    return { effectiveAt, ...(await scheduleAction(share, { kind, terms, dates: offered })) };
  };
  const paid = { paymentMint: cash.mint, gross: GROSS, withholdingBps: TAX_BPS } as const;
  const dividend = await scheduled(ActionKind.DVCA, { __kind: "Cash", ...paid }, DAY);
  await validator.timeTravel(dividend.effectiveAt - HOUR + 1n);
  const entitlements = [{ owner: alice.address, raw: HELD, ...cashDue(HELD, MULTIPLIER_ONE, GROSS, TAX_BPS) }];
  const paying = await openAndFund(share, dividend.action, { paid: cash, entitlements }, company);
  await validator.timeTravel(dividend.effectiveAt + 1n);
  await openPage(paying, payer);
  await payClaim(paying, alice.address, alice);

  const choice = await scheduled(ActionKind.DRIP, { __kind: "Choice", ...paid, price: 100n * DOLLAR, default: Election.Cash }, 3n * DAY);
  const offer = await scheduled(ActionKind.TEND, { __kind: "Offer", paymentMint: cash.mint, price: 200n * DOLLAR, maxRaw: 5n * ONE_SHARE }, 5n * DAY);
  const deadline = (await chain.now()) + 10n * DAY;
  await chain.send(payer, [
    await elect({ share, action: choice.action, owner: alice, payer, choice: Election.Reinvest }),
    await tenderShares({ share, action: offer.action, owner: alice, payer, amount: 3n * ONE_SHARE }),
  ]);
  await subscribe(share, cash, alice, { id: 1n, amount: 500n * DOLLAR, limitPrice: 210n * DOLLAR, deadline });
  await request(share, alice, { id: 2n, amount: 2n * ONE_SHARE, deadline, payment: { cash, minPrice: 190n * DOLLAR } });
  await chain.send(payer, [await proposal(share, await tokenAccountOf(share, alice.address))]);
  await change(market, { __kind: "Timelock", seconds: 60 });
  await propose(market, { __kind: "Treasury", owner: staff.director.address });
  return { share, cash, alice };

  async function proposal({ asset: of }: Share, destination: Address) {
    const role = await roleOf(market, staff.minter);
    const quantity = { __kind: "Raw", amount: 7n * ONE_SHARE } as const;
    return issuer.getProposeMintInstructionAsync({ actor: staff.minter, role, asset: of, payer, mint, destination, id: 1n, quantity, reference: REFERENCE });
  }
}
