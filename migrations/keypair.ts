/** Key files in the format of the Solana CLI: a JSON array of 64 bytes. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { type KeyPairSigner, createKeyPairSignerFromBytes, generateKeyPair } from "@solana/kit";

/** Throws one clear line when the file is missing or is not a key file. */
export async function readKeypair(path: string): Promise<KeyPairSigner> {
  if (!existsSync(path)) {
    throw new Error(`there is no key file at ${path}: make one with \`solana-keygen new -o ${path}\``);
  }
  try {
    return await createKeyPairSignerFromBytes(new Uint8Array(JSON.parse(readFileSync(path, "utf8"))));
  } catch {
    throw new Error(`${path} is not a key file: a JSON array of 64 bytes is expected`);
  }
}

/** Reads the key at `path`, or makes one there on first use. */
export async function readOrCreateKeypair(path: string): Promise<KeyPairSigner> {
  if (!existsSync(path)) {
    const { privateKey, publicKey } = await generateKeyPair(true);
    const [seed, address] = await Promise.all([
      crypto.subtle.exportKey("pkcs8", privateKey),
      crypto.subtle.exportKey("raw", publicKey),
    ]);
    // The last 32 bytes of an Ed25519 PKCS#8 document are the seed.
    const bytes = [...new Uint8Array(seed).slice(-32), ...new Uint8Array(address)];
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify(bytes), { mode: 0o600 });
  }
  return readKeypair(path);
}
