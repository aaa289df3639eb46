/** Numbers that look random and are the same for the same seed, so that a case that failed can be made again. */
export interface Random {
  /** A whole number from 0 up to and without `end`. */
  below(end: number): number;
  /** True in so many of a hundred cases. */
  percent(share: number): boolean;
  pick<T>(choices: readonly T[]): T;
  /** A value from 0 to `most`, with small and round ones more often than their share. */
  amount(most: bigint): bigint;
}

/** Mulberry32: 32 bits of state are enough for cases, and nothing here is secret. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (end: number) => next() % end;
  const pick = <T>(choices: readonly T[]): T => choices[below(choices.length)] as T;
  return {
    below,
    percent: (share) => below(100) < share,
    pick,
    amount: (most) => {
      const wide = (BigInt(next()) << 32n) | BigInt(next());
      return pick([wide % (most + 1n), most / 2n, most / 100n, 1n, wide % 1_000n]);
    },
  };
}
