/** One line of the bench: ours beside a floor measured in the same run, or beside the limit that the issue gives. */
export type Measure = {
  measure: string;
  ours: number;
  floor?: number;
  ratio?: number;
  /** Of the ratio where there is a floor or a base, otherwise of ours. */
  limit: number;
  unit: 'ms' | 'MB' | 'KB';
  [more: string]: number | string | undefined;
};

/** How many times ours and floor take turns. Others use the machine too, so one turn alone says little. */
export const ROUNDS = 7;

export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** The value below which so many percent of the values lie. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  const value = sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))];
  if (value === undefined) throw new Error('there is nothing to take a percentile of');
  return value;
}

/** Milliseconds until what was asked is answered. */
export async function took(ask: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await ask();
  return performance.now() - from;
}

/** Milliseconds that something took. */
export function timed(run: () => void): number {
  const from = performance.now();
  run();
  return performance.now() - from;
}

/**
 * Lets several take turns, one figure each in every round, and answers the median of each.
 */
export async function alternating<const N extends string>(
  turns: Record<N, () => Promise<number>>,
  rounds = ROUNDS,
): Promise<Record<N, number>> {
  const names = Object.keys(turns) as N[];
  const figures = new Map<N, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) figures.get(name)?.push(await turns[name]());
  }
  return Object.fromEntries(names.map((name) => [name, median(figures.get(name) ?? [])])) as Record<N, number>;
}

/** A figure as it is printed: three digits that mean something. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
