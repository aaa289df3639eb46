/** What limits a mint, each from the account that holds it; and what the program would say to a planned one. */
import { type Failure, ReserveMode, TOKEN_2022, foresee, issuer, mintShares, openAssociatedToken, reserveStatus, shareAccount } from "@scrip/client";
import type { Account, Address, Instruction, TransactionSigner } from "@solana/kit";
import { useConsole } from "../context.ts";
import { useWallet } from "../wallet/context.tsx";
import { accountsAt, accountsOf } from "./accounts.ts";
import { type Reading, useReading } from "./reading.ts";
import { type Share, addressesOf } from "./share.ts";

/** The allowance of the connected wallet; its value is `undefined` if it is no minter of this share. */
export function useMinter(share: Share): Reading<Account<issuer.Minter> | undefined> {
  const member = useWallet().connected?.address;
  return useReading(
    ["minter", share.mint, member],
    async (node) => {
      if (!member) {
        throw new Error("no wallet is connected");
      }
      const [minter] = await issuer.findMinterPda({ asset: share.asset.address, member });
      const { slot, value } = await accountsAt(node, [minter]);
      return { slot, value: value[0] && issuer.decodeMinter(value[0]) };
    },
    { enabled: member !== undefined },
  );
}

/** The custodians whose attestations are handed to the program, which itself decides which of them are fresh. */
function custodiansOf({ asset, attestations }: Share): readonly Address[] {
  return asset.data.reserveMode === ReserveMode.Off ? [] : attestations.map(({ data }) => data.custodian);
}

/** How supply and reserves stand, by the program's own word. */
export function useReserves(share: Share): Reading<issuer.ReserveStatus> {
  const { config } = useConsole();
  const member = useWallet().connected?.address;
  const payer = config.reader ?? member;
  return useReading(
    ["reserves", share.mint, payer, ...custodiansOf(share)],
    async (node) => {
      if (!payer) {
        throw new Error("no wallet is connected");
      }
      const slot = await node.getSlot({ commitment: "confirmed" }).send();
      return { slot, value: await reserveStatus(node, payer, addressesOf(share), custodiansOf(share)) };
    },
    { enabled: payer !== undefined },
  );
}

/** A mint as it is typed in, complete. */
export interface PlannedMint {
  readonly share: Share;
  readonly recipient: Address;
  readonly quantity: issuer.QuantityArgs;
  /** 32 bytes. */
  readonly reference: Uint8Array;
}

/** To mint at once, or to put it before a checker, who carries it out. */
export function instructionsOf(plan: PlannedMint, proposing: boolean, actor: TransactionSigner): Promise<Instruction[]> {
  return proposing ? proposalInstructions(plan, actor) : mintInstructions(plan, actor);
}

/** The recipient's token account is opened where there is none. */
async function mintInstructions({ share, recipient, quantity, reference }: PlannedMint, actor: TransactionSigner): Promise<Instruction[]> {
  const open = await openAssociatedToken(actor, recipient, { mint: share.mint, program: TOKEN_2022 });
  const mint = await mintShares({ share: addressesOf(share), actor, custodians: custodiansOf(share), reference, recipient, quantity });
  return [open, mint];
}

async function proposalInstructions({ share, recipient, quantity, reference }: PlannedMint, actor: TransactionSigner): Promise<Instruction[]> {
  const open = await openAssociatedToken(actor, recipient, { mint: share.mint, program: TOKEN_2022 });
  const [role] = await issuer.findRolePda({ issuer: share.asset.data.issuer, member: actor.address });
  const destination = await shareAccount(recipient, share.mint);
  // Each open proposal of a maker has another number: the time is one that nobody has to choose.
  const id = BigInt(Date.now());
  const accounts = { actor, role, payer: actor, mint: share.mint, destination };
  return [open, await issuer.getProposeMintInstructionAsync({ ...accounts, id, quantity, reference })];
}

export interface Forecast {
  /** None: it would be accepted. */
  readonly refusal?: Failure;
}

/** What the program would say to it now. */
export function useForecast(plan: PlannedMint | undefined, proposing: boolean): Reading<Forecast> {
  const signer = useWallet().connected?.signer;
  const { quantity } = plan ?? {};
  const amount = quantity?.__kind === "Shares" ? `${quantity.shares} at ${quantity.expectedMultiplier}` : `${quantity?.amount} raw`;
  return useReading(
    ["mint-forecast", plan?.share.mint, plan?.recipient, amount, proposing ? "proposed" : "minted", signer?.address],
    async (node) => {
      if (!plan || !signer) {
        throw new Error("nothing is planned yet");
      }
      const slot = await node.getSlot({ commitment: "confirmed" }).send();
      return { slot, value: { refusal: await foresee(node, signer.address, await instructionsOf(plan, proposing, signer)) } };
    },
    { enabled: plan !== undefined && signer !== undefined },
  );
}

/** Where a redemption's asset lies in its data. */
const ASSET_OFFSET = 10;

/** Shares of this kind that wait in escrow to be redeemed, the most urgent first. */
export function useRedemptions(share: Share): Reading<readonly Account<issuer.Redemption>[]> {
  return useReading(["redemptions", share.mint], async (node) => {
    const { slot, value } = await accountsOf(
      node,
      issuer.SCRIP_ISSUER_PROGRAM_ADDRESS,
      issuer.REDEMPTION_DISCRIMINATOR,
      issuer.decodeRedemption,
      [{ offset: ASSET_OFFSET, address: share.asset.address }],
    );
    return { slot, value: [...value].sort((one, other) => Number(one.data.deadline - other.data.deadline)) };
  });
}
