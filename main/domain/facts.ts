import { cents, formatAmount } from './money.ts';

/** What a refusal tells beside its code. Amounts are cents under names that end in `Cents`. */
export type Facts = Record<string, string | number | null>;

/** An amount of the facts as people read it: `1,234.56`. */
export function formatFact(value: Facts[string] | undefined): string {
  return formatAmount(cents(Number(value ?? 0)));
}
