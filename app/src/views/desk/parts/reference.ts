/** Case references: why something was done, as 32 bytes that `scrip` writes and reads alike. */

const LENGTH = 32;

/**
 * Up to 32 bytes of text, filled up with zeros, or 64 hexadecimal digits.
 *
 * @throws RangeError for anything else.
 */
export function toReference(text: string): Uint8Array {
  const [, digits] = /^(?:0x)?([0-9a-f]{64})$/i.exec(text) ?? [];
  if (digits) {
    return Uint8Array.from({ length: LENGTH }, (_, index) => Number.parseInt(digits.slice(index * 2, index * 2 + 2), 16));
  }
  const bytes = new TextEncoder().encode(text);
  if (bytes.length < 1 || bytes.length > LENGTH) {
    throw new RangeError(`"${text}" has ${bytes.length} bytes: a reference has 1 to ${LENGTH}, or is 64 hexadecimal digits`);
  }
  const reference = new Uint8Array(LENGTH);
  reference.set(bytes);
  return reference;
}

/** What is wrong with a typed reference; nothing while it is empty. */
export function problemOfReference(text: string): string | undefined {
  return text === "" ? undefined : problemOf(() => toReference(text));
}

/** The sentence of what a parser throws, `undefined` if it takes the text. */
export function problemOf(parse: () => unknown): string | undefined {
  try {
    parse();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
