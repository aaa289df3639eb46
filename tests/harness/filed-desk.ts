/** A market whose people have their keys in files, as people who use the command line do. */
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Permission, issuer } from "@scrip/client";
import { airdrop } from "./airdrop.ts";
import { change } from "./governance.ts";
import type { Market } from "./market.ts";
import { type FiledKey, type Ran, askScrip, buildScrip, newKeyFile, runScrip } from "./scrip.ts";

const FUNDS = 100_000_000_000n;

export interface FiledDesk {
  /** For files of the story. */
  readonly folder: string;
  readonly admin: FiledKey;
  /** With the permission for corporate actions. */
  readonly maker: FiledKey;
  readonly checker: FiledKey;
  /** Pays fees and rents. */
  readonly payer: FiledKey;
  /** The options that every command needs: who acts, who pays, which issuer. */
  as(actor: FiledKey): readonly string[];
  /** What a command answers, done by this person. */
  ask<T>(actor: FiledKey, ...words: readonly string[]): Promise<T>;
  /** What a command prints, also when it fails. */
  run(actor: FiledKey, ...words: readonly string[]): Promise<Ran>;
}

/** Hands the market's issuer over to an admin whose key is in a file, and hires a maker and a checker. */
export async function openFiledDesk(market: Market, rpcUrl: string): Promise<FiledDesk> {
  await buildScrip();
  const { chain, admin: former, payer: sponsor, issuer: issuerAddress } = market;
  const folder = await mkdtemp(join(tmpdir(), "scrip-desk-"));
  const [admin, maker, checker, payer] = await Promise.all(
    ["admin", "maker", "checker", "payer"].map((name) => newKeyFile(folder, name)),
  );
  if (!admin || !maker || !checker || !payer) {
    throw new Error(`keys are missing in ${folder}`);
  }
  await airdrop(chain.rpc, payer.signer.address, FUNDS);
  for (const [{ signer }, permissions] of [[maker, Permission.CorporateActions], [checker, Permission.Check]] as const) {
    const role = { admin: former, payer: sponsor, issuer: issuerAddress, member: signer.address, permissions, expiresAt: 0n };
    await chain.send(sponsor, [await issuer.getGrantRoleInstructionAsync(role)]);
  }
  const as = ({ file }: FiledKey) => ["--keypair", file, "--fee-payer", payer.file, "--issuer", issuerAddress];
  const desk: FiledDesk = {
    folder,
    admin,
    maker,
    checker,
    payer,
    as,
    ask: (actor, ...words) => askScrip(rpcUrl, ...as(actor), ...words),
    run: (actor, ...words) => runScrip(rpcUrl, ...as(actor), ...words),
  };
  await change(market, { __kind: "Admin", proposed: admin.signer.address });
  await desk.ask(admin, "admin", "accept");
  return desk;
}
