/** Keys of a local network, given to a console's own wallet, so that a person can act as anybody of the cast. */
import { type KeyPairSigner, getAddressEncoder } from "@solana/kit";
import type { LocalWallet } from "../../app/src/config.ts";

/** The key has to be extractable: `generateKeyPairSigner(true)`. */
export async function localWallet(name: string, { address, keyPair }: KeyPairSigner): Promise<LocalWallet> {
  const { d } = await crypto.subtle.exportKey("jwk", keyPair.privateKey);
  return { name, secretKey: [...Buffer.from(d ?? "", "base64url"), ...getAddressEncoder().encode(address)] };
}
