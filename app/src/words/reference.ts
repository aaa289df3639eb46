/** Case references and hashes, 32 bytes: as people write and read them, the same as on the command line. */
import type { ReadonlyUint8Array } from "@solana/kit";
import { fromHex, hex } from "./hex.ts";

const LENGTH = 32;

/**
 * Up to 32 bytes of text, or 64 hexadecimal digits.
 *
 * @throws RangeError for anything else.
 */
export function referenceOf(text: string): Uint8Array {
  const hash = hashOf(text);
  if (hash) {
    return hash;
  }
  const encoded = new TextEncoder().encode(text);
  if (encoded.length === 0 || encoded.length > LENGTH) {
    throw new RangeError(`This has ${encoded.length} bytes: write 1 to ${LENGTH}, or 64 hexadecimal digits`);
  }
  const bytes = new Uint8Array(LENGTH);
  bytes.set(encoded);
  return bytes;
}

/** The text that it is, or hexadecimal digits; nothing for zeros. */
export function referenceText(bytes: ReadonlyUint8Array): string {
  const last = bytes.findLastIndex((byte) => byte !== 0);
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(new Uint8Array(bytes.slice(0, last + 1)));
    return /\p{Cc}/u.test(text) ? hex(bytes) : text;
  } catch {
    return hex(bytes);
  }
}

/** 64 hexadecimal digits, with or without `0x`. */
export function hashOf(text: string): Uint8Array | undefined {
  return fromHex(text, LENGTH);
}
