/**
 * Whose wallet it is: 16 public bytes, the same for all wallets of one person. A text becomes them through a secret salt,
 * as a plain hash of a customer number could be found out by trying; `scrip holder import` computes the very same bytes.
 */
import { fromHex } from "../../../words/hex.ts";
import { CellError } from "./cells.ts";

/** Bytes of an identity. */
export const LENGTH = 16;
/** As many bytes as nobody tries out. */
const SHORTEST_SALT = 16;
const WHITE_SPACE = new Set([0x20, 0x09, 0x0a, 0x0c, 0x0d]);

/** Turns texts into identities. */
export type Salt = (text: string) => Promise<Uint8Array>;

/**
 * The salt of a file's bytes: all of them but for white space at the end.
 *
 * @throws CellError if it is too short to be a secret.
 */
export async function readSalt(file: Uint8Array<ArrayBuffer>, name: string): Promise<Salt> {
  let end = file.length;
  while (end > 0 && WHITE_SPACE.has(file[end - 1] ?? 0)) {
    end -= 1;
  }
  if (end < SHORTEST_SALT) {
    throw new CellError(`${name} has ${end} bytes, and a salt has ${SHORTEST_SALT} or more: make one with “openssl rand -hex 32”`);
  }
  const key = await crypto.subtle.importKey("raw", file.slice(0, end), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return async (text) => new Uint8Array(await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(text))).slice(0, LENGTH);
}

/** 32 hexadecimal digits as they are; any other text through the salt. */
export async function readIdentity(text: string, salt: Salt | undefined): Promise<Uint8Array> {
  if (text === "") {
    throw new CellError("it is empty: all wallets of one person have one identity, and nobody has none");
  }
  const bytes = fromHex(text, LENGTH);
  if (bytes) {
    if (bytes.every((byte) => byte === 0)) {
      throw new CellError("it is all zeros, which is nobody’s identity");
    }
    return bytes;
  }
  if (!salt) {
    throw new CellError(`“${text}” is not 32 hexadecimal digits: open the file with the secret that texts are hashed with (the salt)`);
  }
  return salt(text);
}
