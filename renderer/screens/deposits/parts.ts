import type { Output } from '#contract/contract';

/** What one batch holds of one tender for one bank account. */
export type Part = Output<'depositable'>['batches'][number]['parts'][number];

/** What parts come to; null where they have cash of which no amount is told before it is counted. */
export function centsOf(parts: readonly Part[]): number | null {
  return parts.reduce<number | null>(
    (total, { cents }) => (total === null || cents === null ? null : total + cents),
    0,
  );
}

export function cashIn(parts: readonly Part[]): Part[] {
  return parts.filter(({ tender }) => tender === 'cash');
}

export function papersOf(parts: readonly Part[]): Part[] {
  return parts.filter(({ tender }) => tender !== 'cash');
}
