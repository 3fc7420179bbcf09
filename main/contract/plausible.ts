import { DENOMINATIONS, type Pieces, worthOf } from '#domain/denominations';
import { AMOUNT_MAX, cents, formatAmount } from '#domain/money';

const WORTHS: ReadonlySet<string> = new Set(DENOMINATIONS.map(String));

/**
 * The first amount of a call's input that nobody at a counter or an office can mean, with what is wrong with it, or null:
 * an amount beyond {@link AMOUNT_MAX}, or pieces that are worth more. Looked for by name, since shapes that calls share
 * with the journal must still read what an old entry holds.
 */
export function implausibleAmount(
  value: unknown,
  path: readonly string[] = [],
): { field: string; problem: string } | null {
  const most = `${formatAmount(cents(AMOUNT_MAX))} dollars`;
  const field = path.join(' ');
  if (typeof value === 'number')
    return /cents$/i.test(path.at(-1) ?? '') && Math.abs(value) > AMOUNT_MAX
      ? { field, problem: `must be at most ${most}` }
      : null;
  if (typeof value !== 'object' || value === null) return null;
  if (arePieces(value)) {
    if (worthOf(value) <= AMOUNT_MAX) return null;
    // Where one denomination alone is worth too much, that is what has to be counted again.
    const alone = Object.keys(value).find((worth) => worthOf({ [worth]: value[worth] ?? 0 }) > AMOUNT_MAX);
    return { field: [...path, ...(alone ? [alone] : [])].join(' '), problem: `must be worth at most ${most}` };
  }
  for (const [key, member] of Object.entries(value)) {
    const name = Array.isArray(value) ? String(Number(key) + 1) : key;
    const found = implausibleAmount(member, [...path, name]);
    if (found !== null) return found;
  }
  return null;
}

function arePieces(value: object): value is Pieces {
  const worths = Array.isArray(value) ? [] : Object.keys(value);
  return worths.length > 0 && worths.every((worth) => WORTHS.has(worth));
}
