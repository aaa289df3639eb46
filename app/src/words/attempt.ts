/** What a person has typed, read; or what is wrong with it, to be told at the field. */
type Attempt<T> = { readonly value: T; readonly problem?: undefined } | { readonly value?: undefined; readonly problem: string };

export function attempt<T>(read: () => T): Attempt<T> {
  try {
    return { value: read() };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/** The same of a field that may still be empty: nothing is wrong with it then, and nothing is known. */
export function typed<T>(text: string, read: (text: string) => T): { readonly value?: T; readonly problem?: string } {
  return text.trim() === "" ? {} : attempt(() => read(text.trim()));
}
