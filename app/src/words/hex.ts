/** Bytes as hexadecimal digits, and back. */

export function hex(bytes: ArrayLike<number>): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** So many bytes from their digits, with or without `0x`; `undefined` for any other text. */
export function fromHex(text: string, length: number): Uint8Array | undefined {
  const digits = text.replace(/^0x/i, "");
  const whole = digits.length === length * 2 && /^[0-9a-f]*$/i.test(digits);
  return whole ? Uint8Array.from({ length }, (_, index) => Number.parseInt(digits.slice(index * 2, index * 2 + 2), 16)) : undefined;
}
